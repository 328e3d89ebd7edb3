import type { Db } from '#kernel/db/client.ts';
import { keepAMinute } from '#kernel/kept.ts';
import type { World } from '#kernel/world.ts';
import { listNamedBodies } from './bodies-around.queries.ts';

const known = keepAMinute((_, db: Db) => listNamedBodies(db));

/** Bodies as they are called today, by id, those asked for among them; of one that has ended, as it was last called. */
export async function namedBodies(world: World, db: Db, ids: readonly string[]) {
  return known(world, db, (bodies) => ids.every((id) => bodies.has(id)));
}
