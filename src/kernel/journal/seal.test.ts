import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '#kernel/db/client.ts';
import { systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { aWorld, type TestWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { writeJournal } from './journal.ts';
import { sealJournal } from './seal.ts';
import { verifyJournal } from './verify.ts';

let base: TestDatabase;
let sealer: Database;
let world: TestWorld;

beforeAll(async () => {
  base = await openTestDatabase();
  sealer = new Database({ url: base.urls.sealer, schema: base.district, maxConnections: 3 });
});
afterAll(async () => {
  await sealer.close();
  await base.drop();
});
beforeEach(() => {
  world = aWorld(base.database);
});
afterEach(async () => {
  await base.superuser.query('truncate journal, journal_detail, journal_seal');
});

const area = '320105001001';

async function write(count: number, detail?: Record<string, unknown>): Promise<string[]> {
  const ids: string[] = [];
  await base.database.withScope(systemScope, async (tx) => {
    for (let index = 0; index < count; index += 1) {
      const subject = { kind: 'matter', id: world.newId() };
      const codes = { state: 'open', step: index };
      const more = detail ? { detail } : {};
      ids.push(
        await writeJournal(tx, world, SYSTEM, { subject, verb: 'filed', area, codes, ...more }),
      );
      world.pass(1);
    }
  });
  return ids;
}

const seal = () => sealJournal(sealer, world.clock);
const verify = () => verifyJournal(base.database);
const kindsOf = async () => (await verify()).faults.map((fault) => fault.kind);
const bySuperuser = (text: string) => base.superuser.query(text);

describe('the seals of the journal', () => {
  it('chain what is unsealed, once, and pass the check', async () => {
    await write(3, { text: '楼道灯坏了', old: null });
    const first = await seal();
    expect(first).toMatchObject({ rows: 3, last: { sealNo: 1, lastSeq: 3 } });
    expect(await seal()).toMatchObject({ rows: 0, last: first.last });
    await write(2);
    expect((await seal()).last).toMatchObject({ sealNo: 2, lastSeq: 5 });
    await write(1);
    expect(await verify()).toMatchObject({
      ok: true,
      rows: 5,
      seals: 2,
      unsealed: 1,
      erased: 0,
      faults: [],
    });
  });

  it('take a transaction that commits late into the next seal', async () => {
    const [late] = await Promise.all([
      base.database.withScope(systemScope, async (tx) => {
        const subject = { kind: 'matter', id: world.newId() };
        const id = await writeJournal(tx, world, SYSTEM, { subject, verb: 'late', area });
        world.pass(1);
        await write(2);
        expect((await seal()).rows).toBe(2);
        return id;
      }),
    ]);
    expect((await seal()).last).toMatchObject({ sealNo: 2, lastSeq: 3 });
    const { rows } = await bySuperuser(`select seal_no from journal where id = '${late}'`);
    expect(rows).toEqual([{ seal_no: '2' }]);
    expect(await verify()).toMatchObject({ ok: true, unsealed: 0 });
  });

  it('come from one sealer at a time', async () => {
    await write(40);
    const sealings = await Promise.all([seal(), seal(), seal()]);
    expect(sealings.reduce((sum, { rows }) => sum + rows, 0)).toBe(40);
    expect(new Set(sealings.map(({ last }) => last.head)).size).toBe(1);
    expect(await verify()).toMatchObject({ ok: true, rows: 40, seals: 1 });
  });

  it('notice a changed row, even by a microsecond', async () => {
    const [id] = await write(3);
    await seal();
    await bySuperuser(
      `update journal set recorded_at = recorded_at + interval '1 microsecond' where id = '${id}'`,
    );
    expect(await kindsOf()).toEqual(['head_differs']);
  });

  it.each(['verb', 'account', 'codes', 'shared_with', 'is_public', 'detail_hash'])(
    'notice a change of %s',
    async (column) => {
      const [id] = await write(2);
      await seal();
      const values: Record<string, string> = {
        codes: `'{"state":"closed","step":0}'`,
        shared_with: `'{${id}}'`,
        is_public: 'true',
      };
      await bySuperuser(
        `update journal set ${column} = ${values[column] ?? "'x'"} where id = '${id}'`,
      );
      expect(await kindsOf()).toContain('head_differs');
    },
  );

  it('notice a row taken out, forged in, moved or unsealed', async () => {
    const [first, second] = await write(4);
    await seal();
    await bySuperuser(`update journal set seal_seq = null where id = '${second}'`);
    expect(await kindsOf()).toEqual(
      expect.arrayContaining(['row_gap', 'head_differs', 'rows_missing']),
    );
    await bySuperuser(`delete from journal where id = '${second}'`);
    expect(await kindsOf()).toEqual(['row_gap', 'head_differs', 'rows_missing']);
    await bySuperuser(
      `insert into journal select gen_random_uuid(), subject_kind, subject_id, verb, area, occurred_at, recorded_at,
        face, account, appointment, organisation, shared_with, purpose, codes, is_public, detail_hash, 1, 2
       from journal where id = '${first}'`,
    );
    expect(await kindsOf()).toEqual(['head_differs']);
    await bySuperuser(
      `insert into journal select gen_random_uuid(), subject_kind, subject_id, verb, area, occurred_at, recorded_at,
        face, account, appointment, organisation, shared_with, purpose, codes, is_public, detail_hash, 2, 5
       from journal where id = '${first}'`,
    );
    expect(await kindsOf()).toContain('row_without_seal');
  });

  it('notice a seal that was removed, when its head is kept elsewhere', async () => {
    await write(1);
    await seal();
    await write(1);
    const { last } = await seal();
    await bySuperuser('delete from journal where seal_no = 2');
    await bySuperuser('delete from journal_seal where seal_no = 2');
    expect(await verify()).toMatchObject({ ok: true });
    expect(await verifyJournal(base.database, { knownHead: last })).toMatchObject({
      ok: false,
      faults: [{ kind: 'known_head_differs' }],
    });
  });

  it('count an erased detail and notice a changed one', async () => {
    await write(2, { text: '原文' });
    await seal();
    const one = '(select journal_id from journal_detail limit 1)';
    await bySuperuser(
      `update journal_detail set detail = null, erased_at = '2026-11-20', erased_under = 'x' where journal_id = ${one}`,
    );
    expect(await verify()).toMatchObject({ ok: true, erased: 1 });
    await bySuperuser(
      `update journal_detail set detail = '{"text":"改了"}' where detail is not null`,
    );
    expect(await kindsOf()).toEqual(['detail_differs']);
    await bySuperuser('delete from journal_detail where detail is not null');
    expect(await kindsOf()).toEqual(['detail_missing']);
  });

  it.each([
    `update journal set verb = 'x'`,
    'update journal set seal_seq = 1',
    'delete from journal',
    'truncate journal',
    'update journal_detail set detail = null',
    'delete from journal_detail',
    `update journal_seal set head = 'x'`,
    'delete from journal_seal',
    `insert into journal_seal values (9, 9, 9, 'x', '2026-01-01')`,
  ])('are out of reach of the app: %s', async (statement) => {
    await write(1);
    const tried = base.database.withScope(systemScope, async (tx) => {
      const { CompiledQuery } = await import('kysely');
      await tx.executeQuery(CompiledQuery.raw(statement));
    });
    await expect(tried).rejects.toMatchObject({ code: '42501' });
  });
});
