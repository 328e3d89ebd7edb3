import type { Db } from '#kernel/db/client.ts';
import type { Language } from '#kernel/pure/messages.ts';
import type { World } from '#kernel/world.ts';
import { bodyName, namedBodies } from '#modules/bodies/index.ts';
import { areaName, knownAreas } from '#modules/territory/index.ts';

export type Names = {
  readonly body: (id: string) => { id: string; name: string };
  readonly area: (code: string) => string;
};

/** Names for ids and codes on a page, in its language; a code without a name shows itself. */
export async function readNames(
  world: World,
  db: Db,
  lang: Language,
  bodies: readonly (string | null)[],
): Promise<Names> {
  const ids = bodies.filter((id) => id !== null);
  const [named, areas] = await Promise.all([namedBodies(world, db, ids), knownAreas(world, db)]);
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
