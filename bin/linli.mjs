#!/usr/bin/env node
// The `linli` command. npx may start it on an older Node: it only looks for Node 24 and hands over.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'dist', 'cli.js');

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  const own = join(root, 'node_modules', '.bin', `node${suffix}`);
  if (existsSync(own)) return own;
  console.error(
    `邻里需要 Node 24 或更新版本，当前是 ${process.version}。请先在 ${root} 运行 npm ci。\n` +
      `Linli needs Node 24 or newer, this is ${process.version}. Run "npm ci" in ${root} first.`,
  );
  process.exit(1);
}

/** Runs Node to its end, on our terminal and under our signals. */
function run(node, parameters) {
  return new Promise((resolve) => {
    const child = spawn(node, parameters, {
      stdio: 'inherit',
      shell: node.endsWith('.cmd'),
      env: process.env,
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => child.kill(signal));
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const node = findNode();
if (!existsSync(program)) {
  // In silence: what the command prints may be read by a program.
  const built = await run(node, [join(root, 'scripts', 'build.ts'), '--quiet']);
  if (built !== 0) process.exit(built);
}
// As in src/apps/launcher/heap.ts, which says why.
const heap = ['--max-old-space-size=256', '--max-semi-space-size=16'];
process.exit(await run(node, [...heap, '--enable-source-maps', program, ...process.argv.slice(2)]));
