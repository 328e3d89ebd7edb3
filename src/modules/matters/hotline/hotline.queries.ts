import { sql } from 'kysely';
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

/** A merged order is worked on, and answered, with its parent: from when its own reporter could be told. */
const workedOn = sql<string>`coalesce(matter.merged_into, matter.id)`;
const answeredAt = sql<Date>`coalesce((matter.parent_work ->> 'toldAt')::timestamptz, task.done_at)`;

/** Finished hotline matters by the time their answer was given: the hotline calls its caller then. */
export async function listFinishedOrders(db: Db, query: AnswerQuery) {
  let select = db
    .selectFrom('matter')
    .innerJoin('task', (join) =>
      join.on('task.matterId', '=', workedOn).on('task.isLead', '=', true),
    )
    .select([
      'matter.id',
      'matter.number',
      'matter.hotlineNumber',
      'matter.closure',
      'matter.state',
      'task.answerPublic',
      'task.organisation',
      answeredAt.as('answeredAt'),
    ])
    .where('matter.hotlineNumber', 'is not', null)
    .where('task.doneAt', 'is not', null)
    .where('task.state', 'in', ['DONE', 'CONFIRMED', 'VERIFIED']);
  if (query.since) select = select.where(answeredAt, '>=', query.since);
  const { after } = query;
  if (after)
    select = select.where(
      sql<boolean>`(${answeredAt}, matter.id) > (${after.at}, ${after.id}::uuid)`,
    );
  return select.orderBy(answeredAt).orderBy('matter.id').limit(query.limit).execute();
}
