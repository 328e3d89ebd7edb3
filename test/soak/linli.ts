import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../bench/installation.ts';
import { COMMAND_HEAP } from '../../src/apps/launcher/heap.ts';

const PASSPHRASE = 'a passphrase for the soak only';

export type Said = { readonly code: number | null; readonly text: string };

/** Starts one `linli` command on an installation, by the variables that name it. */
export function startLinli(
  environment: Readonly<Record<string, string>>,
  ...words: readonly string[]
): { readonly child: ChildProcess; readonly ended: Promise<Said> } {
  const main = join(root, 'src/apps/cli/main.ts');
  const child = spawn(process.execPath, [...COMMAND_HEAP, main, ...words], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      LINLI_LANG: 'en',
      LINLI_DEMO: '1',
      LINLI_BACKUP_PASSPHRASE: PASSPHRASE,
      ...environment,
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

/** One `linli` command beside whatever runs on a folder, to its good end. */
export async function linli(dataDir: string, ...words: readonly string[]): Promise<string> {
  const { code, text } = await startLinli({ DATA_DIR: dataDir }, ...words).ended;
  if (code !== 0) throw new Error(`linli ${words.join(' ')}: ${text}`);
  return text;
}
