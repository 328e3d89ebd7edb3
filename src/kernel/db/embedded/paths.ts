import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the embedded PostgreSQL keeps what belongs to it inside DATA_DIR. */
export type EmbeddedPaths = {
  readonly root: string;
  readonly cluster: string;
  /** A cluster under construction: it gets its final name only when initdb is done, so a torn one is never mistaken for data. */
  readonly unfinished: string;
  readonly binaries: string;
  readonly run: string;
  readonly keys: string;
  readonly log: string;
  readonly logFile: string;
  readonly runFile: string;
  readonly ownerFile: string;
  readonly ownerLock: string;
  readonly leaseLock: string;
  readonly passwordFile: string;
};

export function embeddedPaths(dataDir: string): EmbeddedPaths {
  const root = resolve(dataDir);
  const run = join(root, 'run');
  const keys = join(root, 'keys');
  const log = join(root, 'log');
  return {
    root,
    cluster: join(root, 'postgres'),
    unfinished: join(root, 'postgres.unfinished'),
    binaries: join(root, 'postgres-binaries'),
    run,
    keys,
    log,
    logFile: join(log, 'postgres.log'),
    runFile: join(run, 'postgres.json'),
    ownerFile: join(run, 'postgres-owner.json'),
    ownerLock: join(run, 'postgres-owner.lock'),
    leaseLock: join(run, 'postgres-leases.lock'),
    passwordFile: join(keys, 'postgres-superuser'),
  };
}

/** Makes DATA_DIR and the folders only its owner may read. DATA_DIR itself may be passed through, so that another account can reach the binaries. */
export function makeFolders(paths: EmbeddedPaths): void {
  mkdirSync(paths.root, { recursive: true, mode: 0o711 });
  for (const folder of [paths.run, paths.keys, paths.log]) {
    if (existsSync(folder)) continue;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
  }
}

/** Writes a small file that only we may read, whole or not at all. */
export function writePrivate(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, text, { mode: 0o600 });
  renameSync(unfinished, path);
}

export type RunRecord = { readonly pid: number; readonly port: number };

/** The server's process and port as last written, or undefined. */
export function readRunRecord(paths: EmbeddedPaths): RunRecord | undefined {
  const record = readJson(paths.runFile);
  return isRunRecord(record) ? record : undefined;
}

export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function isRunRecord(value: unknown): value is RunRecord {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'pid' in value &&
    typeof value.pid === 'number' &&
    'port' in value &&
    typeof value.port === 'number'
  );
}
