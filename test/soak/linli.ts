import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../bench/installation.ts';

const PASSPHRASE = 'a passphrase for the soak only';

export type Said = { readonly code: number | null; readonly text: string };

/** Starts one `linli` command beside the server. */
export function startLinli(
  dataDir: string,
  ...words: readonly string[]
): { readonly child: ChildProcess; readonly ended: Promise<Said> } {
  const child = spawn(process.execPath, [join(root, 'src/apps/cli/main.ts'), ...words], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      DATA_DIR: dataDir,
      LINLI_LANG: 'en',
      LINLI_DEMO: '1',
      LINLI_BACKUP_PASSPHRASE: PASSPHRASE,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece) => {
      text += piece;
    });
  const ended = new Promise<Said>((resolve) =>
    child.once('close', (code) => resolve({ code, text })),
  );
  return { child, ended };
}

export async function linli(dataDir: string, ...words: readonly string[]): Promise<string> {
  const { code, text } = await startLinli(dataDir, ...words).ended;
  if (code !== 0) throw new Error(`linli ${words.join(' ')}: ${text}`);
  return text;
}
