import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Installation, standIn } from './cluster.ts';
import type { EmbeddedPaths } from './paths.ts';

/** A running PostgreSQL, ours by birth or by adoption. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  /** Settles when the process is gone, however it went. */
  readonly exited: Promise<void>;
};

export type ServerSettings = { readonly fsync: boolean; readonly sharedBuffers: string };

const LOG_KEPT_BYTES = 20_000_000;
const WATCH_MS = 500;
/** A fast stop takes some 100 ms; after this long the last resort is SIGQUIT, from which PostgreSQL recovers at its next start. */
const STOP_PATIENCE_MS = 60_000;

/** Starts PostgreSQL on a loopback port; answers as soon as the process runs, not yet when it accepts connections. */
export function spawnPostmaster(
  installation: Installation,
  settings: ServerSettings,
  port: number,
): Postmaster {
  const { paths, binaries, account } = installation;
  const { named, options } = standIn(paths.cluster, account);
  const log = openLogFile(paths.logFile);
  const child = spawn(
    join(binaries.bin, 'postgres'),
    ['-D', named, '-p', String(port), ...serverOptions(settings)],
    // A session of its own: Ctrl-C in the terminal must not stop the database before the server has finished.
    { ...options, detached: true, stdio: ['ignore', log, log], windowsHide: true },
  );
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.unref();
  return { pid: child.pid ?? 0, port, exited };
}

/** The server that runs on this cluster, whoever started it, or undefined. */
export function findServer(paths: EmbeddedPaths): Postmaster | undefined {
  const lines = readPidFile(paths);
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!port || !runsOn(pid, paths.cluster)) return undefined;
  return { pid, port, exited: watch(pid, paths.cluster) };
}

/** Removes a dead server's pid file: its number may meanwhile be another process's, which PostgreSQL would take for a rival. For the owner only. */
export function clearStalePid(paths: EmbeddedPaths): void {
  const pid = Number(readPidFile(paths)[0]);
  if (!runsOn(pid, paths.cluster)) rmSync(pidFile(paths), { force: true });
}

function readPidFile(paths: EmbeddedPaths): string[] {
  return existsSync(pidFile(paths)) ? readFileSync(pidFile(paths), 'utf8').split('\n') : [];
}

function pidFile(paths: EmbeddedPaths): string {
  return join(paths.cluster, 'postmaster.pid');
}

/** Stops PostgreSQL the fast way: open transactions are rolled back, everything committed is written. */
export async function stopPostmaster(
  postmaster: Postmaster,
  installation: Installation,
): Promise<void> {
  signal(postmaster.pid, 'SIGINT', installation);
  const patience = new AbortController();
  const stopped = postmaster.exited.then(() => patience.abort());
  // A timer that holds the process open: nothing else does while it waits for the server's end.
  await delay(STOP_PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => {});
  if (!patience.signal.aborted) signal(postmaster.pid, 'SIGQUIT', installation);
  await stopped;
}

/** A loopback port free at this moment; the preferred one if it is. */
export async function freePort(preferred: number | undefined): Promise<number> {
  if (preferred && (await probe(preferred)) === preferred) return preferred;
  const port = await probe(0);
  if (port === undefined) throw new Error('no free TCP port on 127.0.0.1');
  return port;
}

function probe(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

function serverOptions(settings: ServerSettings): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: settings.sharedBuffers,
    timezone: 'UTC',
    log_timezone: 'UTC',
    min_wal_size: '128MB',
    max_wal_size: '2GB',
    // Our statements are short: compiling them costs more than it saves.
    jit: 'off',
    random_page_cost: '1.1',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_checkpoints: 'off',
    // Rows and statements carry personal data and passwords, and a log is no place for either.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(settings.fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function openLogFile(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_KEPT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT', installation: Installation): void {
  if (process.platform === 'win32') {
    // Windows has no signals: Node would end the process on the spot.
    const mode = name === 'SIGINT' ? 'fast' : 'immediate';
    const { paths, binaries } = installation;
    spawn(join(binaries.bin, 'pg_ctl'), ['stop', '-D', paths.cluster, '-m', mode, '-W']);
    return;
  }
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Whether this process is a PostgreSQL of this cluster: a server always stands in its own data folder. */
function runsOn(pid: number, cluster: string): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function watch(pid: number, cluster: string): Promise<void> {
  while (runsOn(pid, cluster)) await delay(WATCH_MS, undefined, { ref: false });
}
