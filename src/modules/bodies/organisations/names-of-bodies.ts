import type { Db } from '#kernel/db/client.ts';
import { keepAMinute } from '#kernel/kept.ts';
import type { World } from '#kernel/world.ts';
import { listBodyNames } from './bodies-around.queries.ts';

const knownNames = keepAMinute((_, db: Db) => listBodyNames(db));

/** Names of bodies as they are called today, by id; of one that has ended, its last. */
export async function namesOfBodies(
  world: World,
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return knownNames(world, db, (names) => ids.every((id) => names.has(id)));
}
