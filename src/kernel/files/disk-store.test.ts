import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listStored, openFileStore, pathOf } from './disk-store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the file store', () => {
  it('keeps bytes under their hash, once', async () => {
    const store = openFileStore(folder);
    const [first, second] = await Promise.all([
      store.put(Buffer.from('井盖')),
      store.put(Buffer.from('井盖')),
    ]);
    expect(first).toBe(second);
    expect(Buffer.from(await store.get(first)).toString()).toBe('井盖');
    expect(await store.has(first)).toBe(true);
    expect(await listStored(folder)).toEqual([first]);
    expect(await readdir(join(folder, 'unfinished'))).toEqual([]);
    expect((await stat(join(folder, pathOf(first)))).mode & 0o777).toBe(0o600);
  });

  it('says that bytes are missing, and takes no path for a hash', async () => {
    const store = openFileStore(folder);
    await expect(store.get('a'.repeat(64))).rejects.toMatchObject({ code: 'not_found' });
    await expect(store.get('../../etc/passwd')).rejects.toMatchObject({ code: 'not_found' });
    expect(await store.has('b'.repeat(64))).toBe(false);
  });

  it('throws away what is not wanted any more, unless it was put again since', async () => {
    const store = openFileStore(folder);
    const bytes = Buffer.from('a list of persons');
    const sha256 = await store.put(bytes);
    const earlier = new Date(Date.now() - 60_000);
    expect(await store.discard(sha256, earlier)).toBe(false);
    expect(await store.has(sha256)).toBe(true);
    expect(await store.discard(sha256, new Date(Date.now() + 60_000))).toBe(true);
    expect(await store.has(sha256)).toBe(false);
    expect(await store.discard(sha256, new Date())).toBe(false);
  });

  it.runIf(process.platform === 'linux')('says so when the disk is full', async () => {
    const store = openFileStore(folder, () => writeFile('/dev/full', 'x'));
    await expect(store.put(Buffer.from('a'))).rejects.toMatchObject({
      code: 'unavailable',
      reason: 'no_space',
    });
    expect(await listStored(folder)).toEqual([]);
    expect(await readdir(join(folder, 'unfinished'))).toEqual([]);
  });
});
