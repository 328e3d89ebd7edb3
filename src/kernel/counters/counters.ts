import { sql } from 'kysely';
import type { Tx } from '#kernel/db/client.ts';
import type { World } from '#kernel/world.ts';

export type Count = {
  /** The indicator, e.g. 'matters.received'. */
  readonly name: string;
  readonly area: string;
  /** 'YYYY-MM-DD' in the district's zone. */
  readonly day: string;
  readonly key: string;
  readonly by: number;
};

/** One row per key would queue every writer of a community behind the last; four slots keep most of the throughput. */
const SLOTS = 4;

/** Says to live pages that a topic changed within an area. */
export const CHANGED = 'changed';
const NO_DAY = '1970-01-01';

export function changed(topic: string, area: string): Count {
  return { name: CHANGED, area, day: NO_DAY, key: topic, by: 1 };
}

/** Says it to the pages of a body outside the area with which the row is shared: its id stands where an area would. */
export function changedFor(topic: string, organisation: string): Count {
  return changed(topic, organisation);
}

/**
 * Adds to the counters that dashboards read. Call it last in the transaction: the rows it locks are the most
 * wanted ones. One statement, in key order, so that two transactions rarely deadlock (and are retried when they do).
 */
export async function applyCounts(tx: Tx, world: World, counts: readonly Count[]): Promise<void> {
  const sums = new Map<string, Count>();
  for (const count of counts) {
    const id = [count.name, count.area, count.day, count.key].join('\n');
    sums.set(id, { ...count, by: count.by + (sums.get(id)?.by ?? 0) });
  }
  const rows = [...sums].filter(([, count]) => count.by !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length === 0) return;
  const slot = world.random(SLOTS);
  await tx
    .insertInto('counter')
    .values(rows.map(([, { by, ...count }]) => ({ ...count, slot, count: by })))
    .onConflict((conflict) =>
      conflict
        .columns(['name', 'area', 'day', 'key', 'slot'])
        .doUpdateSet({ count: sql<number>`counter.count + excluded.count` }),
    )
    .execute();
}
