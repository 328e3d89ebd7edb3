// Records a voice note into the file field beside it. Where the browser cannot, the field stays as it was:
// a phone then opens its own recorder.
const TYPES = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus'];

const button = (text: string) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'govuk-button govuk-button--secondary';
  made.textContent = text;
  return made;
};

function fill(input: HTMLInputElement, parts: readonly Blob[], type: string): File {
  const plain = type.split(';')[0] ?? type;
  const name = `voice.${plain === 'audio/mp4' ? 'm4a' : plain.replace('audio/', '')}`;
  const file = new File([...parts], name, { type: plain });
  const carrier = new DataTransfer();
  carrier.items.add(file);
  input.files = carrier.files;
  return file;
}

function enhance(input: HTMLInputElement): void {
  const texts = input.dataset;
  const type = TYPES.find((candidate) => MediaRecorder.isTypeSupported(candidate));
  if (!type) return;
  const box = document.createElement('div');
  box.className = 'l-voice';
  const start = button(texts['record'] ?? '');
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  said.textContent = texts['limit'] ?? '';
  const player = document.createElement('audio');
  player.controls = true;
  player.hidden = true;
  box.append(start, said, player);
  input.parentElement?.append(box);
  let recorder: MediaRecorder | null = null;

  const finished = (parts: readonly Blob[], stream: MediaStream) => {
    for (const track of stream.getTracks()) track.stop();
    URL.revokeObjectURL(player.src);
    player.src = URL.createObjectURL(fill(input, parts, type));
    player.hidden = false;
    start.textContent = texts['again'] ?? '';
    said.textContent = '';
    recorder = null;
  };
  const record = async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const parts: Blob[] = [];
    const seconds = Number(texts['voice']);
    const running = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32_000 });
    running.ondataavailable = (event) => parts.push(event.data);
    running.onstop = () => finished(parts, stream);
    running.start();
    recorder = running;
    start.textContent = texts['stop'] ?? '';
    said.textContent = texts['limit'] ?? '';
    window.setTimeout(() => {
      if (running.state === 'recording') running.stop();
    }, seconds * 1000);
  };
  start.addEventListener('click', () => {
    if (recorder) {
      recorder.stop();
      return;
    }
    record().catch(() => {
      said.textContent = texts['denied'] ?? '';
      start.hidden = true;
    });
  });
}

if (typeof MediaRecorder === 'function' && navigator.mediaDevices) {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-voice]'))
    enhance(input);
}

export {};
