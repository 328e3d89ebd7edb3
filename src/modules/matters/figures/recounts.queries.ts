import { sql } from 'kysely';
import type { Recount } from '#kernel/counters/recount.ts';
import type { Db } from '#kernel/db/client.ts';
import { plainDateOf } from '#kernel/pure/dates.ts';
import { type RuleBook, ruleFor } from '#modules/rulebook/pure.ts';
import { NO_DAY } from '../matters/counts.rules.ts';

type Sum = {
  readonly area: string;
  readonly day: string;
  readonly key: string;
  readonly by: number;
};

/** States in which nobody has to do anything more. */
const OVER = ['REJECTED', 'REDIRECTED', 'MERGED', 'CLOSED', 'WITHDRAWN'];

const receivedOn = sql<string>`(received_at at time zone 'Asia/Shanghai')::date`;
const closedOn = sql<string>`(closed_at at time zone 'Asia/Shanghai')::date`;
const noDay = sql<string>`${NO_DAY}::date`;
const isOpen = sql<boolean>`state <> all(${OVER}::text[])`;
const isClosed = sql<boolean>`closure is not null`;
const everyMatter = sql<boolean>`true`;

/** One figure as one statement over the matters themselves. */
function recount(
  name: string,
  day: typeof receivedOn,
  key: ReturnType<typeof sql<string>>,
  which = everyMatter,
): Recount {
  const count = async (db: Db): Promise<Sum[]> =>
    db
      .selectFrom('matter')
      .select(['area', day.as('day'), key.as('key'), sql<number>`count(*)`.as('by')])
      .where(which)
      .groupBy(['area', sql`2`, sql`3`])
      .execute();
  return { name, count };
}

/** Every figure of matters, counted anew from the records; `outcome` also asks the rulebook what "quickly" meant that day. */
export function matterRecounts(readBook: (db: Db) => Promise<RuleBook>): readonly Recount[] {
  return [
    recount('matters.state', noDay, sql<string>`state`),
    recount('matters.received', receivedOn, sql<string>`source`),
    recount('matters.category', receivedOn, sql<string>`category`),
    recount('matters.owned', noDay, sql<string>`owner_root`, isOpen),
    recount(
      'matters.overdue',
      noDay,
      sql<string>`owner_root`,
      sql<boolean>`is_overdue and (${isOpen} or state = 'MERGED')`,
    ),
    recount('matters.closed', closedOn, sql<string>`closure`, isClosed),
    recount(
      'matters.on_time',
      closedOn,
      sql<string>`case when coalesce(finished_at, first_closed_at) <= due_at and reopened_at is null then 'yes' else 'no' end`,
      isClosed,
    ),
    recount(
      'matters.rating',
      closedOn,
      sql<string>`rating::text`,
      sql<boolean>`closure is not null and rating is not null`,
    ),
    { name: 'matters.outcome', count: async (db) => countOutcomes(db, await readBook(db)) },
  ];
}

async function countOutcomes(db: Db, book: RuleBook): Promise<Sum[]> {
  const rows = await db
    .selectFrom('matter')
    .select([
      'area',
      receivedOn.as('day'),
      'closure',
      isOpen.as('isOpen'),
      // How many whole days it took, rounded up: "within N days" includes the N-th to the second.
      sql<number | null>`ceil(extract(epoch from closed_at - received_at) / 86400)::int`.as('days'),
      sql<number>`count(*)`.as('by'),
    ])
    .groupBy(['area', sql`2`, 'closure', sql`4`, sql`5`])
    .execute();
  return rows.map(({ closure, isOpen, days, ...row }) => {
    const quick = ruleFor(book, 'express.window', plainDateOf(row.day), row.area).days;
    return { ...row, key: keyOf(closure, isOpen, days, quick) };
  });
}

function keyOf(closure: string | null, open: boolean, days: number | null, quick: number): string {
  if (closure === 'solved' || closure === 'verified')
    return days !== null && days <= quick ? 'solved_quick' : 'solved_later';
  return closure ?? (open ? 'open' : 'elsewhere');
}
