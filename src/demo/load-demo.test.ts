import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recountCounters } from '#kernel/counters/recount.ts';
import { schemaNames } from '#kernel/db/district.ts';
import { systemScope } from '#kernel/db/scope.ts';
import { areaRange } from '#kernel/pure/area.ts';
import { plainDateOf } from '#kernel/pure/dates.ts';
import { type Access, listDemoAccounts, openAccess } from '#modules/access/index.ts';
import { postsHeldBy, secretariesReport } from '#modules/bodies/index.ts';
import { recountsOfMatters } from '#modules/matters/index.ts';
import { openTestWorld, type TestWorld } from '../../test/world.ts';
import { life } from './life.ts';
import { isDemoLoaded, loadDemo } from './load-demo.ts';
import { COMMUNITIES, PLACES, YIYUAN } from './places.ts';
import { reproduce } from './reproduce.ts';
import { secretaryTerms } from './secretaries.ts';

const places = PLACES.filter(
  ({ code }) => code === YIYUAN || code === '320105901001' || code === '320105905201',
);

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
});
afterAll(async () => {
  await access.close();
  await world.close();
  await rm(folder, { recursive: true });
});

describe('the generator', () => {
  it('is a function of seed and moment', () => {
    const of = (seed: number) => [
      ...life({ seed, now: new Date('2026-11-20T02:00:00Z'), matters: 60 }),
    ];
    expect(of(7)).toEqual(of(7));
    expect(of(7)).not.toEqual(of(8));
    expect(COMMUNITIES).toHaveLength(38);
    expect(PLACES).toHaveLength(56);
    expect(new Set(PLACES.map(({ name }) => name)).size).toBe(56);
  });

  it('gives 38 secretaries on every day of the archive', () => {
    for (const day of ['2008-12-31', '2010-12-09', '2016-01-01', '2026-11-20']) {
      const held = secretaryTerms().filter(
        ({ from, to }) => from <= day && (to === null || to > day),
      );
      expect(new Set(held.map(({ community }) => community)).size).toBe(38);
      expect(held).toHaveLength(38);
    }
  });
});

describe('a small demo', () => {
  it('comes in through the public imports, whole, and once', async () => {
    const steps: string[] = [];
    const options = {
      folder,
      places,
      matters: 900,
      report: ({ step }: { step: string }) => void steps.push(step),
    };
    // Killed in the middle: the second attempt goes on.
    const killed = {
      ...options,
      report: ({ step }: { step: string }) => {
        if (step === 'notices') throw new Error('killed');
      },
    };
    await expect(loadDemo(world, killed)).rejects.toThrow('killed');
    expect(await isDemoLoaded(world)).toBe(false);
    world.setNow('2026-11-20T03:00:00Z');
    expect(await loadDemo(world, options)).toBe(true);
    expect(await loadDemo(world, options)).toBe(false);
    expect(new Set(steps)).toEqual(
      new Set([
        'files',
        'rules',
        'territory',
        'bodies',
        'archive',
        'matters',
        'notices',
        'accounts',
      ]),
    );
    const { rows } = await world.test.ownerPool.query(
      'select state, count(*)::int from matter group by 1 order by 1',
    );
    const states = Object.fromEntries(rows.map((row) => [row.state, row.count]));
    expect(Object.keys(states)).toEqual(
      expect.arrayContaining(['CLOSED', 'IN_HAND', 'CHECKING', 'MERGED']),
    );
    expect(states.CLOSED).toBeGreaterThan(600);
    const { rows: boards } = await world.test.ownerPool.query(
      `select line from notice where is_shown and area = $1 order by 1`,
      [YIYUAN],
    );
    expect(boards.map((row) => row.line)).toEqual(['government', 'party', 'residents']);
    expect(await recountCounters(world, recountsOfMatters(world), 0)).toEqual([]);
    const accounts = await listDemoAccounts(world);
    expect(accounts.map(({ username }) => username)).toContain('audit-admin');
    expect(accounts).toHaveLength(21);
    const gb = await readFile(join(folder, 'organisations.csv'));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(gb)).toThrow();
    await reproducesItsPart();
  }, 120_000);
});

/** Two communities cannot give the district's figures, and the table says so. */
async function reproducesItsPart(): Promise<void> {
  const lines = await reproduce(world, plainDateOf('2010-12-09'));
  const of = (figure: string) => lines.find((line) => line.figure === figure);
  expect(of('express_received')).toMatchObject({
    article: '36',
    computed: '36',
    verdict: 'equal',
  });
  expect(of('express_quick')).toMatchObject({ article: '32', computed: '32', verdict: 'equal' });
  expect(of('express_share')).toMatchObject({ computed: '88.9 %', verdict: 'equal' });
  expect(of('communities')).toMatchObject({ article: '38', computed: '2', verdict: 'differs' });
  expect(of('young')).toMatchObject({ verdict: 'differs' });
  const report = await world.database.withReadScope(systemScope, (db) =>
    secretariesReport(db, plainDateOf('2010-12-09'), areaRange('320105000000')),
  );
  expect(report.filled).toEqual({ count: 2, of: 2 });
}
