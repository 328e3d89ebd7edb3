import type { Db } from '#kernel/db/client.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { namesOfBodies } from '#modules/bodies/index.ts';
import { listAreas } from '#modules/territory/index.ts';

export type Names = {
  readonly body: (id: string) => { id: string; name: string };
  readonly area: (code: string) => string;
};

const AREAS_KEPT_MS = 60_000;
const kept = new WeakMap<
  World,
  { readonly until: number; readonly names: ReadonlyMap<string, string> }
>();

/** Names for ids and codes on a page. Area names are kept a minute; a code without a name shows itself. */
export async function readNames(
  world: World,
  db: Db,
  bodies: readonly (string | null)[],
): Promise<Names> {
  const ids = [...new Set(bodies.filter((id) => id !== null))];
  const [bodyNames, areaNames] = await Promise.all([
    namesOfBodies(db, ids),
    namesOfAreas(world, db),
  ]);
  return {
    body: (id) => ({ id, name: bodyNames.get(id) ?? '' }),
    area: (code) => areaNames.get(code) ?? code,
  };
}

async function namesOfAreas(world: World, db: Db): Promise<ReadonlyMap<string, string>> {
  const now = world.clock.now();
  const known = kept.get(world);
  if (known && known.until > now.getTime()) return known.names;
  const areas = await listAreas(db, dateOf(now));
  const names = new Map(areas.map((area) => [area.code, area.name]));
  kept.set(world, { until: now.getTime() + AREAS_KEPT_MS, names });
  return names;
}
