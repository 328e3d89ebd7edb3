import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { buildPrograms } from '../scripts/build/programs.ts';
import { root } from './installation.ts';

export type Running = { readonly base: string; readonly pid: number; stop(): Promise<void> };

const READY_WITHIN_MS = 60_000;
/** Inside the repository, so that the programs find its packages and its folder. */
const BUILT = join(root, 'node_modules/.cache/linli-bench');

/** Builds server and worker from the present sources; pages' style sheets are those of the last `npm run build`. */
export async function buildForBench(): Promise<void> {
  const note = (text: string) => console.error(text);
  const publicFolder = join(BUILT, 'public');
  await buildPrograms({ root, dist: BUILT, publicFolder, development: false, note });
}

export function builtProgram(name: 'server' | 'worker'): string {
  return join(BUILT, `${name}.js`);
}

/** Starts a program that serves HTTP on its PORT, and waits until `path` answers. */
export async function startProgram(
  file: string,
  environment: Readonly<Record<string, string>>,
  path: string,
  flags: readonly string[] = [],
): Promise<Running> {
  const child = spawn(process.execPath, [...flags, file], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const base = `http://127.0.0.1:${environment['PORT']}`;
  await untilAnswers(`${base}${path}`, child);
  return { base, pid: child.pid ?? 0, stop: () => end(child) };
}

async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  const last = performance.now() + READY_WITHIN_MS;
  while (performance.now() < last) {
    if (child.exitCode !== null) throw new Error(`the program for ${url} ended`);
    if (await answersWell(url)) return;
    await delay(100);
  }
  throw new Error(`${url} does not answer`);
}

export async function answersWell(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
