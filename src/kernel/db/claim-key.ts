import { createHash } from 'node:crypto';
import { canonical } from '#kernel/journal/journal.ts';
import { AppError } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import type { Tx } from './client.ts';

export type KeyClaim = {
  /** Whose key it is: two callers may choose the same one. */
  readonly owner: string;
  readonly key: string;
  /** What the key was used for; the same key with another body is refused. */
  readonly body: unknown;
  /** The id that the creation is about to use. */
  readonly id: string;
};

/**
 * Records in the creation's own transaction that `key` made `id`. Returns null when the caller is first and shall go on,
 * or the id made earlier, which a repeat answers with. Two at once: the second waits for the first.
 */
export async function claimKey(tx: Tx, world: World, claim: KeyClaim): Promise<string | null> {
  const fingerprint = createHash('sha256').update(canonical(claim.body)).digest('hex');
  const inserted = await tx
    .insertInto('idempotency')
    .values({
      owner: claim.owner,
      key: claim.key,
      fingerprint,
      madeId: claim.id,
      createdAt: world.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return null;
  const earlier = await tx
    .selectFrom('idempotency')
    .select(['fingerprint', 'madeId'])
    .where('owner', '=', claim.owner)
    .where('key', '=', claim.key)
    .executeTakeFirstOrThrow();
  if (earlier.fingerprint !== fingerprint) throw new AppError('refused', 'idempotency_key_reused');
  return earlier.madeId;
}
