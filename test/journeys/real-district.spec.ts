import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Embedded, startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { freePort } from '#kernel/db/embedded/postmaster.ts';

const root = resolve(import.meta.dirname, '../..');
const AREAS = `区划代码,类型,名称,上级代码,启用日期
320105000000,区,新桥区,,2002-01-01
320105901000,街道,甲街道,320105000000,2005-01-01
320105901001,社区,怡园社区,320105901000,2005-01-01
`;
const BODIES = `组织编码,组织类型,组织名称,区划代码,成立日期
O1,街道办事处,甲街道办事处,320105901000,2005-01-01
S1,服务站,怡园服务站,320105901001,2009-04-01
`;

let folder: string;
let server: Embedded;
let launcher: ChildProcess | undefined;
let variables: Record<string, string>;

beforeAll(async () => {
  if (!existsSync(join(root, 'dist/server.js')))
    throw new Error('nothing is built: run "node scripts/build.ts" first, as npm test does');
  folder = mkdtempSync(join(tmpdir(), 'linli-real-'));
  // Stands for the district's own PostgreSQL.
  server = await startEmbedded({ dataDir: join(folder, 'postgres'), fsync: false });
  variables = {
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: join(folder, 'data'),
    LINLI_LANG: 'en',
    LINLI_DISTRICT: 'xinqiao',
    PORT: String(await freePort(undefined)),
  };
});
afterAll(async () => {
  if (launcher && launcher.exitCode === null) {
    const ended = new Promise((done) => launcher?.once('exit', done));
    launcher.kill('SIGTERM');
    await ended;
  }
  await server?.release();
  rmSync(folder, { recursive: true, force: true });
});

/** One command line, as whoever sets a district up types it. */
function linli(...line: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(root, 'src/apps/cli/main.ts'), ...line], {
    cwd: root,
    env: variables,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text;
    });
  return new Promise((done) => child.once('close', (code) => done({ code, said })));
}

async function count(table: string): Promise<number> {
  const client = new pg.Client({ connectionString: variables['DATABASE_OWNER_URL'] });
  await client.connect();
  const { rows } = await client.query(`select count(*)::int as n from ${table}`);
  await client.end();
  return rows[0].n;
}

test('a real district on its own PostgreSQL: init, import, the first administrator, start', async () => {
  const init = await linli('init', '--superuser-url', server.url);
  expect(init).toMatchObject({ code: 0, said: expect.stringMatching(/Loaded \d+ default rules/) });
  for (const [, name = '', url = ''] of init.said.matchAll(/^(DATABASE_\w*URL)=(\S+)$/gm))
    variables[name] = url;
  expect(Object.keys(variables).filter((name) => name.startsWith('DATABASE_'))).toHaveLength(4);
  expect(await count('rule_set')).toBeGreaterThan(30);
  const again = await linli('init', '--superuser-url', server.url);
  expect(again).toMatchObject({ code: 0, said: expect.stringContaining('were there already') });

  writeFileSync(join(folder, 'areas.csv'), AREAS);
  writeFileSync(join(folder, 'bodies.csv'), BODIES);
  const areas = await linli('import', 'territory', '--areas', join(folder, 'areas.csv'));
  expect(areas).toMatchObject({ code: 0, said: expect.stringContaining('areas: 3 added') });
  const bodies = await linli('import', 'bodies', '--organisations', join(folder, 'bodies.csv'));
  expect(bodies).toMatchObject({
    code: 0,
    said: expect.stringContaining('organisations: 2 added'),
  });
  const admin = await linli('admin', 'create', '--username', 'wang', '--name', '王一');
  const password = /one-time password: (\S+)/.exec(admin.said)?.[1] ?? '';
  expect([admin.code, password.length]).toEqual([0, expect.any(Number)]);
  expect(await linli('doctor')).toMatchObject({ code: 0 });

  const base = `http://127.0.0.1:${variables['PORT']}`;
  launcher = spawn(process.execPath, ['src/apps/launcher/main.ts', '--no-build'], {
    cwd: root,
    env: variables,
    stdio: 'ignore',
  });
  const health = async () => (await fetch(`${base}/health`).catch(() => undefined))?.status;
  await expect.poll(health, { timeout: 60_000, interval: 200 }).toBe(200);
  expect(await (await fetch(`${base}/c/320105901001`)).text()).toContain('怡园服务站');
  const post = (path: string, body: BodyInit, type: string, cookie = '') =>
    fetch(base + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: base, 'content-type': type, cookie },
      body,
    });
  const signIn = JSON.stringify({ username: 'wang', password });
  expect((await post('/api/auth/sign-in/username', signIn, 'application/json')).status).toBe(200);
  const asClerk = JSON.stringify({ username: 'clerk' });
  expect((await post('/api/v1/demo/sign-in', asClerk, 'application/json')).status).toBe(404);

  // What a resident says is owned and has a date, by the rules that init loaded.
  const form = 'application/x-www-form-urlencoded';
  const what = new URLSearchParams({ words: '路灯不亮', place: '东门口' }).toString();
  const said = await post('/c/320105901001/say', what, form);
  const cookie = said.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  await post('/say/contact', 'publish=no', form, cookie);
  expect((await post('/say/send', '', form, cookie)).headers.get('location')).toBe('/say/sent');
  const sent = await fetch(`${base}/say/sent`, { headers: { cookie } });
  expect(await sent.text()).toContain('怡园服务站');
}, 180_000);
