import { spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  checkCatalogues,
  checkImports,
  checkMigrations,
  checkModuleMap,
  checkSources,
  checkWords,
  root,
} from './checks/repository.ts';

type Outcome = { readonly ok: boolean; readonly output: string };
type Step = { readonly name: string; readonly run: () => Promise<Outcome> };

const AT_ONCE = 2;
// What the compiler remembers of the last run: about half the time when little has changed (10 s instead of 18).
const TYPES_SEEN = 'node_modules/.cache/types.tsbuildinfo';

const own = (check: () => string[] | Promise<string[]>) => async (): Promise<Outcome> => {
  const faults = await check();
  return { ok: faults.length === 0, output: faults.join('\n') };
};

/** Runs a package's command on the Node that runs us. */
const tool =
  (script: string, ...args: string[]) =>
  (): Promise<Outcome> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
        cwd: root,
      });
      let output = '';
      child.stdout.on('data', (chunk) => {
        output += chunk;
      });
      child.stderr.on('data', (chunk) => {
        output += chunk;
      });
      child.on('close', (code) => resolve({ ok: code === 0, output }));
    });

const steps: readonly Step[] = [
  {
    name: 'types',
    run: tool('typescript/bin/tsc', '-p', '.', '--incremental', '--tsBuildInfoFile', TYPES_SEEN),
  },
  {
    name: 'format and lint',
    run: tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  },
  { name: 'import law', run: own(checkImports) },
  { name: 'dead code', run: tool('knip/bin/knip.js', '--no-progress') },
  { name: 'module map', run: own(checkModuleMap) },
  { name: 'migrations', run: own(checkMigrations) },
  { name: 'messages in both languages', run: own(checkCatalogues) },
  { name: 'source habits', run: own(checkSources) },
  { name: 'words', run: own(checkWords) },
];

async function perform(step: Step): Promise<boolean> {
  const started = performance.now();
  const { ok, output } = await step
    .run()
    .catch((error: unknown) => ({ ok: false, output: String(error) }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${seconds} s  ${step.name}`);
  if (!ok) console.log(output.trimEnd().replace(/^/gm, '    '));
  return ok;
}

/** Runs every step, two at a time, whatever the others say; true when all passed. */
export async function checkAll(): Promise<boolean> {
  const waiting = [...steps];
  let failed = 0;
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!(await perform(step))) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  console.log(failed === 0 ? 'All checks passed.' : `${failed} of ${steps.length} checks failed.`);
  return failed === 0;
}

if (import.meta.main) process.exitCode = (await checkAll()) ? 0 : 1;
