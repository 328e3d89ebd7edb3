import { sql } from 'kysely';
import type { Tx } from '#kernel/db/client.ts';
import { systemScope } from '#kernel/db/scope.ts';
import type { World } from '#kernel/world.ts';
import { type AttemptLimit, type Attempts, countAttempt } from './attempts.rules.ts';

/** One count that an attempt adds to: of one number, one user name, one address. */
export type Counted = { readonly key: string; readonly limit: AttemptLimit };
export type Begun =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly minutes: number };

const KEPT_MS = 24 * 60 * 60 * 1000;

/** A count's key. Of whom it is stays a hash: no name, number or address is kept. */
export function attemptKey(world: Pick<World, 'secrets'>, what: string, whom: string): string {
  return `${what}:${world.secrets.mac('attempts', `${what}:${whom}`)}`;
}

/**
 * Counts one attempt under every key, or under none where one of them has to wait. In the database, so that a restart
 * forgets nothing and several servers count together.
 */
export async function beginAttempt(world: World, counted: readonly Counted[]): Promise<Begun> {
  const now = world.clock.now();
  // Two who count the same keys lock them in the same order.
  const inOrder = counted.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return world.database.withScope(systemScope, async (tx) => {
    const nexts: [string, Attempts][] = [];
    let minutes = 0;
    for (const { key, limit } of inOrder) {
      const verdict = countAttempt(await lockAttempts(tx, key, now), now, limit);
      if (verdict.allowed) nexts.push([key, verdict.next]);
      else minutes = Math.max(minutes, verdict.minutes);
    }
    if (minutes > 0) return { allowed: false, minutes };
    for (const [key, next] of nexts)
      await tx.updateTable('attempt').set(next).where('key', '=', key).execute();
    return { allowed: true };
  });
}

/** The count under a key, locked for update; undefined where the key is new. */
async function lockAttempts(tx: Tx, key: string, now: Date): Promise<Attempts | undefined> {
  const made = await tx
    .insertInto('attempt')
    .values({ key, attempts: 0, lastAt: now, lockedUntil: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) return undefined;
  return findAttempts(tx, key);
}

/** The count under a key, locked for update. */
export async function findAttempts(tx: Tx, key: string): Promise<Attempts | undefined> {
  return tx
    .selectFrom('attempt')
    .select(['attempts', 'lastAt', 'lockedUntil'])
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst();
}

/** The right one knew: the next failure is the first again. */
export async function forgetAttempts(tx: Tx, key: string): Promise<void> {
  await tx.deleteFrom('attempt').where('key', '=', key).execute();
}

/** Success, under a key that many share: this one attempt was none, the others' failures stay counted. */
export async function takeBackAttempt(tx: Tx, key: string): Promise<void> {
  await tx
    .updateTable('attempt')
    .set({ attempts: sql<number>`attempts - 1`, lockedUntil: null })
    .where('key', '=', key)
    .where('attempts', '>', 0)
    .execute();
}

/** Removes counts nobody needs any more. */
export async function deleteOldAttempts(world: World): Promise<void> {
  const before = new Date(world.clock.now().getTime() - KEPT_MS);
  await world.database.withScope(systemScope, (tx) =>
    tx.deleteFrom('attempt').where('lastAt', '<', before).execute(),
  );
}
