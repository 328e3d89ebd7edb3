import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Postmaster } from './postmaster.ts';

/** After a crash PostgreSQL first replays its log, which can take minutes. */
const READY_WITHIN_MS = 600_000;

export function superuserUrl(password: string, port: number): string {
  return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

/** Waits until the server answers; false if it ended instead. */
export async function waitReady(postmaster: Postmaster, password: string): Promise<boolean> {
  let gone = false;
  void postmaster.exited.then(() => {
    gone = true;
  });
  const end = performance.now() + READY_WITHIN_MS;
  while (!gone) {
    if (await answers(superuserUrl(password, postmaster.port))) return true;
    if (performance.now() > end) throw new Error('PostgreSQL started but does not answer');
    await delay(25);
  }
  return false;
}

/** Whether a server answers at this URL now. Throws if it answers but refuses the password. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (isWrongPassword(error))
      throw new Error('the database in DATA_DIR does not accept the password in DATA_DIR/keys', {
        cause: error,
      });
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '28P01';
}
