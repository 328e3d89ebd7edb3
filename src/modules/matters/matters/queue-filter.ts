import type { z } from 'zod';
import type { Db } from '#kernel/db/client.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { type AreaRange, areaRange } from '#kernel/pure/area.ts';
import { addDays, dateOf, instantOf, type PlainDate } from '#kernel/pure/dates.ts';
import { notFound } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { ruleFor } from '#modules/rulebook/pure.ts';
import type { MatterFilter } from './list.queries.ts';
import type { listMatters } from './matters.contract.ts';

export type QueueQuery = Omit<z.output<typeof listMatters.query>, 'after' | 'limit'>;

/** The area asked for, cut to what the actor's post reaches. Elsewhere there is nothing to see. */
export function rangeOf(actor: Actor, area: string | undefined): AreaRange {
  // A department has no area: what is shared with it is all it sees, wherever that lies.
  if (!area || actor.area.lo === actor.area.hi) return actor.area;
  const asked = areaRange(area);
  if (asked.lo < actor.area.lo || asked.hi > actor.area.hi) throw notFound('area');
  return asked;
}

/** What a queue's address asks for, in the words of its query; the export reads the same. */
export async function queueFilter(
  world: World,
  db: Db,
  actor: Actor,
  query: QueueQuery,
): Promise<Omit<MatterFilter, 'after' | 'limit'>> {
  return {
    ...query,
    range: rangeOf(actor, query.area),
    within: query.area ? areaRange(query.area) : undefined,
    organisation: actor.rootOrganisation,
    isOverdue: query.overdue && query.overdue === 'true',
    period: periodOf(query),
    quickDays: query.outcome && (await quickDaysOf(world, db, query.area)),
  };
}

/** Days as the district counts them. */
function periodOf({ from, to, by }: QueueQuery): MatterFilter['period'] {
  if (!from && !to) return undefined;
  return {
    by,
    from: from ? instantOf(from as PlainDate) : null,
    until: to ? instantOf(addDays(to as PlainDate, 1)) : null,
  };
}

async function quickDaysOf(world: World, db: Db, area = ''): Promise<number> {
  const book = await readRulebook(world, db);
  return ruleFor(book, 'express.window', dateOf(world.clock.now()), area).days;
}
