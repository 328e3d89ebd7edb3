// Makes photos smaller before they travel (a 6 MB photo on a slow line takes minutes) and shows them.
// Drawing on a canvas also drops where the photo was taken. Whatever fails, the original file is sent.
const LONGEST = 2048;
const WORTH_IT = 600_000;
const QUALITY = 0.82;

async function shrink(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.size < WORTH_IT) return file;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const factor = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * factor);
  canvas.height = Math.round(picture.height * factor);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/jpeg', QUALITY);
  });
  if (!blob || blob.size >= file.size) return file;
  return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
}

function preview(list: HTMLElement, files: readonly File[]): void {
  list.replaceChildren(
    ...files
      .filter((file) => file.type.startsWith('image/'))
      .map((file) => {
        const item = document.createElement('li');
        const image = document.createElement('img');
        image.alt = file.name;
        image.src = URL.createObjectURL(file);
        image.onload = () => URL.revokeObjectURL(image.src);
        item.append(image);
        return item;
      }),
  );
}

function put(input: HTMLInputElement, files: readonly File[]): void {
  const carrier = new DataTransfer();
  for (const file of files) carrier.items.add(file);
  input.files = carrier.files;
}

function enhance(input: HTMLInputElement): void {
  const list = document.createElement('ul');
  list.className = 'l-photos';
  const said = document.createElement('p');
  said.className = 'l-file__note';
  said.setAttribute('role', 'status');
  input.parentElement?.append(list);
  input.parentElement?.after(said);
  let turn = 0;

  const change = async () => {
    turn += 1;
    const mine = turn;
    const originals = [...(input.files ?? [])];
    const files = await Promise.all(originals.map((file) => shrink(file).catch(() => file)));
    // A second choice made while the first was still being drawn wins.
    if (mine !== turn) return;
    const smaller = files.some((file, index) => file !== originals[index]);
    if (smaller) put(input, files);
    preview(list, files);
    const note = input.dataset[smaller ? 'ready' : 'kept'] ?? '';
    said.textContent = files.length === 0 ? '' : note;
  };
  input.addEventListener('change', () => {
    change().catch(() => {
      said.textContent = input.dataset['kept'] ?? '';
    });
  });
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[data-shrink]'))
  enhance(input);

export {};
