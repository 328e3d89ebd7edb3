import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from './installation.ts';
import { familyOf, memoryOf } from './memory.ts';
import { answersWell } from './programs.ts';

export type WarmStart = {
  /** Seconds from the command to the first page. */
  readonly seconds: number;
  /** MB of server, worker and PostgreSQL together, shortly after. */
  readonly memory: number;
};

const WITHIN_MS = 60_000;

/**
 * Starts everything by the launcher, as `npm start` does when all is built and loaded, until `path` is served; then stops
 * it. Without the demo, which would be loaded first. Infinite seconds where nothing is served within a minute.
 */
export async function measureWarmStart(
  environment: Readonly<Record<string, string>>,
  path: string,
): Promise<WarmStart> {
  const { DATABASE_URL: _a, DATABASE_OWNER_URL: _o, ...rest } = environment;
  const { DATABASE_AUTH_URL: _s, DATABASE_SEALER_URL: _l, ...own } = rest;
  const started = performance.now();
  const launcher = spawn(
    process.execPath,
    [join(root, 'src/apps/launcher/main.ts'), '--no-build'],
    {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', ...own, LINLI_DEMO: '0' },
      stdio: 'ignore',
    },
  );
  const ended = new Promise<void>((resolve) => launcher.once('exit', () => resolve()));
  try {
    const url = `http://127.0.0.1:${environment['PORT']}${path}`;
    while (!(await answersWell(url))) {
      if (performance.now() - started > WITHIN_MS || launcher.exitCode !== null)
        return { seconds: Number.POSITIVE_INFINITY, memory: Number.NaN };
      await delay(20);
    }
    const seconds = (performance.now() - started) / 1000;
    return { seconds, memory: memoryOf(familyOf(launcher.pid ?? 0)) };
  } finally {
    launcher.kill('SIGTERM');
    await ended;
  }
}
