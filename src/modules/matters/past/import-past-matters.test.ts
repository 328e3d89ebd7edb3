import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemScope } from '#kernel/db/scope.ts';
import { startImport } from '#kernel/imports/start-import.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { openTestWorld, type TestWorld } from '../../../../test/world.ts';
import { matterJobs } from '../messages/matter.jobs.ts';
import { IMPORT_PAST, importPastMatters } from './import-past-matters.ts';
import {
  aSheet,
  bodiesAround,
  type Cells,
  manyStories,
  mergedPair,
  prefixed,
  received,
} from './past.factory.ts';
import type { PastFault } from './past-event.types.ts';
import { pastImport, pastMatterJobs } from './past-matters.jobs.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld([...matterJobs, ...pastMatterJobs]);
  await bodiesAround(world);
});
afterAll(() => world.close());

async function load(rows: readonly Cells[]) {
  const faults: PastFault[] = [];
  const report = await importPastMatters(world, SYSTEM, aSheet(rows), {
    onFaults: (some) => faults.push(...some),
  });
  return { report, faults };
}
const rowsOf = async (query: string) => (await world.test.ownerPool.query(query)).rows;
const counted = async (table: string) =>
  Number((await rowsOf(`select count(*) from ${table}`))[0].count);

describe('past matters', () => {
  it('come in with state, journal, worklist and figures; the same file twice changes nothing', async () => {
    const file = manyStories(30);
    const { report, faults } = await load(file);
    expect(faults).toEqual([]);
    expect(report).toMatchObject({ imported: 30, unchanged: 0, refused: 0 });
    const states =
      await rowsOf(`select state, count(*)::int from matter m join past_matter p on p.matter_id = m.id
       where external like 'P%' group by 1 order by 1`);
    expect(Object.fromEntries(states.map((row) => [row.state, row.count]))).toEqual({
      CLOSED: 18,
      IN_HAND: 3,
      RECEIVED: 3,
      REDIRECTED: 3,
      SUSPENDED: 3,
    });
    const before = [await counted('journal'), await counted('worklist_item')];
    const again = await load(file);
    expect(again.report).toMatchObject({ imported: 0, unchanged: 30, refused: 0 });
    expect([await counted('journal'), await counted('worklist_item')]).toEqual(before);
  });

  it('wait since their last event, not since they were loaded', async () => {
    await load([received('W1')]);
    const [item] = await rowsOf(
      `select i.created_at from worklist_item i join past_matter p on p.matter_id = i.subject_id where external = 'W1' and i.verb = 'matter.take'`,
    );
    expect(item.created_at.toISOString()).toBe('2026-01-05T01:00:00.000Z');
  });

  it('reads GB18030, and a dry run writes nothing', async () => {
    const { bytes } = aSheet([received('G1')]);
    const source = {
      name: 'gb.csv',
      bytes: iconv.encode(new TextDecoder().decode(bytes), 'gb18030'),
    };
    const before = await counted('matter');
    const dry = await importPastMatters(world, SYSTEM, source, { dryRun: true });
    expect(dry).toMatchObject({ imported: 1, dryRun: true });
    expect(await counted('matter')).toBe(before);
    await importPastMatters(world, SYSTEM, source);
    const [row] = await rowsOf(
      `select m.words, m.received_at from matter m join past_matter p on p.matter_id = m.id where external = 'G1'`,
    );
    expect(row.words).toMatch(/路灯不亮/);
    expect(row.received_at.toISOString()).toBe('2026-01-05T01:00:00.000Z');
  });

  it('asks, closes and splits off what was merged as its parent and its own reporter say, within one batch and across two', async () => {
    const pair = mergedPair();
    expect((await load(pair)).faults).toEqual([]);
    const later = [
      { ...received('M3'), at: '2026-01-07 09:00' },
      { ...pair[5], external: 'M3', at: '2026-01-07 10:00' },
      received('M4', { at: '2026-01-07 09:00' }),
      { ...pair[5], external: 'M4', at: '2026-01-07 10:00' },
      { external: 'M4', event: 'say_solved', at: '2026-01-09 09:00' },
      received('M5', { at: '2026-01-07 09:00' }),
      { ...pair[5], external: 'M5', at: '2026-01-07 10:00' },
      { external: 'M5', event: 'say_not_solved', at: '2026-01-08 10:30' },
    ];
    expect((await load(later)).faults).toEqual([]);
    const rows = await rowsOf(
      `select external, state, closure, closed_at from matter m join past_matter p on p.matter_id = m.id where external like 'M%' order by 1`,
    );
    expect(
      rows.map(
        (row) =>
          `${row.external} ${row.state} ${row.closure} ${row.closed_at?.toISOString() ?? null}`,
      ),
    ).toEqual([
      'M1 CLOSED solved 2026-01-08T03:00:00.000Z',
      // The reporters of the merged ones said nothing themselves, five days long.
      'M2 CLOSED unconfirmed 2026-01-13T02:01:00.000Z',
      'M3 CLOSED unconfirmed 2026-01-13T02:01:00.000Z',
      'M4 CLOSED solved 2026-01-09T01:00:00.000Z',
      'M5 RECEIVED null null',
    ]);
  });

  it('reports every bad row of fifteen kinds and more by line, column and reason; good ones go in', async () => {
    const take = (external: string, more: Cells = {}): Cells => ({
      external,
      event: 'take',
      at: '2026-01-05 10:00',
      body: 'station',
      ...more,
    });
    const bad: readonly (readonly [rows: readonly Cells[], column: string, code: string])[] = [
      [[received('B01', { at: '' })], '时间', 'cell_empty'],
      [[received('B02', { at: '2026-02-30 10:00' })], '时间', 'date_impossible'],
      [[received('B03', { at: '前天' })], '时间', 'date_unreadable'],
      [[received('B04'), take('B04', { event: 'close' })], '事件', 'choice_unknown'],
      [[received('B05', { category: 'moon' })], '类别', 'category_unknown'],
      [[received('B06', { area: '3201' })], '区划代码', 'code_malformed'],
      [[received('B07', { area: '320105901099' })], '区划代码', 'area_unknown'],
      [[received('B08', { telephone: '12' })], '联系电话', 'phone_unreadable'],
      [[received('B09', { words: '' })], '内容', 'missing_for_event'],
      [[received('B10', { words: '坏\u0007字' })], '内容', 'control_character'],
      [[received('B11'), take('B11', { at: '2026-01-04 10:00' })], '时间', 'events_out_of_order'],
      [[received('B12', { at: '2026-03-05 10:00' })], '时间', 'in_the_future'],
      [[received('B13'), take('B13', { body: 'nobody' })], '办理单位编码', 'body_unknown'],
      [[take('B14')], '事件', 'receive_missing'],
      [[received('B15'), received('B15')], '事件', 'received_twice'],
      [[received('B16'), take('B16', { event: 'finish', words: '好' })], '事件', 'no_such_task'],
      [[received('B17'), take('B17'), take('B17', { body: 'residents' })], '事件', 'already_taken'],
      [[received('B18', { rating: '9' })], '评分', 'number_out_of_range'],
      [
        [received('B19'), take('B19', { event: 'merge', parent: 'none' })],
        '并入编号',
        'parent_unknown',
      ],
      [[received('B20', { lng: '118.7' })], '经度', 'point_incomplete'],
      [[received('B21', { source: 'hotline' })], '热线编号', 'missing_for_event'],
      [[received('B22', { building: 'X99' })], '楼栋编码', 'building_unknown'],
    ];
    const good = (n: number) => received(`OK${n}`);
    const file = bad.flatMap(([rows], n) => [...rows, good(n)]);
    const { report, faults } = await load([...file, received('OK0', { words: '又来' })]);
    expect(report).toMatchObject({ imported: bad.length, refused: bad.length + 1 });
    let line = 2;
    for (const [rows, column, code] of bad) {
      const own = faults.filter((fault) => fault.line >= line && fault.line < line + rows.length);
      expect(own.map((fault) => `${fault.column} ${fault.code}`)).toEqual([`${column} ${code}`]);
      line += rows.length + 1;
    }
    expect(faults.at(-1)).toMatchObject({
      line,
      column: '原编号',
      code: 'rows_apart',
      value: 'OK0',
    });
    expect((await load([received('OK1', { words: '又来' })])).faults[0]?.code).toBe(
      'said_otherwise',
    );
  });

  it('goes on behind its last whole step after a kill, as long work', async () => {
    const rows = prefixed('K', manyStories(700));
    const upload = { field: 'events', ...aSheet(rows) };
    const official = {
      ...SYSTEM,
      face: 'staff' as const,
      verbs: { [IMPORT_PAST]: 'district' as const },
    };
    const id = await startImport(world, official, pastImport, [upload], false);
    const [job] = pastMatterJobs;
    if (!job) throw new Error('no job');
    const handle = job.handle as unknown as (
      w: typeof world,
      input: object,
      signal: AbortSignal,
    ) => Promise<void>;
    let steps = 0;
    const dying = { ...world, database: Object.create(world.database) };
    dying.database.withScope = async (...given: Parameters<typeof world.database.withScope>) => {
      steps += 1;
      if (steps === 3) throw new Error('Connection terminated unexpectedly');
      return world.database.withScope(...given);
    };
    await expect(handle(dying, { longJob: id }, AbortSignal.timeout(60_000))).rejects.toThrow(
      /terminated/,
    );
    const half = await counted(`past_matter where external like 'KP%'`);
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(700);
    await handle(world, { longJob: id }, AbortSignal.timeout(60_000));
    expect(await counted(`past_matter where external like 'KP%'`)).toBe(700);
    const [done] = await rowsOf(
      `select state, done, faults, facts from long_job where id = '${id}'`,
    );
    expect(done).toMatchObject({
      state: 'done',
      done: '700',
      faults: '0',
      facts: { 'matters.added': 700 },
    });
  }, 60_000);

  it('leaves every figure equal to a recount', async () => {
    await load(prefixed('R', manyStories(10)));
    const kept = await rowsOf(
      `select area, key, sum(count)::int as count from counter where name = 'matters.state' group by 1, 2 order by 1, 2`,
    );
    const anew = await rowsOf(
      'select area, state as key, count(*)::int from matter group by 1, 2 order by 1, 2',
    );
    expect(kept).toEqual(anew);
    const waiting = await world.database.withReadScope(systemScope, (db) =>
      db.selectFrom('worklistItem').select('verb').distinct().orderBy('verb').execute(),
    );
    expect(waiting.map((row) => row.verb)).toContain('matter.finish');
  });
});
