import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, notFound } from '#kernel/pure/errors.ts';
import type { FileStore } from './file-store.ts';

const NAME = /^[0-9a-f]{64}$/;
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Where the bytes of one hash lie below the store's folder: two levels of 256, so that no folder grows large. */
export function pathOf(sha256: string): string {
  if (!NAME.test(sha256)) throw notFound('file_missing');
  return join(sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** Opens the store in a folder of this machine. A full disk is refused as `unavailable: no_space` and leaves nothing behind. */
export function openFileStore(folder: string, writeBytes = writeDurably): FileStore {
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = join(folder, pathOf(sha256));
      // A fresh date keeps the sweep of unused bytes away from what was just uploaded again.
      if (await isStored(path, bytes.length)) await utimes(path, new Date(), new Date());
      else await write(folder, path, (unfinished) => writeBytes(unfinished, bytes));
      return sha256;
    },
    async get(sha256) {
      const path = join(folder, pathOf(sha256));
      return await readFile(path).catch((error) => {
        throw codeOf(error) === 'ENOENT' ? notFound('file_missing') : error;
      });
    },
    async has(sha256) {
      const found = await stat(join(folder, pathOf(sha256))).catch(() => undefined);
      return found !== undefined;
    },
    async discard(sha256, unlessSince) {
      const path = join(folder, pathOf(sha256));
      const found = await stat(path).catch(() => undefined);
      if (found === undefined || found.mtime >= unlessSince) return false;
      await rm(path, { force: true });
      return true;
    },
  };
}

/** Every hash in the store, sorted. */
export async function listStored(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const names = entries.map((entry) => entry.slice(-64));
  return names.filter((name) => NAME.test(name)).sort();
}

async function isStored(path: string, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.size === bytes;
}

async function write(
  folder: string,
  path: string,
  writeBytes: (unfinished: string) => Promise<void>,
): Promise<void> {
  const unfinished = join(folder, 'unfinished', randomUUID());
  try {
    await mkdir(dirname(unfinished), { recursive: true, mode: 0o700 });
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeBytes(unfinished);
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw FULL.has(codeOf(error)) ? noSpace(error) : error;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The new name is durable only when its folder is; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function noSpace(cause: unknown): AppError {
  return new AppError('unavailable', 'no_space', { cause });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
