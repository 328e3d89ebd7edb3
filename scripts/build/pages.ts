import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildContext } from './context.ts';

/** The portal's style sheet. */
export async function buildStyles(context: BuildContext): Promise<void> {
  const { root, publicFolder, development, note } = context;
  const source = join(root, 'src/kernel/views/styles/portal.scss');
  if (!existsSync(source)) return note('skipped the style sheet: not there yet');
  const sass = await import('sass');
  const { css } = await sass.compileAsync(source, {
    loadPaths: [join(root, 'node_modules')],
    style: development ? 'expanded' : 'compressed',
    quietDeps: true,
  });
  mkdirSync(publicFolder, { recursive: true });
  writeFileSync(join(publicFolder, 'portal.css'), css);
}

/** The workbench, by Vite with its own configuration, in a process of its own that gives its memory back. */
export async function buildWorkbench(context: BuildContext): Promise<void> {
  const { root, note } = context;
  if (!existsSync(join(root, 'vite.config.ts')))
    return note('skipped the workbench: no vite.config.ts yet');
  const code = await new Promise<number | null>((resolve, reject) => {
    const vite = spawn(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
      { cwd: root, stdio: 'inherit' },
    );
    vite.once('error', reject);
    vite.once('exit', resolve);
  });
  if (code !== 0) throw new Error('the workbench did not build');
}
