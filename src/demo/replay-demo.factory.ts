import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { openPastRegister } from '#modules/matters/past/past-register.ts';
import { type PastGroup, readPastGroups } from '#modules/matters/past/read-past-groups.ts';
import { everythingOf, replay } from '#modules/matters/past/replay.factory.ts';
import { resolvePast } from '#modules/matters/past/resolve-past.ts';
import type { TestWorld } from '../../test/world.ts';

/** What a merged matter does next depends on its parent, which is not replayed with it. */
const isAlone = ({ rows }: PastGroup) => rows.every(({ value }) => value.event !== 'merge');

/**
 * Files and changes matters of the demo's sheet by the live use cases, every so-manieth of the whole year, and compares
 * each with what the import wrote: every row of every table.
 */
export async function replayDemo(world: TestWorld, folder: string, count: number) {
  const groups: PastGroup[] = [];
  const source = { name: 'matters.csv', path: join(folder, 'matters.csv') };
  for await (const group of readPastGroups(source)) if (isAlone(group)) groups.push(group);
  const stride = groups.length / count;
  const sample = Array.from({ length: count }, (_, n) => groups[Math.floor(n * stride)]);
  const register = openPastRegister(world);
  const given = { register, reach: SYSTEM.area, now: world.clock.now(), parentOf: () => undefined };
  const different: { readonly lived: unknown; readonly imported: unknown }[] = [];
  let replayed = 0;
  for (const group of sample) {
    if (!group) continue;
    const { rows } = await world.test.ownerPool.query(
      'select matter_id from past_matter where external = $1',
      [group.external],
    );
    const { events } = await world.database.withReadScope(systemScope, (db) =>
      resolvePast(db, group.rows, given),
    );
    const lived = await everythingOf(world, await replay(world, events));
    const imported = await everythingOf(world, rows[0].matter_id);
    if (!isDeepStrictEqual(lived, imported)) different.push({ lived, imported });
    replayed += 1;
  }
  return { replayed, different };
}
