import type { Tx } from '#kernel/db/client.ts';
import type { Attempts } from './attempts.rules.ts';

/** The count under a key, locked for update; undefined where the key is new. */
export async function lockAttempts(tx: Tx, key: string, now: Date): Promise<Attempts | undefined> {
  const made = await tx
    .insertInto('signInAttempt')
    .values({ key, attempts: 0, lastAt: now, lockedUntil: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) return undefined;
  return tx
    .selectFrom('signInAttempt')
    .select(['attempts', 'lastAt', 'lockedUntil'])
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveAttempts(tx: Tx, key: string, next: Attempts): Promise<void> {
  await tx.updateTable('signInAttempt').set(next).where('key', '=', key).execute();
}

export async function forgetAttempts(tx: Tx, key: string): Promise<void> {
  await tx.deleteFrom('signInAttempt').where('key', '=', key).execute();
}

export async function forgetAttemptsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('signInAttempt').where('lastAt', '<', before).execute();
}
