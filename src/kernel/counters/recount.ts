import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '#kernel/db/client.ts';
import { systemScope } from '#kernel/db/scope.ts';
import type { JobDefinition } from '#kernel/jobs/run-jobs.ts';
import type { World } from '#kernel/world.ts';
import type { Count } from './counters.ts';

/** How one counter is counted anew from the records it stands for. Each module exports a list of its own. */
export type Recount = {
  /** The indicator, as in `Count`. */
  readonly name: string;
  /** Every sum that is not zero, over all areas and days. */
  readonly count: (db: Db) => Promise<readonly Omit<Count, 'name'>[]>;
};

export type Difference = {
  readonly name: string;
  readonly area: string;
  readonly day: string;
  readonly key: string;
  /** What the counter says. */
  readonly kept: number;
  /** What the records say. */
  readonly counted: number;
};

const PAUSE_MS = 3_000;

/**
 * Compares every counter with its records and returns what differs. A change that commits between the two readings
 * looks like a difference: only what differs in the same way a moment later is one.
 */
export async function recountCounters(
  world: Pick<World, 'database'>,
  recounts: readonly Recount[],
  pauseMs = PAUSE_MS,
): Promise<Difference[]> {
  const lasting: Difference[] = [];
  for (const recount of recounts) {
    const first = await compare(world, recount);
    if (first.size === 0) continue;
    await delay(pauseMs);
    const second = await compare(world, recount);
    for (const [id, found] of second) {
      if (isSame(found, first.get(id))) lasting.push(found);
    }
  }
  return lasting;
}

/** Every night; a difference is a bug somewhere, so the job fails loudly and changes nothing. */
export function recountJob(recountsOf: (world: World) => readonly Recount[]): JobDefinition<never> {
  return {
    name: 'recount-counters',
    schedule: '40 2 * * *',
    retries: 0,
    async handle(world) {
      const differences = await recountCounters(world, recountsOf(world));
      if (differences.length === 0) return;
      const first = differences.slice(0, 20);
      world.log.error({ differences: differences.length, first }, 'counters differ from records');
      throw new Error(`${differences.length} counters differ from their records`);
    },
  };
}

async function compare(
  world: Pick<World, 'database'>,
  { name, count }: Recount,
): Promise<Map<string, Difference>> {
  return await world.database.withReadScope(systemScope, async (db) => {
    const kept = await readKept(db, name);
    const found = new Map(kept.map((row) => [idOf(row), { ...row, name, counted: 0 }]));
    for (const { area, day, key, by } of await count(db)) {
      const id = idOf({ area, day, key });
      const before = found.get(id) ?? { name, area, day, key, kept: 0, counted: 0 };
      found.set(id, { ...before, counted: before.counted + by });
    }
    return new Map([...found].filter(([, row]) => row.kept !== row.counted));
  });
}

async function readKept(db: Db, name: string) {
  return await db
    .selectFrom('counter')
    .select(['area', 'day', 'key', sql<number>`sum(count)::bigint`.as('kept')])
    .where('name', '=', name)
    .groupBy(['area', 'day', 'key'])
    .execute();
}

function idOf(row: Pick<Count, 'area' | 'day' | 'key'>): string {
  return [row.area, row.day, row.key].join('\n');
}

function isSame(one: Difference, other: Difference | undefined): boolean {
  return other !== undefined && one.kept === other.kept && one.counted === other.counted;
}
