import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { type TableLimits, tooLarge, unreadable } from './source.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_BYTES = 22;
const LOCAL_BYTES = 30;
const DIRECTORY_BYTES = 46;
const MAX_COMMENT = 65_535;
/** A data descriptor behind an entry: signature, checksum and two 64-bit sizes. */
const DESCRIPTOR_BYTES = 24;
const STORED = 0;
const DEFLATED = 8;
/** What is stored as it is comes in pieces too, about as large as those of what is unfolded. */
const STORED_PIECE = 64 * 1024;

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly at: number;
};

/** The parts of a workbook by name, each unfolded while it is read. */
export type ZipParts = {
  readonly has: (name: string) => boolean;
  readonly pieces: (name: string) => AsyncIterable<Buffer>;
};

/**
 * Opens a workbook's parts. Refuses one that is a bomb or no workbook: too many entries, more bytes than admitted when unfolded
 * (counted by unfolding: the sizes it declares may lie), encrypted, or with parts that its directory doesn't name,
 * which somebody else's reader would unfold all the same.
 */
export async function openZip(bytes: Uint8Array, limits: TableLimits): Promise<ZipParts> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { entries, directoryAt } = readDirectory(zip, limits);
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml'))
    throw unreadable('not_a_workbook');
  const inOrder = entries.toSorted((a, b) => a.at - b.at);
  const parts = new Map<string, () => AsyncIterable<Buffer>>();
  let unfolded = 0;
  let end = 0;
  for (const entry of inOrder) {
    if (entry.at < end || entry.at - end > DESCRIPTOR_BYTES) throw unreadable('workbook_damaged');
    const packed = packedBytes(zip, entry);
    end = packed.end;
    const pieces = () => unfold(entry, packed.bytes);
    unfolded += await sizeOf(pieces(), limits.unzippedBytes - unfolded, limits);
    parts.set(entry.name, pieces);
  }
  if (directoryAt < end || directoryAt - end > DESCRIPTOR_BYTES)
    throw unreadable('workbook_damaged');
  return {
    has: (name) => parts.has(name),
    pieces: (name) => parts.get(name)?.() ?? Readable.from([]),
  };
}

function readDirectory(zip: Buffer, limits: TableLimits) {
  const endAt = findEnd(zip);
  const count = zip.readUInt16LE(endAt + 10);
  const directoryAt = zip.readUInt32LE(endAt + 16);
  if (count > limits.entries) throw tooLarge('workbook_entries', limits.entries);
  const entries: Entry[] = [];
  let at = directoryAt;
  for (let n = 0; n < count; n += 1) {
    if (at + DIRECTORY_BYTES > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw unreadable('workbook_damaged');
    const nameLength = zip.readUInt16LE(at + 28);
    const more = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    entries.push({
      name: zip.toString('utf8', at + DIRECTORY_BYTES, at + DIRECTORY_BYTES + nameLength),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      at: zip.readUInt32LE(at + 42),
    });
    at += DIRECTORY_BYTES + nameLength + more;
  }
  return { entries, directoryAt };
}

function findEnd(zip: Buffer): number {
  const last = zip.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw unreadable('not_a_workbook');
}

function packedBytes(zip: Buffer, entry: Entry): { bytes: Buffer; end: number } {
  if (entry.encrypted) throw unreadable('workbook_encrypted');
  if (entry.at + LOCAL_BYTES > zip.length || zip.readUInt32LE(entry.at) !== LOCAL_ENTRY)
    throw unreadable('workbook_damaged');
  const start =
    entry.at + LOCAL_BYTES + zip.readUInt16LE(entry.at + 26) + zip.readUInt16LE(entry.at + 28);
  const end = start + entry.packed;
  if (end > zip.length) throw unreadable('workbook_damaged');
  return { bytes: zip.subarray(start, end), end };
}

/** Unfolded as its reader takes it, so that no part is ever in memory whole. */
async function* unfold({ method }: Entry, packed: Buffer): AsyncGenerator<Buffer> {
  if (method === STORED) {
    for (let at = 0; at < packed.length; at += STORED_PIECE)
      yield packed.subarray(at, at + STORED_PIECE);
    return;
  }
  if (method !== DEFLATED) throw unreadable('workbook_damaged');
  const unfolding = Readable.from([packed], { objectMode: false }).pipe(createInflateRaw());
  try {
    yield* unfolding as AsyncIterable<Buffer>;
  } catch (error) {
    throw isZlibError(error) ? unreadable('workbook_damaged', {}, error) : error;
  } finally {
    unfolding.destroy();
  }
}

async function sizeOf(
  pieces: AsyncIterable<Buffer>,
  left: number,
  limits: TableLimits,
): Promise<number> {
  let size = 0;
  for await (const piece of pieces) size = within(size + piece.length, left, limits);
  return size;
}

function within(size: number, left: number, limits: TableLimits): number {
  if (size > left) throw tooLarge('workbook_unzipped', limits.unzippedBytes);
  return size;
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
