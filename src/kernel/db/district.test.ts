import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type DistrictUrls,
  districtUrls,
  keepDistrictPasswords,
  prepareDistrict,
  roleNames,
} from './district.ts';
import { type Embedded, startEmbedded } from './embedded/embedded.ts';

const district = 'jianye';
let dataDir: string;
let embedded: Embedded;
let urls: DistrictUrls;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-district-'));
  embedded = await startEmbedded({ dataDir, fsync: false });
  urls = await prepare();
  await ask(urls.owner, 'CREATE TABLE matter (id integer PRIMARY KEY)');
});

afterAll(async () => {
  await embedded.release();
  rmSync(dataDir, { recursive: true, force: true });
});

function prepare(): Promise<DistrictUrls> {
  const passwords = keepDistrictPasswords(dataDir, district);
  return prepareDistrict({ superuserUrl: embedded.url, district, passwords });
}

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text, rowMode: 'array' });
    return rows.flat();
  } finally {
    await client.end();
  }
}

test('each role stands in its own schema', async () => {
  const text = 'SELECT current_user::text, current_schema()::text';
  expect(await ask(urls.owner, text)).toEqual(['linli_jianye_owner', 'jianye']);
  expect(await ask(urls.app, text)).toEqual(['linli_jianye_app', 'jianye']);
  expect(await ask(urls.auth, text)).toEqual(['linli_jianye_auth', 'jianye_auth']);
  expect(await ask(urls.sealer, text)).toEqual(['linli_jianye_sealer', 'jianye']);
});

test("the app works on the owner's tables and cannot change them", async () => {
  await ask(urls.app, 'INSERT INTO matter VALUES (1)');
  await ask(urls.app, 'UPDATE matter SET id = 2');
  expect(await ask(urls.app, 'DELETE FROM matter RETURNING id')).toEqual([2]);
  await expect(ask(urls.app, 'TRUNCATE matter')).rejects.toMatchObject({ code: '42501' });
  await expect(ask(urls.app, 'CREATE TABLE x ()')).rejects.toMatchObject({ code: '42501' });
  await expect(ask(urls.app, 'CREATE TABLE public.x ()')).rejects.toMatchObject({ code: '42501' });
  await ask(urls.app, 'CREATE TABLE jianye_jobs.job ()');
});

test('the sealer and the accounts see nothing that no migration grants', async () => {
  await expect(ask(urls.sealer, 'SELECT * FROM matter')).rejects.toMatchObject({ code: '42501' });
  await expect(ask(urls.auth, 'SELECT * FROM jianye.matter')).rejects.toMatchObject({
    code: '42501',
  });
  await ask(urls.auth, 'CREATE TABLE account ()');
  await expect(ask(urls.app, 'SELECT * FROM jianye_auth.account')).rejects.toMatchObject({
    code: '42501',
  });
});

test('no role of a district is above row-level security', async () => {
  const text = `SELECT count(*)::int FROM pg_roles WHERE rolname LIKE 'linli\\_%'
    AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`;
  expect(await ask(embedded.url, text)).toEqual([0]);
});

test('repeating changes nothing, and districts do not see each other', async () => {
  expect(await prepare()).toEqual(urls);
  const other = { superuserUrl: embedded.url, district: 'qinhuai', database: 'linli' };
  const passwords = keepDistrictPasswords(dataDir, 'qinhuai');
  await prepareDistrict({ ...other, passwords });
  await expect(
    ask(districtUrls({ ...other, passwords }).app, 'SELECT * FROM jianye.matter'),
  ).rejects.toMatchObject({ code: '42501' });
  expect(await ask(urls.app, 'SELECT count(*)::int FROM matter')).toEqual([0]);
});

test('passwords are random, private, and last', () => {
  const passwords = keepDistrictPasswords(dataDir, district);
  expect(new Set(Object.values(passwords)).size).toBe(4);
  expect(keepDistrictPasswords(dataDir, district)).toEqual(passwords);
  const file = join(dataDir, 'keys', 'database-linli_jianye_owner.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each(['Jianye', 'x', 'a"b', 'pg_jianye', '建邺'])('%s cannot be a district name', (name) => {
  expect(() => roleNames(name)).toThrow('short name');
});

test('a role that was given more rights is refused', async () => {
  await ask(embedded.url, 'ALTER ROLE linli_jianye_app BYPASSRLS');
  await expect(prepare()).rejects.toThrow('more rights');
  await ask(embedded.url, 'ALTER ROLE linli_jianye_app NOBYPASSRLS');
  await ask((await prepare()).app, 'SELECT 1');
});

test('a role that makes roles and databases is enough, where no superuser is to be had', async () => {
  await ask(embedded.url, `CREATE ROLE maker LOGIN CREATEROLE CREATEDB PASSWORD 'maker'`);
  const base = new URL(embedded.url);
  base.username = 'maker';
  base.password = 'maker';
  const passwords = keepDistrictPasswords(dataDir, 'gulou');
  const options = { superuserUrl: base.href, district: 'gulou', database: 'linli2', passwords };
  await prepareDistrict(options);
  const made = await prepareDistrict(options);
  await ask(made.owner, 'CREATE TABLE matter ()');
  expect(await ask(made.app, 'SELECT count(*)::int FROM matter')).toEqual([0]);
});
