import { AppError } from '#kernel/pure/errors.ts';

export const MAX_CLIP_SECONDS = 180;
/** Three minutes at 192 kbit/s, more than any phone's recorder needs for speech. */
const MAX_COMPRESSED_BYTES = Math.ceil((MAX_CLIP_SECONDS * 192_000) / 8);
const BYTE_RATE_AT = 28;
const LONGEST_PLACE_BOX = 4096;

/** Refuses a recording that cannot be within three minutes, and takes the place out of one made by a phone's camera. */
export function takeClip(bytes: Uint8Array, mediaType: string): Uint8Array {
  if (secondsAtLeast(bytes, mediaType) > MAX_CLIP_SECONDS)
    throw new AppError('too_large', 'clip_too_long', { facts: { minutes: MAX_CLIP_SECONDS / 60 } });
  return mediaType === 'audio/mp4' ? withoutPlace(bytes) : bytes;
}

/** Exact for WAV, whose header says its rate; for compressed sound the size is the only cheap bound. */
function secondsAtLeast(bytes: Uint8Array, mediaType: string): number {
  if (mediaType !== 'audio/wav') return (bytes.length / MAX_COMPRESSED_BYTES) * MAX_CLIP_SECONDS;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const rate = view.length > BYTE_RATE_AT + 4 ? view.readUInt32LE(BYTE_RATE_AT) : 0;
  return rate === 0 ? Number.POSITIVE_INFINITY : bytes.length / rate;
}

/** An mp4 keeps the place of recording in boxes named '©xyz' and 'loci': they become empty boxes of the same length. */
function withoutPlace(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (const name of ['\xa9xyz', 'loci']) blankBoxes(copy, Buffer.from(name, 'latin1'));
  return copy;
}

function blankBoxes(bytes: Buffer, name: Buffer): void {
  for (let at = bytes.indexOf(name); at >= 4; at = bytes.indexOf(name, at + 4)) {
    const length = bytes.readUInt32BE(at - 4);
    if (length < 8 || length > LONGEST_PLACE_BOX) continue;
    bytes.write('free', at, 'latin1');
    bytes.fill(0, at + 4, Math.min(at - 4 + length, bytes.length));
  }
}
