import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import type { BuildContext } from './context.ts';

const PROGRAMS = ['server', 'worker', 'cli'];
/** What WeChat's browser on phones of about 2018 understands. */
const OLD_PHONES = 'es2018';

/** One file per program, packages left outside. */
export async function buildPrograms({ root, dist, note }: BuildContext): Promise<void> {
  const entries = PROGRAMS.map((name) => [name, `src/apps/${name}/main.ts`] as const);
  const missing = entries.filter(([, path]) => !existsSync(join(root, path)));
  for (const [, path] of missing) note(`skipped ${path}: not there yet`);
  const present = entries.filter((entry) => !missing.includes(entry));
  if (present.length === 0) return;
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: dist,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    // Our own '#kernel/…' imports are no packages: they belong inside.
    alias: aliases(root),
    jsx: 'automatic',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
}

/** Each island, small and for old browsers, into the public folder under its plain name. */
export async function buildIslands({ root, publicFolder, note }: BuildContext): Promise<void> {
  const files = globSync('src/**/browser/*.ts', { cwd: root }).filter(
    (path) => !path.endsWith('.test.ts'),
  );
  const entries = new Map<string, string>();
  for (const path of files) {
    const name = basename(path, '.ts');
    const rival = entries.get(name);
    if (rival) throw new Error(`two islands are called ${name}: ${rival} and ${path}`);
    entries.set(name, path);
  }
  if (entries.size === 0) return note('skipped the islands: none yet');
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries),
    outdir: join(publicFolder, 'islands'),
    bundle: true,
    platform: 'browser',
    target: OLD_PHONES,
    format: 'esm',
    alias: aliases(root),
    minify: true,
    logLevel: 'warning',
  });
}

function aliases(root: string): Record<string, string> {
  return {
    '#kernel': join(root, 'src/kernel'),
    '#modules': join(root, 'src/modules'),
    '#db': join(root, 'db'),
  };
}
