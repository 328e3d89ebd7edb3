import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** 64 MB and about 0.2 s per guess. */
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };
const SHORTEST_PASSPHRASE = 12;
/** Passwords of this machine's database: where a backup is restored there are others. */
const OF_THIS_MACHINE = /^(postgres-superuser|database-.*)$/;

const sealed = z.object({
  salt: z.string(),
  nonce: z.string(),
  tag: z.string(),
  text: z.string(),
});

/** The installation's keys by file name, in base64. */
export type Keys = Readonly<Record<string, string>>;

/** The keys of DATA_DIR/keys that belong to the data and not to the machine. */
export async function readKeys(folder: string): Promise<Keys> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && !OF_THIS_MACHINE.test(entry.name));
  const read = async ({ name }: { name: string }) =>
    [name, (await readFile(join(folder, name))).toString('base64')] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

export async function writeKeys(folder: string, keys: Keys): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(keys)) {
    if (!/^[\w.-]+$/.test(name) || OF_THIS_MACHINE.test(name)) continue;
    await writeFile(join(folder, name), Buffer.from(text, 'base64'), { mode: 0o600 });
  }
}

/** Closes the keys under a passphrase: scrypt, then AES-256-GCM. */
export function closeKeys(keys: Keys, passphrase: string): string {
  if (passphrase.length < SHORTEST_PASSPHRASE)
    throw new Error(`a passphrase has at least ${SHORTEST_PASSPHRASE} characters`);
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, COST), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(keys)), cipher.final()]);
  const parts = { salt, nonce, tag: cipher.getAuthTag(), text };
  const encoded = Object.entries(parts).map(([name, bytes]) => [name, bytes.toString('base64')]);
  return JSON.stringify(Object.fromEntries(encoded));
}

/** Opens them again; throws in plain words where the passphrase is another one or the file was changed. */
export function openKeys(closed: string, passphrase: string): Keys {
  const { salt, nonce, tag, text } = sealed.parse(JSON.parse(closed));
  const bytes = (part: string) => Buffer.from(part, 'base64');
  const key = scryptSync(passphrase, bytes(salt), 32, COST);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes(nonce)).setAuthTag(bytes(tag));
  try {
    const plain = Buffer.concat([decipher.update(bytes(text)), decipher.final()]);
    return z.record(z.string(), z.string()).parse(JSON.parse(plain.toString()));
  } catch (cause) {
    throw new Error('the keys do not open: another passphrase, or the file was changed', { cause });
  }
}
