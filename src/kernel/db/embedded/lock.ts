import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

/** A lock the kernel drops when its holder dies, so that none is ever stale. */
export type Hold = { release(): void };

const SQLITE_BUSY = 5;

/**
 * Takes the only exclusive hold on a lock file, or undefined if somebody holds it.
 * Node has no file locks; SQLite's are the system's own (fcntl, LockFileEx) and work between containers on one volume.
 * Nothing else may open a lock file: on POSIX, closing any handle of it in this process drops the lock.
 */
export function tryExclusive(path: string): Hold | undefined {
  return tryHold(path, 'BEGIN EXCLUSIVE');
}

/** Takes one of many shared holds, or undefined while somebody holds the file exclusively. */
export function tryShared(path: string): Hold | undefined {
  return tryHold(path, 'BEGIN; SELECT count(*) FROM sqlite_master');
}

/** Tries until it holds or the patience (milliseconds) is over. */
export async function holdWithin(
  patience: number,
  attempt: () => Hold | undefined,
): Promise<Hold | undefined> {
  const end = performance.now() + patience;
  for (;;) {
    const hold = attempt();
    if (hold || performance.now() >= end) return hold;
    await delay(50);
  }
}

function tryHold(path: string, begin: string): Hold | undefined {
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    // No journal file: nothing is ever written.
    file.exec(`PRAGMA journal_mode = OFF; ${begin}`);
  } catch (error) {
    file.close();
    if (isBusy(error)) return undefined;
    throw new Error(`cannot lock ${path}`, { cause: error });
  }
  let held = true;
  return {
    release() {
      if (held) file.close();
      held = false;
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
