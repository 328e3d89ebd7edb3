import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BuildContext } from './build/context.ts';
import { nameByContent } from './build/finish.ts';
import { buildStyles } from './build/pages.ts';
import { buildIslands, buildPrograms } from './build/programs.ts';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const note = (text: string) => console.log(`dev      | ${text}`);
const context: BuildContext = {
  root,
  dist,
  publicFolder: join(dist, 'public'),
  development: true,
  note,
};
/** Editors write a file in several steps. */
const SETTLED_MS = 150;

/** Everything but the workbench, which Vite watches by itself. */
async function build(): Promise<void> {
  rmSync(context.publicFolder, { recursive: true, force: true });
  await Promise.all([buildPrograms(context), buildStyles(context)]);
  await buildIslands(context);
  nameByContent(context);
}

function run(script: string, ...parameters: string[]): ChildProcess {
  return spawn(process.execPath, [join(root, script), ...parameters], {
    cwd: root,
    stdio: 'inherit',
  });
}

/** Builds again at most once at a time, and has the launcher start its programs anew. */
function rebuilder(launcher: ChildProcess): () => Promise<void> {
  let again = false;
  let busy = false;
  return async () => {
    again = true;
    if (busy) return;
    busy = true;
    while (again) {
      again = false;
      await build().then(
        () => launcher.kill('SIGUSR2'),
        (error: unknown) => note(error instanceof Error ? error.message : String(error)),
      );
    }
    busy = false;
  };
}

async function develop(): Promise<void> {
  // A development build is not what `npm start` serves: it must build afresh.
  rmSync(join(dist, 'stamp'), { force: true });
  await build();
  const launcher = run('src/apps/launcher/main.ts', '--no-build');
  const workbench = existsSync(join(root, 'vite.config.ts'))
    ? run('node_modules/vite/bin/vite.js', 'build', '--watch', '--mode', 'development')
    : undefined;
  const rebuild = rebuilder(launcher);
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(join(root, 'src'), { recursive: true }, (_event, path) => {
    if (!path || /\.(test\.tsx?|staff\.tsx|md)$/.test(path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), SETTLED_MS);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => launcher.kill(signal));
  launcher.once('exit', (code) => {
    watcher.close();
    workbench?.kill();
    process.exitCode = code ?? 1;
  });
}

await develop();
