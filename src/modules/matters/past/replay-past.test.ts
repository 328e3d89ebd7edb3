import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { openTestWorld, type TestWorld } from '../../../../test/world.ts';
import { matterJobs } from '../messages/matter.jobs.ts';
import { importPastMatters } from './import-past-matters.ts';
import { aSheet, bodiesAround, manyStories } from './past.factory.ts';
import { openPastRegister } from './past-register.ts';
import { readPastGroups } from './read-past-groups.ts';
import { everythingOf, replay } from './replay.factory.ts';
import { resolvePast } from './resolve-past.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld(matterJobs);
  await bodiesAround(world);
});
afterAll(() => world.close());

const MATTERS = 50;
const SHEET = aSheet(manyStories(MATTERS));

it('writes what the use cases would have written, row by row', async () => {
  expect(await importPastMatters(world, SYSTEM, SHEET)).toMatchObject({ imported: MATTERS });
  const register = openPastRegister(world);
  const given = { register, reach: SYSTEM.area, now: world.clock.now(), parentOf: () => undefined };
  let compared = 0;
  for await (const group of readPastGroups(SHEET)) {
    const { events } = await world.database.withReadScope(systemScope, (db) =>
      resolvePast(db, group.rows, given),
    );
    const replayed = await replay(world, events);
    const { rows } = await world.test.ownerPool.query(
      'select matter_id from past_matter where external = $1',
      [group.external],
    );
    expect(await everythingOf(world, rows[0].matter_id)).toEqual(
      await everythingOf(world, replayed),
    );
    compared += 1;
  }
  expect(compared).toBe(MATTERS);
}, 60_000);
