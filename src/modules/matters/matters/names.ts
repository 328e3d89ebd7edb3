import type { Db } from '#kernel/db/client.ts';
import type { World } from '#kernel/world.ts';
import { namesOfBodies } from '#modules/bodies/index.ts';
import { knownAreas } from '#modules/territory/index.ts';

export type Names = {
  readonly body: (id: string) => { id: string; name: string };
  readonly area: (code: string) => string;
};

/** Names for ids and codes on a page; a code without a name shows itself. */
export async function readNames(
  world: World,
  db: Db,
  bodies: readonly (string | null)[],
): Promise<Names> {
  const [bodyNames, areas] = await Promise.all([
    namesOfBodies(
      world,
      db,
      bodies.filter((id) => id !== null),
    ),
    knownAreas(world, db),
  ]);
  return {
    body: (id) => ({ id, name: bodyNames.get(id) ?? '' }),
    area: (code) => areas.get(code)?.name ?? code,
  };
}
