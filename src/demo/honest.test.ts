import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recountCounters } from '#kernel/counters/recount.ts';
import { Database } from '#kernel/db/client.ts';
import { schemaNames } from '#kernel/db/district.ts';
import { sealJournal } from '#kernel/journal/seal.ts';
import { verifyJournal } from '#kernel/journal/verify.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { writeTable } from '#kernel/tabular/tabular.ts';
import { type Access, openAccess } from '#modules/access/index.ts';
import { postsHeldBy } from '#modules/bodies/index.ts';
import { importPastMatters, recountsOfMatters } from '#modules/matters/index.ts';
import { jobs } from '#modules/matters/jobs.ts';
import { exportPastMatters, pastColumns } from '#modules/matters/past/export-past.ts';
import { loadRulebookDefaults } from '#modules/rulebook/index.ts';
import { openTestWorld, type TestWorld } from '../../test/world.ts';
import { recomputeDeadlines } from './deadlines.factory.ts';
import { bringIn, takeOut } from './district-files.factory.ts';
import { loadDemo } from './load-demo.ts';
import { PLACES, YIYUAN } from './places.ts';
import { replayDemo } from './replay-demo.factory.ts';
import { switchReformOn } from './rollouts.ts';
import { readSheetRows } from './sheet-rows.factory.ts';

const places = PLACES.filter(
  ({ code }) => code === YIYUAN || code === '320105901001' || code === '320105905201',
);
const NOW = '2026-11-20T02:00:00Z';

let world: TestWorld;
let access: Access;
let folder: string;

beforeAll(async () => {
  world = await openTestWorld(jobs);
  world.setNow(NOW);
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  access = await openAccess(world, {
    url: world.test.urls.auth,
    schema: schemaNames(world.test.district).auth,
    postsOf: postsHeldBy,
  });
  await loadDemo(world, { folder, places, matters: 900 });
}, 60_000);
afterAll(async () => {
  await access.close();
  await world.close();
  await rm(folder, { recursive: true });
});

const sheetOf = async (of: TestWorld) =>
  new Uint8Array(await buffer(writeTable('csv', pastColumns, await exportPastMatters(of, SYSTEM))));

describe('the loaded demo', () => {
  it('has every counter, every deadline and the journal’s head as they are computed anew', async () => {
    expect(await recountCounters(world, recountsOfMatters(world), 0)).toEqual([]);
    const { compared, differences } = await recomputeDeadlines(world);
    expect(differences).toEqual([]);
    expect(compared.matters).toBeGreaterThan(600);
    expect(compared.tasks).toBeGreaterThan(10);
    const { urls, district } = world.test;
    const sealer = new Database({ url: urls.sealer, schema: district, maxConnections: 1 });
    try {
      await sealJournal(sealer, world.clock);
      const { ok, faults, unsealed, head } = await verifyJournal(world.database);
      const { rows } = await world.test.ownerPool.query(
        'select head from journal_seal order by seal_no desc limit 1',
      );
      expect({ ok, faults, unsealed, head }).toEqual({
        ok: true,
        faults: [],
        unsealed: 0,
        head: rows[0].head,
      });
    } finally {
      await sealer.close();
    }
  });

  it('tells its matters again row by row as they came in', async () => {
    const given = [
      ...(await readSheetRows({ name: 'a.csv', path: join(folder, 'archive-matters.csv') })),
      ...(await readSheetRows({ name: 'b.csv', path: join(folder, 'matters.csv') })),
    ];
    const told = await readSheetRows({ name: 'told.csv', bytes: await sheetOf(world) });
    const { rows } = await world.test.ownerPool.query('select external from past_matter');
    const taken = new Set(rows.map((row) => row.external));
    const byMatter = (list: typeof given) => Map.groupBy(list, ({ external }) => external);
    const [before, after] = [byMatter(given), byMatter(told)];
    expect(new Set(after.keys())).toEqual(taken);
    const differing = [...taken].filter(
      (external) => !isDeepStrictEqual(before.get(external), after.get(external)),
    );
    expect(differing.map((one) => [before.get(one), after.get(one)]).slice(0, 3)).toEqual([]);
    expect(taken.size).toBeGreaterThan(600);
  });

  it('comes out as files that make the same district elsewhere, and change nothing here', async () => {
    const other = await openTestWorld();
    try {
      other.setNow(NOW);
      await loadRulebookDefaults(other);
      await switchReformOn(other);
      const files = await takeOut(world);
      const sheet = await sheetOf(world);
      const made = await bringIn(other, files);
      expect(made.faults).toEqual([]);
      const source = { name: 'matters.csv', bytes: sheet };
      const faults: unknown[] = [];
      const onFaults = (some: readonly unknown[]) => void faults.push(...some);
      const taken = await importPastMatters(other, SYSTEM, source, { onFaults });
      expect(faults).toEqual([]);
      expect(taken).toMatchObject({ refused: 0, unchanged: 0 });
      expect(await takeOut(other)).toEqual(files);
      expect(Buffer.from(await sheetOf(other)).equals(sheet)).toBe(true);
      const here = await bringIn(world, files);
      expect(here).toMatchObject({ faults: [], added: 0, changed: 0 });
      expect(here.unchanged).toBe(made.added);
    } finally {
      await other.close();
    }
  }, 60_000);

  it('has the rows that the use cases would have written: 200 matters, replayed', async () => {
    const { replayed, different } = await replayDemo(world, folder, 200);
    const [first] = different;
    expect(first?.lived).toEqual(first?.imported);
    expect(different).toHaveLength(0);
    expect(replayed).toBe(200);
  }, 120_000);
});
