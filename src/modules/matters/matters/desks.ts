import type { Db } from '#kernel/db/client.ts';
import type { World } from '#kernel/world.ts';
import { seatsOfBodies } from '#modules/bodies/index.ts';
import { type Desks, desksOf, isBeforeDesk, NO_DESKS } from './desks.rules.ts';
import type { Case } from './matter.types.ts';
import { surroundingsOf } from './surroundings.ts';

/** Where the bodies of a matter's tasks have their seat, by root organisation. */
export function seatsOf(db: Db, cases: readonly Case[]): Promise<ReadonlyMap<string, string>> {
  const roots = cases.flatMap(({ tasks }) => tasks.map((task) => task.body.root));
  return seatsOfBodies(db, [...new Set(roots)]);
}

/** The desks of a matter as it stands, for whoever only looks at it. */
export async function readDesks(world: World, db: Db, c: Case): Promise<Desks> {
  if (!isBeforeDesk(c)) return NO_DESKS;
  const [around, seats] = await Promise.all([
    surroundingsOf(world, db, c.matter.area),
    seatsOf(db, [c]),
  ]);
  return desksOf(c, around, seats);
}
