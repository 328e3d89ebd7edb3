/** @jsxImportSource hono/jsx */
import { encode } from 'uqr';

/** Quiet zone of the standard (ISO/IEC 18004): four modules; readers fail on less. */
const QUIET = 4;

/** Dark modules as one path of horizontal runs: about a third of one rectangle each. */
function runs(cells: readonly (readonly boolean[])[]): string {
  const parts: string[] = [];
  cells.forEach((row, y) => {
    let start = -1;
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] && start < 0) start = x;
      if (!row[x] && start >= 0) {
        parts.push(`M${start} ${y}h${x - start}v1H${start}z`);
        start = -1;
      }
    }
  });
  return parts.join('');
}

/** A QR code as inline SVG, black on white in print and on screen; `label` says what it opens. */
export function QR(props: { text: string; label: string; size?: number }) {
  const code = encode(props.text, { ecc: 'M', border: 0 });
  const size = props.size ?? 160;
  const edge = code.size + 2 * QUIET;
  return (
    <svg
      class="l-qr"
      xmlns="http://www.w3.org/2000/svg"
      width={String(size)}
      height={String(size)}
      viewBox={`${-QUIET} ${-QUIET} ${edge} ${edge}`}
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <rect
        x={String(-QUIET)}
        y={String(-QUIET)}
        width={String(edge)}
        height={String(edge)}
        fill="#fff"
      />
      <path d={runs(code.data)} fill="#000" />
    </svg>
  );
}

/** One sheet to print and hang in a stairwell: the code, what it does, and the address to type. */
export function QRSheet(props: {
  title: string;
  text: string;
  address: string;
  label: string;
  foot?: string;
}) {
  return (
    <section class="l-sheet">
      <h1 class="l-sheet__title">{props.title}</h1>
      <QR text={props.address} label={props.label} size={320} />
      <p class="l-sheet__text">{props.text}</p>
      <p class="l-sheet__address">{props.address.replace(/^https?:\/\//, '')}</p>
      {props.foot && <p class="l-sheet__foot">{props.foot}</p>}
    </section>
  );
}
