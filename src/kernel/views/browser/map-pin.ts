// Turns the tap-and-send map into a pin that can be dragged or moved with the arrow keys before sending.
// The hidden field carries fractions of width and height, so the size on screen does not matter.
const SVG = 'http://www.w3.org/2000/svg';
const STEP = 0.02;
const FINE = 0.005;
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type Pin = { x: number; y: number } | null;

const clamp = (value: number) => Math.min(1, Math.max(0, value));
const round = (value: number) => Math.round(value * 10_000) / 10_000;

function drawPin(): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', '30');
  svg.setAttribute('height', '40');
  svg.setAttribute('viewBox', '-15 -38 30 40');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute(
    'd',
    'M0 0C-4-10-13-15-13-24a13 13 0 0 1 26 0C13-15 4-10 0 0ZM0-29a5 5 0 1 0 0 10 5 5 0 0 0 0-10Z',
  );
  path.setAttribute('fill', '#0b5394');
  path.setAttribute('stroke', '#fff');
  path.setAttribute('stroke-width', '2');
  svg.append(path);
  return svg;
}

function readField(field: HTMLInputElement): Pin {
  const [x, y] = field.value.split(',').map(Number);
  return field.value !== '' && x !== undefined && y !== undefined ? { x, y } : null;
}

/** The map as a slider-like stage in place of the two image inputs; they stay in the page, disabled. */
function enhance(box: HTMLElement): void {
  const field = box.querySelector<HTMLInputElement>('input[type=hidden]');
  const images = [...box.querySelectorAll<HTMLInputElement>('input[type=image]')];
  const wide = images.at(-1);
  if (!field || !wide) return;

  const stage = document.createElement('div');
  stage.className = 'l-pin__stage';
  stage.tabIndex = 0;
  stage.setAttribute('role', 'group');
  stage.setAttribute('aria-label', `${box.dataset['label'] ?? ''}. ${box.dataset['hint'] ?? ''}`);
  const image = document.createElement('img');
  image.src = wide.src;
  image.alt = '';
  image.draggable = false;
  const pin = drawPin();
  const said = document.createElement('p');
  said.className = 'l-map__note';
  said.setAttribute('role', 'status');
  said.textContent = box.dataset['hint'] ?? '';

  let at = readField(field);
  const show = () => {
    pin.style.display = at ? 'block' : 'none';
    if (!at) return;
    pin.style.left = `calc(${at.x * 100}% - 15px)`;
    pin.style.top = `calc(${at.y * 100}% - 38px)`;
  };
  const place = (x: number, y: number) => {
    said.textContent = (at ? box.dataset['moved'] : box.dataset['placed']) ?? '';
    at = { x: round(clamp(x)), y: round(clamp(y)) };
    field.value = `${at.x},${at.y}`;
    show();
  };
  const point = (event: PointerEvent) => {
    const frame = stage.getBoundingClientRect();
    place((event.clientX - frame.left) / frame.width, (event.clientY - frame.top) / frame.height);
  };

  stage.addEventListener('pointerdown', (event) => {
    stage.setPointerCapture(event.pointerId);
    point(event);
  });
  stage.addEventListener('pointermove', (event) => {
    if (stage.hasPointerCapture(event.pointerId)) point(event);
  });
  stage.addEventListener('keydown', (event) => {
    const move = KEYS[event.key];
    if (!move) return;
    event.preventDefault();
    const by = event.shiftKey ? FINE : STEP;
    const from = at ?? { x: 0.5, y: 0.5 };
    place(from.x + move[0] * by, from.y + move[1] * by);
  });

  for (const input of images) {
    input.disabled = true;
    input.hidden = true;
    input.style.display = 'none';
  }
  stage.append(image, pin);
  field.after(stage, said);
  show();
}

for (const box of document.querySelectorAll<HTMLElement>('[data-map-pin]')) enhance(box);

export {};
