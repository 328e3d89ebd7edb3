import { readFileSync } from 'node:fs';
import type { Call } from '../command.ts';

export const passphraseOption = { 'passphrase-file': { type: 'string' } } as const;

/** From a file or the environment, never from the command line, which other people on the machine can read. */
export function readPassphrase({ environment, options }: Call): string | null {
  const file = options['passphrase-file'];
  if (typeof file === 'string') return readFileSync(file, 'utf8').trim();
  return environment.LINLI_BACKUP_PASSPHRASE ?? null;
}
