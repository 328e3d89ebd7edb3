/** The kinds of upload Linli takes. What a file is, is read from its first bytes, never from its name or declared type. */
export type Sniffed = {
  readonly kind: 'photo' | 'document' | 'clip';
  readonly mediaType: string;
  readonly extension: string;
};

type Pattern = { readonly sniffed: Sniffed; readonly test: (bytes: Buffer) => boolean };

const text = (bytes: Buffer, from: number, length: number) =>
  bytes.toString('latin1', from, from + length);

/** Brands of still pictures in the container that mp4 sound uses too: iPhone's HEIC, AVIF. */
const STILL_BRANDS = /^(hei|hev|mif1|msf1|avif|avis)/;

const PATTERNS: readonly Pattern[] = [
  {
    sniffed: { kind: 'photo', mediaType: 'image/jpeg', extension: 'jpg' },
    test: (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff,
  },
  {
    sniffed: { kind: 'photo', mediaType: 'image/png', extension: 'png' },
    test: (b) => text(b, 0, 8) === '\x89PNG\r\n\x1a\n',
  },
  {
    sniffed: { kind: 'photo', mediaType: 'image/webp', extension: 'webp' },
    test: (b) => text(b, 0, 4) === 'RIFF' && text(b, 8, 4) === 'WEBP',
  },
  {
    sniffed: { kind: 'document', mediaType: 'application/pdf', extension: 'pdf' },
    test: (b) => text(b, 0, 5) === '%PDF-',
  },
  {
    sniffed: { kind: 'clip', mediaType: 'audio/ogg', extension: 'ogg' },
    test: (b) => text(b, 0, 4) === 'OggS',
  },
  {
    sniffed: { kind: 'clip', mediaType: 'audio/webm', extension: 'webm' },
    test: (b) => b.readUInt32BE(0) === 0x1a45dfa3 && text(b, 0, 64).includes('webm'),
  },
  {
    sniffed: { kind: 'clip', mediaType: 'audio/wav', extension: 'wav' },
    test: (b) => text(b, 0, 4) === 'RIFF' && text(b, 8, 4) === 'WAVE',
  },
  {
    sniffed: { kind: 'clip', mediaType: 'audio/mp4', extension: 'm4a' },
    test: (b) => text(b, 4, 4) === 'ftyp' && !STILL_BRANDS.test(text(b, 8, 4)),
  },
  {
    sniffed: { kind: 'clip', mediaType: 'audio/mpeg', extension: 'mp3' },
    test: (b) => text(b, 0, 3) === 'ID3' || isMpegFrame(b),
  },
];

const SHORTEST = 16;

/** What the bytes are, or null where Linli does not take them: SVG, HTML, archives, programs, anything unknown. */
export function sniff(bytes: Uint8Array): Sniffed | null {
  if (bytes.length < SHORTEST) return null;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256));
  return PATTERNS.find((pattern) => pattern.test(head))?.sniffed ?? null;
}

/** iPhones save HEIC; a picture that cannot be read here deserves its own answer. */
export function isHeic(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16));
  return text(head, 4, 4) === 'ftyp' && STILL_BRANDS.test(text(head, 8, 4));
}

/** An MPEG audio layer III frame: 11 bits of sync, a version and layer that exist. */
function isMpegFrame(b: Buffer): boolean {
  const second = b[1] ?? 0;
  return b[0] === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) === 0x02;
}
