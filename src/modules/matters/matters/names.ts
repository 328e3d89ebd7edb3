import type { Db } from '#kernel/db/client.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { Language } from '#kernel/pure/messages.ts';
import type { World } from '#kernel/world.ts';
import { bodyName, findNamedBodies } from '#modules/bodies/index.ts';
import { type Area, areaName, listAreas } from '#modules/territory/index.ts';

export type Names = {
  readonly body: (id: string) => { id: string; name: string };
  readonly area: (code: string) => string;
};

type Areas = ReadonlyMap<string, Area>;

const AREAS_KEPT_MS = 60_000;
const kept = new WeakMap<World, { readonly until: number; readonly areas: Areas }>();

/** Names for ids and codes on a page, in its language. Areas are kept a minute; a code without a name shows itself. */
export async function readNames(
  world: World,
  db: Db,
  lang: Language,
  bodies: readonly (string | null)[],
): Promise<Names> {
  const ids = [...new Set(bodies.filter((id) => id !== null))];
  const [named, areas] = await Promise.all([findNamedBodies(db, ids), readAreas(world, db)]);
  return {
    body: (id) => {
      const body = named.get(id);
      return { id, name: body ? bodyName(lang, body, areas.get(body.area)) : '' };
    },
    area: (code) => {
      const area = areas.get(code);
      return area ? areaName(lang, area) : code;
    },
  };
}

async function readAreas(world: World, db: Db): Promise<Areas> {
  const now = world.clock.now();
  const known = kept.get(world);
  if (known && known.until > now.getTime()) return known.areas;
  const list = await listAreas(db, dateOf(now));
  const areas = new Map(list.map((area) => [area.code, area]));
  kept.set(world, { until: now.getTime() + AREAS_KEPT_MS, areas });
  return areas;
}
