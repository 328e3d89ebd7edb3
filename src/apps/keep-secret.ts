import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secrets } from '#kernel/secrets.ts';

/** The keys of this installation: from LINLI_SECRET, or from DATA_DIR/keys/secret, made at the first start. */
export function keepSecret(dataDir: string, given: string | undefined): Secrets {
  if (given !== undefined) return new Secrets(Buffer.from(given));
  const keys = join(dataDir, 'keys');
  const file = join(keys, 'secret');
  return new Secrets(Buffer.from(readSecret(file) ?? makeSecret(keys, file), 'base64url'));
}

/** Server and worker start together: the first to name its file wins, and both read that one. */
function makeSecret(keys: string, file: string): string {
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const own = join(keys, `.${randomUUID()}`);
  writeFileSync(own, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(own, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(own);
  }
  return readFileSync(file, 'utf8').trim();
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
