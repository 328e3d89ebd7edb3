import type { Db } from '#kernel/db/client.ts';

export async function findByHotlineNumber(db: Db, hotlineNumber: string) {
  return db
    .selectFrom('matter')
    .select(['id', 'number'])
    .where('hotlineNumber', '=', hotlineNumber)
    .executeTakeFirst();
}

export type AnswerQuery = {
  readonly since: Date | null;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
};

/** Finished hotline matters by the time their answer was given: the hotline calls its caller then. */
export async function listFinishedOrders(db: Db, query: AnswerQuery) {
  let select = db
    .selectFrom('matter')
    .innerJoin('task', (join) =>
      join.onRef('task.matterId', '=', 'matter.id').on('task.isLead', '=', true),
    )
    .select([
      'matter.id',
      'matter.number',
      'matter.hotlineNumber',
      'matter.closure',
      'matter.state',
      'task.answerPublic',
      'task.organisation',
      'task.doneAt',
    ])
    .where('matter.hotlineNumber', 'is not', null)
    .where('task.doneAt', 'is not', null)
    .where('task.state', 'in', ['DONE', 'CONFIRMED', 'VERIFIED']);
  if (query.since) select = select.where('task.doneAt', '>=', query.since);
  const { after } = query;
  if (after)
    select = select.where(({ eb }) =>
      eb(eb.refTuple('task.doneAt', 'matter.id'), '>', eb.tuple(after.at, after.id)),
    );
  return select.orderBy('task.doneAt').orderBy('matter.id').limit(query.limit).execute();
}
