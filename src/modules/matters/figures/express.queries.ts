import type { Db } from '#kernel/db/client.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import type { DateRange } from '#kernel/pure/dates.ts';
import type { OutcomeCount } from './express.types.ts';

/** Outcomes of the matters received in a window of days within a range of areas, from the counters. */
export async function listOutcomes(
  db: Db,
  range: AreaRange,
  window: DateRange,
): Promise<OutcomeCount[]> {
  const rows = await db
    .selectFrom('counter')
    .select(['key', (eb) => eb.fn.sum<string>('count').as('count')])
    .where('name', '=', 'matters.outcome')
    .where('area', '>=', range.lo)
    .where('area', '<', range.hi)
    .where('day', '>=', window.from)
    .where('day', '<', window.until)
    .groupBy('key')
    .execute();
  return rows.map(({ key, count }) => ({ key, count: Number(count) }));
}
