import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aWorld } from '#kernel/world.factory.ts';
import { loadRulebookDefaults } from '#modules/rulebook/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { runCommand } from '../run-command.ts';

const HEAD = '区划代码,类型,名称,上级代码,启用日期';
const AREAS = `${HEAD}
320105000000,区,建邺区,,2002-01-01
320105901000,街道,甲街道,320105000000,2005-01-01
320105901001,社区,怡园社区,320105901000,2005-01-01
320105901002,社区,无日期社区,320105901000,
`;
const BODIES = `组织编码,组织类型,组织名称,区划代码,成立日期
O1,街道办事处,甲街道办事处,320105901000,2005-01-01
S1,服务站,怡园服务站,320105901001,2009-04-01
`;
const ORDERS = `工单编号,受理时间,社区代码,类别,诉求内容
12345-1,2026-03-02 09:00,320105901001,路灯,路灯不亮
12345-2,昨天,320105901001,路灯,路灯不亮
12345-3,2026-03-02 09:00,320105909009,路灯,路灯不亮
`;

let base: TestDatabase;
let folder: string;
let said: string[] = [];
beforeEach(async () => {
  base = await openTestDatabase();
  await loadRulebookDefaults(aWorld(base.database));
  folder = await mkdtemp(join(tmpdir(), 'cli-import-'));
  await writeFile(join(folder, 'areas.csv'), AREAS);
  await writeFile(join(folder, 'bodies.csv'), BODIES);
  await writeFile(join(folder, 'orders.csv'), ORDERS);
});
beforeEach(() => {
  said = [];
  const keep = (text: unknown) => void said.push(String(text));
  vi.spyOn(console, 'log').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await base.drop();
  await rm(folder, { recursive: true });
});

const linli = (...line: string[]) =>
  runCommand(line, {
    LINLI_LANG: 'en',
    DATA_DIR: folder,
    DATABASE_URL: base.urls.app,
    DATABASE_OWNER_URL: base.urls.owner,
    DATABASE_AUTH_URL: base.urls.auth,
    DATABASE_SEALER_URL: base.urls.sealer,
  });
const file = (name: string) => join(folder, name);
const count = async (table: string) =>
  (await base.ownerPool.query(`select count(*)::int as n from ${table}`)).rows[0].n;

describe('imports on the command line', () => {
  it('look first, then write, and keep every fault by line, column and reason', async () => {
    const errors = file('errors.csv');
    expect(await linli('import', 'territory', '--areas', file('areas.csv'), '--dry-run')).toBe(0);
    expect(said.join('\n')).toMatch(/nothing was written[\s\S]*areas: 3 added/);
    expect(await count('area')).toBe(0);
    said = [];
    const line = ['import', 'territory', '--areas', file('areas.csv'), '--errors', errors];
    expect(await linli(...line)).toBe(0);
    expect(said.join('\n')).toContain('areas line 5');
    expect(await count('area')).toBe(3);
    expect(await readFile(errors, 'utf8')).toMatch(/areas,5,启用日期,"?Required, but empty/);
  });

  it('take bodies, then a hotline’s orders, each order once', async () => {
    expect(await linli('import', 'territory', '--areas', file('areas.csv'))).toBe(0);
    said = [];
    expect(await linli('import', 'bodies', '--organisations', file('bodies.csv'))).toBe(0);
    expect(said.join('\n')).toContain('organisations: 2 added');
    await linli('import', 'hotline-orders', file('orders.csv'));
    expect(said.join('\n')).toContain('orders: 1 taken, 0 known, 1 refused');
    expect(said.join('\n')).toMatch(/orders.csv line 3/);
    await linli('import', 'hotline-orders', file('orders.csv'));
    expect(said.join('\n')).toContain('orders: 0 taken, 1 known, 1 refused');
    expect(await count('matter')).toBe(1);
  });

  it('keep more faults in the file than they show, under one header', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `12345-${n},昨天,320105901001,路灯,路灯不亮`);
    await writeFile(file('bad.csv'), `${ORDERS.split('\n')[0]}\n${rows.join('\n')}\n`);
    const errors = file('errors.csv');
    expect(await linli('import', 'hotline-orders', file('bad.csv'), '--errors', errors)).toBe(1);
    expect(said.filter((line) => line.includes('bad.csv line'))).toHaveLength(20);
    expect(said.join('\n')).toMatch(/30 faults:[\s\S]*and 10 more/);
    const kept = (await readFile(errors, 'utf8')).trim().split('\r\n');
    expect(kept).toHaveLength(31);
    expect(kept.filter((line) => line.includes('file,line'))).toHaveLength(1);
    expect(kept.at(-1)).toMatch(/^bad\.csv,31,受理时间,/);
  });

  it('say what is missing', async () => {
    expect(await linli('import', 'territory')).toBe(2);
    expect(said.join('\n')).toContain('--areas, --buildings, --polygons');
    expect(await linli('import', 'hotline-orders')).toBe(2);
    expect(await linli('import', 'past-matters', file('none.csv'))).toBe(1);
    expect(await linli('import', 'past-matters', file('areas.csv'))).toBe(1);
  });
});

describe('the first administrator', () => {
  it('is made once, with a password told once', async () => {
    const line = ['admin', 'create', '--username', 'Wang', '--name', '王一'];
    expect(await linli(...line)).toBe(0);
    expect(said.join('\n')).toMatch(/administrator wang \(security administrator\) is made/);
    expect(said.join('\n')).toMatch(/one-time password: \S{8,}/);
    expect(await linli(...line)).toBe(1);
    expect(said.at(-1)).toBe('this username is taken');
    expect(await linli(...line, '--post', 'king')).toBe(2);
    expect(await linli('admin', 'create')).toBe(2);
    const { rows } = await base.ownerPool.query('select admin_post from account_link');
    expect(rows).toEqual([{ admin_post: 'security_admin' }]);
  });
});
