import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/client.ts';
import type { World } from '#kernel/world.ts';
import type { WorkItem, WorkSubject } from './item.types.ts';

function rowOf(world: World, subject: WorkSubject, item: WorkItem, since: Date) {
  return {
    id: world.newId(),
    subjectKind: subject.kind,
    subjectId: subject.id,
    number: subject.number,
    organisation: item.organisation,
    verb: item.verb,
    part: item.part,
    link: subject.link,
    createdAt: since,
    ...changingColumns(subject, item),
  };
}

function changingColumns(subject: WorkSubject, item: WorkItem) {
  return {
    area: subject.area,
    sharedWith: [...subject.sharedWith],
    title: subject.title,
    facts: JSON.stringify(item.facts),
    dueAt: item.dueAt,
    isUrgent: item.isUrgent,
  };
}

/**
 * The items of a subject that has none yet: whoever files it need not be allowed to see them.
 * `since` is when they began to wait, where that was not now: a past matter waits since its last event.
 */
export async function addItems(
  tx: Tx,
  world: World,
  subject: WorkSubject,
  items: readonly WorkItem[],
  since: Date = world.clock.now(),
): Promise<void> {
  if (items.length === 0) return;
  await tx
    .insertInto('worklistItem')
    .values(items.map((item) => rowOf(world, subject, item, since)))
    .execute();
}

/** Makes the subject's items exactly these: what is done disappears, what stays keeps its place. */
export async function replaceItems(
  tx: Tx,
  world: World,
  subject: WorkSubject,
  items: readonly WorkItem[],
): Promise<void> {
  const keep = items.map((item) => `${item.organisation} ${item.verb} ${item.part}`);
  const removed = tx
    .deleteFrom('worklistItem')
    .where('subjectId', '=', subject.id)
    .where(sql<boolean>`concat_ws(' ', organisation, verb, part) <> all(${keep}::text[])`)
    .execute();
  const added = items.map((item) =>
    tx
      .insertInto('worklistItem')
      .values(rowOf(world, subject, item, world.clock.now()))
      .onConflict((conflict) =>
        conflict
          .columns(['subjectId', 'organisation', 'verb', 'part'])
          .doUpdateSet(changingColumns(subject, item)),
      )
      .execute(),
  );
  await Promise.all([removed, ...added]);
}

export type TodayQuery = {
  readonly organisations: readonly string[];
  readonly verbs: readonly string[];
  readonly limit: number;
  readonly after: { readonly dueAt: Date | null; readonly id: string } | null;
};

/** Today: everything that waits for these bodies and verbs, most pressing first; what has no date comes last. */
export async function listToday(db: Db, query: TodayQuery) {
  let select = db
    .selectFrom('worklistItem')
    .selectAll()
    .where(({ eb, fn, val }) => eb('organisation', '=', fn.any(val([...query.organisations]))))
    .where(({ eb, fn, val }) => eb('verb', '=', fn.any(val([...query.verbs]))));
  if (query.after) {
    const { dueAt, id } = query.after;
    select = select.where(({ eb }) =>
      dueAt === null
        ? eb.and([eb('dueAt', 'is', null), eb('id', '>', id)])
        : eb.or([
            eb(eb.refTuple('dueAt', 'id'), '>', eb.tuple(dueAt, id)),
            eb('dueAt', 'is', null),
          ]),
    );
  }
  return select
    .orderBy('dueAt', (order) => order.asc().nullsLast())
    .orderBy('id')
    .limit(query.limit)
    .execute();
}
