import type { Db } from '#kernel/db/client.ts';
import { areaRange } from '#kernel/pure/area.ts';
import { addDays, type DateRange, dateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { ruleFor } from '#modules/rulebook/pure.ts';
import { listOutcomes } from './express.queries.ts';
import { expressOf } from './express.rules.ts';
import type { Express } from './express.types.ts';

/** Opinion Express of the last `days` days, today included, with the N of "solved within N days" in force today. */
export async function readExpress(
  world: World,
  db: Db,
  area: string,
  days: number,
): Promise<{ express: Express; window: DateRange; quickDays: number }> {
  const today = dateOf(world.clock.now());
  const window = { from: addDays(today, 1 - days), until: addDays(today, 1) };
  const [book, counts] = await Promise.all([
    readRulebook(world, db),
    listOutcomes(db, areaRange(area), window),
  ]);
  return {
    express: expressOf(counts),
    window,
    quickDays: ruleFor(book, 'express.window', today, area).days,
  };
}
