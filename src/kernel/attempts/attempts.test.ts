import { afterAll, beforeAll, expect, test } from 'vitest';
import { Database } from '#kernel/db/client.ts';
import { systemScope } from '#kernel/db/scope.ts';
import { aWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import {
  attemptKey,
  beginAttempt,
  deleteOldAttempts,
  forgetAttempts,
  takeBackAttempt,
} from './attempts.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(() => base.drop());

const LIMIT = { attempts: 3, pauseMinutes: 15 };
const WIDE = { attempts: 5, pauseMinutes: 15 };

let serial = 0;
function aKey(what = 'track') {
  serial += 1;
  return attemptKey(aWorld(base.database), what, `203.0.113.${serial}`);
}

test('many at once do not slip past the limit, and a second server counts on', async () => {
  const one = aWorld(base.database);
  const other = new Database({ url: base.urls.app, schema: base.district });
  const key = aKey();
  const tries = await Promise.all(
    Array.from({ length: 8 }, () => beginAttempt(one, [{ key, limit: LIMIT }])),
  );
  expect(tries.filter(({ allowed }) => allowed)).toHaveLength(3);
  expect(await beginAttempt(aWorld(other), [{ key, limit: LIMIT }])).toEqual({
    allowed: false,
    minutes: 15,
  });
  await other.close();
  one.pass(15 * 60_000);
  expect(await beginAttempt(one, [{ key, limit: LIMIT }])).toEqual({ allowed: true });
});

test('one key that has to wait leaves the others uncounted', async () => {
  const world = aWorld(base.database);
  const [narrow, wide] = [aKey(), aKey('peer')];
  const both = [
    { key: narrow, limit: LIMIT },
    { key: wide, limit: WIDE },
  ];
  for (let n = 0; n < 6; n += 1) await beginAttempt(world, both);
  const left = [1, 2, 3].map(() => beginAttempt(world, [{ key: wide, limit: WIDE }]));
  expect((await Promise.all(left)).filter(({ allowed }) => allowed)).toHaveLength(2);
});

test('success forgets the count of the one who knew, and takes back one of those who share', async () => {
  const world = aWorld(base.database);
  const [own, shared] = [aKey(), aKey('peer')];
  const both = [
    { key: own, limit: LIMIT },
    { key: shared, limit: LIMIT },
  ];
  for (let n = 0; n < 3; n += 1) await beginAttempt(world, both);
  await world.database.withScope(systemScope, async (tx) => {
    await forgetAttempts(tx, own);
    await takeBackAttempt(tx, shared);
  });
  expect(await beginAttempt(world, both)).toEqual({ allowed: true });
  expect(await beginAttempt(world, both)).toEqual({ allowed: false, minutes: 15 });
});

test('what is kept names nobody, and not for long', async () => {
  const world = aWorld(base.database);
  await beginAttempt(world, [{ key: aKey(), limit: LIMIT }]);
  const rows = async () =>
    (await base.superuser.query('select * from attempt')).rows.map((row) => JSON.stringify(row));
  expect((await rows()).length).toBeGreaterThan(0);
  expect((await rows()).join()).not.toContain('203.0.113');
  world.pass(25 * 3_600_000);
  await deleteOldAttempts(world);
  expect(await rows()).toEqual([]);
});
