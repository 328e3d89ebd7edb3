import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../../bench/installation.ts';
import { familyOf } from '../../bench/memory.ts';
import { answersWell } from '../../bench/programs.ts';

const READY_WITHIN_MS = 120_000;

/** Everything `npm start` runs, with doors to the processes that the soak kills. */
export class Launched {
  readonly #child: ChildProcess;
  readonly #dataDir: string;
  readonly base: string;

  private constructor(child: ChildProcess, dataDir: string, base: string) {
    this.#child = child;
    this.#dataDir = dataDir;
    this.base = base;
  }

  static async start(
    environment: Readonly<Record<string, string>>,
    options: readonly string[],
  ): Promise<Launched> {
    const own = Object.entries(environment).filter(([name]) => !name.startsWith('DATABASE_'));
    const child = spawn(process.execPath, [join(root, 'src/apps/launcher/main.ts'), ...options], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', ...Object.fromEntries(own) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const base = `http://127.0.0.1:${environment['PORT']}`;
    const launched = new Launched(child, environment['DATA_DIR'] ?? '', base);
    await launched.untilServing();
    return launched;
  }

  /** Waits until /health says that all is well; returns the seconds it took. */
  async untilServing(): Promise<number> {
    const started = performance.now();
    while (!(await answersWell(`${this.base}/health`))) {
      if (performance.now() - started > READY_WITHIN_MS || this.#child.exitCode !== null)
        throw new Error('the launcher does not bring the server back');
      await delay(50);
    }
    return (performance.now() - started) / 1000;
  }

  processes(): { server: number[]; worker: number[]; postgres: number[] } {
    const family = familyOf(this.#child.pid ?? 0);
    const named = (file: string) => family.filter((pid) => commandOf(pid).includes(file));
    return {
      server: named('dist/server.js'),
      worker: named('dist/worker.js'),
      postgres: familyOf(this.#postmaster()),
    };
  }

  /** SIGKILL to one program, or to PostgreSQL and all its processes at once. */
  kill(which: 'server' | 'postgres'): void {
    for (const pid of this.processes()[which]) killNow(pid);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()));
    this.#child.kill('SIGTERM');
    await ended;
  }

  #postmaster(): number {
    const text = readFileSync(join(this.#dataDir, 'run/postgres.json'), 'utf8');
    return JSON.parse(text).pid;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** A child may have gone with its parent a moment before. */
export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
