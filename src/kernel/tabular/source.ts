import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { AppError } from '#kernel/pure/errors.ts';

/** A table file: bytes of an upload, or a file on disk for what is too large to hold. The name decides the format. */
export type TableSource =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly path: string };

/** What a reader admits. A workbook is checked against all of them before its first row is read. */
export type TableLimits = {
  readonly csvBytes: number;
  readonly workbookBytes: number;
  /** Parts inside a workbook; Excel writes about a dozen. */
  readonly entries: number;
  /** Bytes a workbook may unfold to, measured by unfolding, not by what it says. */
  readonly unzippedBytes: number;
  /** A workbook's table of shared texts is held whole: how many they are, empty ones too, and all their characters. */
  readonly sharedTexts: number;
  readonly sharedCharacters: number;
  readonly columns: number;
  readonly cellCharacters: number;
  readonly rows: number;
};

const MB = 1024 * 1024;

export const TABLE_LIMITS: TableLimits = {
  csvBytes: 1024 * MB,
  workbookBytes: 50 * MB,
  entries: 500,
  unzippedBytes: 400 * MB,
  sharedTexts: 2_000_000,
  // 64 MB where they are Chinese.
  sharedCharacters: 32 * MB,
  columns: 300,
  cellCharacters: 20_000,
  rows: 2_000_000,
};

export function tooLarge(reason: string, limit: number): AppError {
  return new AppError('too_large', reason, { facts: { limit } });
}

const CELLS_OF_ONE = 20;

/** A part may unfold to hundreds of megabytes; no cell does. Throws 'too_large' while such a text is still gathered. */
export function checkCell(text: string, limits: TableLimits): void {
  if (text.length > limits.cellCharacters * CELLS_OF_ONE)
    throw tooLarge('workbook_unzipped', limits.unzippedBytes);
}

/** A file that is no table, or a damaged one. */
export function unreadable(
  reason: string,
  facts: Readonly<Record<string, string | number>> = {},
  cause?: unknown,
): AppError {
  return new AppError('refused', reason, { facts, cause });
}

export async function sizeOf(source: TableSource): Promise<number> {
  return 'bytes' in source ? source.bytes.byteLength : (await stat(source.path)).size;
}

export async function bytesOf(source: TableSource): Promise<Uint8Array> {
  return 'bytes' in source ? source.bytes : readFile(source.path);
}

const CHUNK = 256 * 1024;

/** The file's bytes in pieces; calling it again starts again. */
export async function* piecesOf(source: TableSource): AsyncGenerator<Uint8Array> {
  if ('path' in source) {
    yield* createReadStream(source.path, { highWaterMark: CHUNK });
    return;
  }
  for (let at = 0; at < source.bytes.byteLength; at += CHUNK) {
    yield source.bytes.subarray(at, at + CHUNK);
  }
}
