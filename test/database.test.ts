import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicScope, systemScope } from '#kernel/db/scope.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

const id = '01980000-0000-7000-8000-000000000001';
const insert = `insert into journal (id, subject_kind, subject_id, verb, area, occurred_at, recorded_at, face)
  values ('${id}', 'matter', '${id}', 'filed', '320105001001', '2026-01-05', '2026-01-05', 'system')`;

let one: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [one, other] = await Promise.all([openTestDatabase(), openTestDatabase()]);
  await one.superuser.query(insert);
});

afterAll(async () => {
  await Promise.all([one.drop(), other.drop()]);
});

async function countIn({ superuser }: TestDatabase): Promise<number> {
  const { rows } = await superuser.query('select count(*)::int as n from journal');
  return rows[0].n;
}

describe('a test database', () => {
  it('has every migration and is its own', async () => {
    expect([await countIn(one), await countIn(other)]).toEqual([1, 0]);
  });

  it('lets the app see what its scope shows and nothing more', async () => {
    const count = (scope: typeof systemScope) =>
      one.database.withReadScope(scope, async (db) => {
        const rows = await db.selectFrom('journal').select('id').execute();
        return rows.length;
      });
    expect(await count(systemScope)).toBe(1);
    expect(await count(publicScope)).toBe(0);
  });

  it('tells which statement failed, though those sent along with it fail too and are heard of first', async () => {
    const failing = one.database.withScope(systemScope, async (tx) => {
      const again = tx.insertInto('idempotency').values({
        owner: 'a',
        key: 'k',
        fingerprint: '',
        madeId: id,
        createdAt: new Date(0),
      });
      await again.execute();
      const slow = again.execute().then(
        () => null,
        async (error: unknown) => {
          await new Promise(setImmediate);
          throw error;
        },
      );
      await Promise.all([slow, tx.selectFrom('journal').select('id').execute()]);
    });
    await expect(failing).rejects.toMatchObject({ code: 'conflict' });
  });

  it('knows the four roles', async () => {
    const { rows } = await one.ownerPool.query(
      'select current_user as role, current_schema as schema',
    );
    expect(rows[0]).toEqual({ role: `linli_${one.district}_owner`, schema: one.district });
    expect(Object.keys(one.urls).sort()).toEqual(['app', 'auth', 'owner', 'sealer']);
  });
});
