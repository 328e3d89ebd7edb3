import { sql } from 'kysely';
import type { Db } from '#kernel/db/client.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import { NO_DAY } from '../matters/counts.rules.ts';

export type CountRow = {
  readonly name: string;
  /** Null in the rows that sum by day. */
  readonly area: string | null;
  readonly key: string | null;
  /** Null in the rows that sum by area and key. */
  readonly day: string | null;
  readonly count: number;
};

const NAMES = [
  'matters.category',
  'matters.closed',
  'matters.on_time',
  'matters.outcome',
  'matters.rating',
  'matters.received',
];
/** Drawn as a line over the days. */
const BY_DAY = ['matters.closed', 'matters.received'];
const PRESENT = ['matters.overdue', 'matters.owned', 'matters.state'];

/**
 * Every figure of a dashboard in one statement over the counters, so that its cost follows days and areas and never the
 * number of matters. `owner` narrows the figures of the moment to one body's; a department then sees nothing else.
 */
export async function readCounts(
  db: Db,
  given: {
    readonly range: AreaRange;
    readonly from: PlainDate;
    readonly to: PlainDate;
    readonly owner: string | null;
  },
): Promise<CountRow[]> {
  const { range, from, to, owner } = given;
  const isDepartment = range.lo === range.hi;
  const { rows } = await sql<CountRow>`
    select name, area, key, null as day, sum(count::int)::int as count from counter
    where ${!isDepartment} and name = any(${NAMES}::text[]) and area >= ${range.lo} and area < ${range.hi}
      and day >= ${from}::date and day <= ${to}::date
    group by name, area, key
    having sum(count::int) <> 0
    union all
    select name, null, null, to_char(day, 'YYYY-MM-DD'), sum(count::int)::int from counter
    where ${!isDepartment} and name = any(${BY_DAY}::text[]) and area >= ${range.lo} and area < ${range.hi}
      and day >= ${from}::date and day <= ${to}::date
    group by name, day
    union all
    select name, area, key, null, sum(count::int)::int from counter
    where name = any(${PRESENT}::text[]) and day = ${NO_DAY}::date
      and (${isDepartment} or (area >= ${range.lo} and area < ${range.hi}))
      and (not ${isDepartment} or key = ${owner ?? ''})
    group by name, area, key
    having sum(count::int) <> 0`.execute(db);
  return rows;
}

/** The figures of the present moment alone, for the heads of queues. */
export async function readPresentCounts(
  db: Db,
  range: AreaRange,
  owner: string | null,
): Promise<{ name: string; key: string; count: number }[]> {
  let query = db
    .selectFrom('counter')
    .select(['name', 'key', sql<number>`sum(count)::int`.as('count')])
    .where('name', 'in', PRESENT)
    .where('day', '=', NO_DAY)
    .groupBy(['name', 'key']);
  query =
    range.lo === range.hi
      ? query.where('key', '=', owner ?? '')
      : query.where('area', '>=', range.lo).where('area', '<', range.hi);
  return query.execute();
}
