import type { Db } from '#kernel/db/client.ts';

export async function findReporterAddress(db: Db, matterId: string) {
  return db
    .selectFrom('matter')
    .innerJoin('matterReporter', 'matterReporter.matterId', 'matter.id')
    .select(['matter.id', 'matter.number', 'matter.receivedAt', 'matter.area', 'matter.category'])
    .select(['matter.disposition', 'matter.reopenings'])
    .select(['matterReporter.telephone', 'matterReporter.language'])
    .where('matter.id', '=', matterId)
    .executeTakeFirst();
}

/** A task as its link knows it. */
export async function findTaskForLink(db: Db, taskId: string) {
  return db
    .selectFrom('task')
    .innerJoin('matter', 'matter.id', 'task.matterId')
    .select([
      'task.id',
      'matter.id as matter',
      'matter.number',
      'matter.title',
      'matter.area',
      'matter.state as matterState',
      'task.organisation',
      'task.root',
      'task.state',
      'task.linkVersion',
    ])
    .where('task.id', '=', taskId)
    .executeTakeFirst();
}

export async function listMergedInto(db: Db, parentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('matter')
    .select('id')
    .where('mergedInto', '=', parentId)
    .where('closure', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}
