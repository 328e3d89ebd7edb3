import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, giveTo } from './account.ts';
import { type Binaries, cleanEnvironment } from './binaries.ts';
import { type EmbeddedPaths, writePrivate } from './paths.ts';

const execFileAsync = promisify(execFile);

export type Installation = {
  readonly paths: EmbeddedPaths;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
};

/**
 * How a child of ours names the folder it works on. Under another account the folder's parents may be closed to it
 * (DATA_DIR below /root): it is then put into the folder before it gives up root, and calls it by where it stands.
 */
export function standIn(folder: string, account: Account | undefined) {
  const env = cleanEnvironment();
  if (account && process.platform === 'linux')
    return { named: '/proc/self/cwd', options: { cwd: folder, env, ...account } };
  const cwd = process.platform === 'win32' ? folder : '/';
  return { named: folder, options: { cwd, env, ...account } };
}

/** Makes the cluster if there is none yet. Never removes anything that may hold data. Returns the superuser's password. */
export async function ensureCluster(installation: Installation, fsync: boolean): Promise<string> {
  const { paths, account } = installation;
  if (!isCluster(paths.cluster)) await makeCluster(installation, fsync);
  else checkCluster(installation);
  giveTo(account, paths.cluster);
  return readPassword(paths);
}

export function isCluster(folder: string): boolean {
  return ['PG_VERSION', 'global/pg_control'].every((name) => existsSync(join(folder, name)));
}

/** The superuser's random password, kept in DATA_DIR/keys. */
export function readPassword(paths: EmbeddedPaths): string {
  try {
    return readFileSync(paths.passwordFile, 'utf8').trim();
  } catch (cause) {
    throw new Error(`cannot read ${paths.passwordFile}, the password of the database in DATA_DIR`, {
      cause,
    });
  }
}

function checkCluster({ paths, binaries, account }: Installation): void {
  const made = readFileSync(join(paths.cluster, 'PG_VERSION'), 'utf8').trim();
  const ours = binaries.version.split('.')[0];
  if (made !== ours)
    throw new Error(
      `the database in ${paths.cluster} was made by PostgreSQL ${made}, this is PostgreSQL ${ours}: ` +
        'make a backup with the Linli that made it ("linli backup"), then restore it into an empty DATA_DIR',
    );
  // A copied or restored folder may have lost its mode, and PostgreSQL refuses an open one.
  if (account) chmodSync(paths.cluster, 0o700);
}

async function makeCluster(installation: Installation, fsync: boolean): Promise<void> {
  const { paths, account } = installation;
  refuseForeign(paths.cluster);
  rmSync(paths.unfinished, { recursive: true, force: true });
  mkdirSync(paths.unfinished, { mode: 0o700 });
  giveTo(account, paths.unfinished);
  const password = randomBytes(24).toString('base64url');
  writePrivate(paths.passwordFile, password);
  await runInitdb(installation, password, fsync);
  rmSync(paths.cluster, { recursive: true, force: true });
  renameSync(paths.unfinished, paths.cluster);
}

function refuseForeign(cluster: string): void {
  if (existsSync(cluster) && readEntries(cluster).length > 0)
    throw new Error(
      `${cluster} is neither empty nor a whole PostgreSQL cluster. Linli removes nothing there: ` +
        'restore it, move it away, or choose another DATA_DIR',
    );
}

function readEntries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw new Error(
      `${folder} belongs to another account: start Linli as the account (or root) that started it first`,
      { cause },
    );
  }
}

async function runInitdb(
  { paths, binaries, account }: Installation,
  password: string,
  fsync: boolean,
): Promise<void> {
  const { named, options } = standIn(paths.unfinished, account);
  const hiding = mkdtempSync(join(tmpdir(), 'linli-'));
  try {
    const file = join(hiding, 'password');
    writeFileSync(file, password, { mode: 0o600 });
    giveTo(account, hiding);
    await execFileAsync(
      join(binaries.bin, 'initdb'),
      [
        `--pgdata=${named}`,
        `--pwfile=${file}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
        ...(fsync ? [] : ['--no-sync']),
      ],
      options,
    );
  } catch (cause) {
    throw new Error('initdb failed: the database could not be made', { cause });
  } finally {
    rmSync(hiding, { recursive: true, force: true });
  }
}
