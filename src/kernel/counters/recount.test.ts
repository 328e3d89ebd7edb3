import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemScope } from '#kernel/db/scope.ts';
import { aWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { applyCounts, type Count } from './counters.ts';
import { type Recount, recountCounters, recountJob } from './recount.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await openTestDatabase();
  const world = aWorld(base.database);
  for (let turn = 0; turn < 6; turn += 1) {
    await base.database.withScope(systemScope, (tx) =>
      applyCounts(tx, world, [
        received('portal', 1),
        received('counter', 2),
        received('gone', turn === 0 ? 1 : 0),
      ]),
    );
  }
  await base.database.withScope(systemScope, (tx) =>
    applyCounts(tx, world, [received('gone', -1)]),
  );
});
afterAll(() => base.drop());

const received = (key: string, by: number): Count => ({
  name: 'matters.received',
  area: '320105001001',
  day: '2026-11-20',
  key,
  by,
});
const recordsSay = (...counts: Count[]): Recount => ({
  name: 'matters.received',
  count: async () => counts,
});

describe('the recount', () => {
  it('is content where counters and records agree, whatever slots they lie in', async () => {
    const world = aWorld(base.database);
    const agreed = recordsSay(
      received('portal', 4),
      received('portal', 2),
      received('counter', 12),
    );
    expect(await recountCounters(world, [agreed], 0)).toEqual([]);
    await recountJob(() => [agreed]).handle(world, {} as never, AbortSignal.timeout(1000));
  });

  it('names what differs, a missing counter too, and not what is just changing', async () => {
    const world = aWorld(base.database);
    const wrong = recordsSay(
      received('portal', 6),
      received('counter', 11),
      received('hotline', 1),
    );
    expect(await recountCounters(world, [wrong], 0)).toEqual([
      expect.objectContaining({ key: 'counter', kept: 12, counted: 11 }),
      expect.objectContaining({ key: 'hotline', kept: 0, counted: 1 }),
    ]);
    let reading = 0;
    const changing: Recount = {
      name: 'matters.received',
      count: async () => {
        reading += 1;
        return [received('portal', 5 + reading), received('counter', 12 - (reading % 2))];
      },
    };
    expect(await recountCounters(world, [changing], 0)).toEqual([]);
  });
});
