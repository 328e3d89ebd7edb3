import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schemaNames } from '#kernel/db/district.ts';
import { plainDateOf } from '#kernel/pure/dates.ts';
import { type Access, openAccess } from '#modules/access/index.ts';
import { postsHeldBy } from '#modules/bodies/index.ts';
import { openTestWorld, type TestWorld } from '../../test/world.ts';
import { loadDemo } from './load-demo.ts';
import { agrees, reproduce } from './reproduce.ts';

let world: TestWorld;
let access: Access;
let folder: string;

beforeAll(async () => {
  world = await openTestWorld();
  world.setNow('2026-11-20T02:00:00Z');
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  access = await openAccess(world, {
    url: world.test.urls.auth,
    schema: schemaNames(world.test.district).auth,
    postsOf: postsHeldBy,
  });
  await loadDemo(world, { folder, matters: 120 });
}, 180_000);
afterAll(async () => {
  await access.close();
  await world.close();
  await rm(folder, { recursive: true });
});

it('finds every figure of the article in the archive, or declares that no count gives it', async () => {
  const lines = await reproduce(world, plainDateOf('2010-12-09'));
  const shown = lines.map(({ figure, computed, verdict }) => `${figure} ${computed} ${verdict}`);
  expect(shown).toEqual([
    'subdistricts 7 equal',
    'communities 38 equal',
    'villages 18 equal',
    'party_organisations 553 equal',
    'party_committee 38 equal',
    'residents_committee 38 equal',
    'service_station 38 equal',
    'age_before 46.8 equal',
    'age_after 43.2 equal',
    'young 21.1 % (8/38) no_count',
    'degree_before 21.1 % (8/38) equal',
    'degree_after 73.7 % (28/38) equal_truncated',
    'postgraduates 2 equal',
    'express_received 36 equal',
    'express_quick 32 equal',
    'express_share 88.9 % equal',
  ]);
  expect(agrees(lines)).toBe(true);
});

it('differs on a day when the reform was not yet everywhere', async () => {
  const lines = await reproduce(world, plainDateOf('2009-05-01'));
  expect(lines.find(({ figure }) => figure === 'service_station')).toMatchObject({
    computed: '6',
    verdict: 'differs',
  });
  expect(agrees(lines)).toBe(false);
});
