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

/** Ids of open matters with a provisional due date before an instant, by id, those after the one given. */
export async function listProvisional(
  db: Db,
  before: Date,
  after: string | null,
  limit: number,
): Promise<string[]> {
  let query = db
    .selectFrom('matter')
    .select('id')
    .where('isDueProvisional', '=', true)
    .where('closedAt', 'is', null)
    .where('disposition', 'is', null)
    .where('dueAt', '<', before);
  if (after !== null) query = query.where('id', '>', after);
  const rows = await query.orderBy('id').limit(limit).execute();
  return rows.map((row) => row.id);
}
