import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkAll } from './check.ts';
import { findOrInstallBrowser } from './find-browser.ts';

const root = resolve(import.meta.dirname, '..');
const wanted = process.argv.slice(2);

function node(script: string, args: readonly string[], env: Record<string, string> = {}): number {
  const run = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (run.error) throw run.error;
  return run.status ?? 1;
}

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}

/** The whole of `npm test`: browser, checks, build, tests. With arguments (a path, -t a name) only those tests run, without the checks. */
async function testAll(): Promise<number> {
  const browser = findOrInstallBrowser();
  if (wanted.length === 0 && !(await checkAll())) return 1;
  if (existsSync(join(root, 'scripts/build.ts')) && node('scripts/build.ts', []) !== 0) return 1;
  return node('node_modules/vitest/vitest.mjs', ['run', ...wanted], { CHROMIUM_PATH: browser });
}

testAll().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => stop(error instanceof Error ? error.message : String(error)),
);
