import type { Db, Tx } from '#kernel/db/client.ts';

/** Ids of the matters to be looked at by now, longest waiting first. */
export async function listDueForLook(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('matter')
    .select('id')
    .where('nextLookAt', '<=', now)
    .orderBy('nextLookAt')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

export async function lookAgainAt(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('matter').set({ nextLookAt: at }).where('id', '=', id).execute();
}
