import { existsSync } from 'node:fs';
import { get } from 'node:http';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DistrictUrls } from '#kernel/db/district.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { type Database, openDatabase } from './database.ts';
import { loadDemo, printSignIns } from './demo.ts';
import { SERVER_HEAP } from './heap.ts';
import { type Environment, Program, runOnce } from './program.ts';
import { openProgress, type Progress } from './progress.ts';
import { reasonOf, say } from './say.ts';
import { readSettings, type Settings } from './settings.ts';
import { builtStamp, sourceStamp } from './stamp.ts';

const PARENT_WATCH_MS = 250;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Starts everything in order and keeps it running until a signal; then stops it in the opposite order. */
export async function launch(options: readonly string[]): Promise<void> {
  const stopping = new AbortController();
  const undo: (() => Promise<void>)[] = [];
  for (const signal of SIGNALS) process.on(signal, () => stopping.abort());
  stopping.signal.addEventListener('abort', () => say('正在停止 / stopping'));
  if (process.env['npm_lifecycle_event']) stopWithParent(stopping);
  try {
    const root = resolve(import.meta.dirname, '../../..');
    const settings = readSettings(process.env, options, root);
    await bringUp(settings, stopping.signal, undo);
    await untilAborted(stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted) {
      console.error(reasonOf(error));
      process.exitCode = 1;
    }
  }
  for (const step of undo.reverse()) await step();
  // Nothing is left to do: what a library forgot to close must not hold the process.
  process.exit();
}

/** npm passes a signal on to the shell between us only, which dies and tells us nothing. */
function stopWithParent(stopping: AbortController): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) stopping.abort();
  }, PARENT_WATCH_MS);
  watch.unref();
}

async function bringUp(
  settings: Settings,
  signal: AbortSignal,
  undo: (() => Promise<void>)[],
): Promise<void> {
  const started = performance.now();
  const progress = await openProgress(settings.host, settings.port);
  undo.push(() => progress.close());
  const programs: Program[] = [];
  const moved = (urls: DistrictUrls) => {
    for (const [i, program] of programs.entries()) program.restart(environments(settings, urls)[i]);
  };
  const opening = progress.during('database', () => openDatabase(settings, moved));
  undo.push(() => opening.then((database) => database.stop(), noop));
  const [database] = await Promise.all([opening, buildIfStale(settings, progress, signal)]);
  signal.throwIfAborted();
  await progress.during('migrate', () => migrateDistrict(settings, database));
  signal.throwIfAborted();
  const [, commands] = environments(settings, database.urls);
  await loadDemo(settings, database.urls, commands, progress, signal);
  signal.throwIfAborted();
  await progress.close();
  programs.push(...startPrograms(settings, database.urls));
  undo.push(async () => {
    await Promise.all(programs.map((program) => program.stop()));
  });
  process.on('SIGUSR2', () => {
    for (const program of programs) program.restart();
  });
  await untilServing(settings, signal);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const address = `http://${addressOf(settings.host)}:${settings.port}`;
  say(`已就绪（${seconds} 秒）/ ready: ${address}/   ${address}/workbench`);
  await printSignIns(settings, commands, signal);
}

async function buildIfStale(settings: Settings, progress: Progress, signal: AbortSignal) {
  const { root, dist } = settings;
  if (!settings.build || builtStamp(dist) === sourceStamp(root)) return;
  await progress.during('build', () =>
    runOnce({
      name: 'build',
      file: join(root, 'scripts/build.ts'),
      cwd: root,
      environment: inherited(),
      signal,
      listen: (line) => progress.detail(line),
    }),
  );
}

async function migrateDistrict(settings: Settings, database: Database): Promise<void> {
  const { district, root } = settings;
  const folder = join(root, 'db/migrations');
  if (!existsSync(folder)) return;
  const { urls } = database;
  const applied = await migrate({ ownerUrl: urls.owner, district, roles: rolesOf(urls), folder });
  if (applied.length > 0) say(`数据库已更新 / migrations applied: ${applied.length}`);
}

/** On a server of one's own the roles may be called anything: the URLs say what. */
function rolesOf(urls: DistrictUrls) {
  const name = (url: string) => decodeURIComponent(new URL(url).username);
  return {
    owner: name(urls.owner),
    app: name(urls.app),
    auth: name(urls.auth),
    sealer: name(urls.sealer),
  };
}

function startPrograms(settings: Settings, urls: DistrictUrls): Program[] {
  const [server, worker] = environments(settings, urls);
  const { root, dist } = settings;
  const programs = [
    { name: 'server', environment: server, flags: SERVER_HEAP },
    { name: 'worker', environment: worker, flags: [] },
  ].map(({ name, environment, flags }) => {
    const file = join(dist, `${name}.js`);
    if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build"`);
    return new Program({ name, file, cwd: root, environment, flags });
  });
  for (const program of programs) program.start();
  return programs;
}

/** What each program is told. The server never learns how to become the owner or the sealer. */
function environments(settings: Settings, urls: DistrictUrls): [Environment, Environment] {
  const { DATABASE_OWNER_URL: _owner, DATABASE_SEALER_URL: _sealer, ...rest } = inherited();
  const server = {
    ...rest,
    NODE_ENV: 'production',
    HOST: settings.host,
    PORT: String(settings.port),
    DATA_DIR: settings.dataDir,
    LINLI_DISTRICT: settings.district,
    LINLI_DEMO: settings.demo ? '1' : '0',
    DATABASE_URL: urls.app,
    DATABASE_AUTH_URL: urls.auth,
  };
  const worker = { ...server, DATABASE_OWNER_URL: urls.owner, DATABASE_SEALER_URL: urls.sealer };
  return [server, worker];
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

async function untilServing(settings: Settings, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !(await serves(settings))) await delay(50);
}

function serves({ host, port }: Settings): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(
      { host: addressOf(host), port, path: '/health', headers: { connection: 'close' } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200);
      },
    );
    request.setTimeout(5_000, () => request.destroy());
    request.once('error', () => resolve(false));
  });
}

/** Where we ourselves reach a server that listens everywhere. */
function addressOf(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    const awake = setInterval(() => {}, 60_000);
    signal.addEventListener('abort', () => {
      clearInterval(awake);
      resolve();
    });
  });
}

function noop(): void {}
