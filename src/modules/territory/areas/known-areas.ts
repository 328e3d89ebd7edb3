import type { Db } from '#kernel/db/client.ts';
import { keepAMinute } from '#kernel/kept.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { Area } from './area.types.ts';
import { listAreas } from './areas.queries.ts';

/** The areas of today by code, district first; for pages, which name a handful of them each. */
export const knownAreas = keepAMinute(async (world, db: Db): Promise<ReadonlyMap<string, Area>> => {
  const areas = await listAreas(db, dateOf(world.clock.now()));
  return new Map(areas.map((area) => [area.code, area]));
});
