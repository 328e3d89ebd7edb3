import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sourceStamp } from '../src/apps/launcher/stamp.ts';
import type { BuildContext } from './build/context.ts';
import { nameByContent, precompress } from './build/finish.ts';
import { buildStyles, buildWorkbench } from './build/pages.ts';
import { buildIslands, buildPrograms } from './build/programs.ts';

type Step = readonly [name: string, run: (context: BuildContext) => Promise<void>];

/** The longest first: with two at a time the whole then takes little longer than it. */
const STEPS: readonly Step[] = [
  ['workbench', buildWorkbench],
  ['programs', buildPrograms],
  ['style sheet', buildStyles],
  ['islands', buildIslands],
];
const AT_ONCE = 2;
const quiet = process.argv.includes('--quiet');

function contextFor(root: string): BuildContext {
  const dist = join(root, 'dist');
  return {
    root,
    dist,
    publicFolder: join(dist, 'public'),
    development: false,
    note: (text) => quiet || console.log(`build: ${text}`),
  };
}

/** Builds everything into dist/, two steps at a time. The stamp comes last: a build cut short counts as none. */
async function build(context: BuildContext): Promise<void> {
  const stamp = sourceStamp(context.root);
  mkdirSync(context.dist, { recursive: true });
  rmSync(join(context.dist, 'stamp'), { force: true });
  rmSync(context.publicFolder, { recursive: true, force: true });
  const waiting = [...STEPS];
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await perform(step, context);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  mkdirSync(context.publicFolder, { recursive: true });
  nameByContent(context);
  await perform(['compressed files', precompress], context);
  writeFileSync(join(context.dist, 'stamp'), `${stamp}\n`);
}

async function perform([name, run]: Step, context: BuildContext): Promise<void> {
  const started = performance.now();
  await run(context);
  context.note(`${name}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

build(contextFor(resolve(import.meta.dirname, '..'))).catch((error: unknown) => {
  console.error(`build: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
