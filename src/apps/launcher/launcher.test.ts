import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startDistrict } from '#kernel/db/embedded/open-district.ts';
import { freePort } from '#kernel/db/embedded/postmaster.ts';

const repository = resolve(import.meta.dirname, '../../..');
let root: string;
let port: number;
let running: ChildProcess[] = [];

/** Stands for the server until there is one: answers with what it was told, and retries a port still taken. */
const SERVER = `
import { createServer } from 'node:http';
const { DATABASE_URL, DATABASE_OWNER_URL, LINLI_DISTRICT } = process.env;
const server = createServer((_, r) => r.end(JSON.stringify({ pid: process.pid, DATABASE_URL, owner: DATABASE_OWNER_URL ?? null, LINLI_DISTRICT })));
server.on('error', () => setTimeout(() => server.listen(process.env.PORT, process.env.HOST), 50));
server.listen(process.env.PORT, process.env.HOST);
console.log('listening');
process.on('SIGTERM', () => { console.log('closed'); server.close(() => process.exit(0)); server.closeAllConnections(); });`;
const WORKER = `setInterval(() => {}, 1000); console.log('working ' + new URL(process.env.DATABASE_OWNER_URL).username);`;
const BUILD = `
import { mkdirSync, writeFileSync } from 'node:fs';
import { sourceStamp } from '../src/apps/launcher/stamp.ts';
console.log('build: programs');
await new Promise((resolve) => setTimeout(resolve, 1500));
mkdirSync('dist', { recursive: true });
writeFileSync('dist/server.js', ${JSON.stringify(SERVER)});
writeFileSync('dist/worker.js', ${JSON.stringify(WORKER)});
writeFileSync('dist/stamp', sourceStamp(process.cwd()));`;

beforeAll(async () => {
  root = join(mkdtempSync(join(tmpdir(), 'linli launcher ')), '邻里');
  mkdirSync(join(root, 'scripts'), { recursive: true });
  mkdirSync(join(root, 'db/migrations'), { recursive: true });
  for (const part of ['src/kernel', 'src/apps/launcher'])
    cpSync(join(repository, part), join(root, part), { recursive: true });
  cpSync(join(repository, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'scripts/build.ts'), BUILD);
  writeFileSync(
    join(root, 'db/migrations/202001010000-make-note.sql'),
    'CREATE TABLE note (id integer PRIMARY KEY)\n--;;\nGRANT SELECT ON note TO {sealer}\n',
  );
  port = await freePort(undefined);
});

afterEach(async () => {
  for (const child of running) await stop(child, 'SIGTERM');
  running = [];
});

afterAll(() => rmSync(join(root, '..'), { recursive: true, force: true }));

function start(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(root, 'src/apps/launcher/main.ts')], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: String(port), ...environment },
  });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text;
    });
  return { child, said: () => said };
}

function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done(child.exitCode);
    child.once('exit', (code) => done(code));
    child.kill(signal);
  });
}

const ask = (path = '/', accept = 'text/html') =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept } });

async function whenServing() {
  await expect
    .poll(async () => (await ask('/health').catch(() => undefined))?.status, { timeout: 20_000 })
    .toBe(200);
  return (await ask()).json();
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query({ text, rowMode: 'array' });
  await client.end();
  return rows.flat();
}

test('a first start shows its progress, then hands the address to the server; a second takes at most 3 seconds', async () => {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const first = start();
  await expect
    .poll(async () => (await ask().catch(() => undefined))?.status, { timeout: 3_000 })
    .toBe(503);
  expect(await (await ask()).text()).toContain('编译程序与页面');
  expect(await (await ask('/health')).json()).toMatchObject({ status: 'starting' });
  const told = await whenServing();
  expect(told).toMatchObject({ LINLI_DISTRICT: 'jianye', owner: null });
  expect(await query(told.DATABASE_URL, 'SELECT count(*)::int FROM note')).toEqual([0]);
  await expect.poll(() => first.said()).toContain('working linli_jianye_owner');
  expect(await stop(first.child, 'SIGINT')).toBe(0);
  expect(first.said()).toContain('server   | closed');
  await expect(query(told.DATABASE_URL, 'SELECT 1')).rejects.toThrow();

  const begin = performance.now();
  const second = start();
  await whenServing();
  expect(performance.now() - begin).toBeLessThan(3_000);
  expect(second.said()).not.toContain('build:');
});

test('server and PostgreSQL come back after kill -9, at the same addresses', async () => {
  start();
  const told = await whenServing();
  process.kill(told.pid, 'SIGKILL');
  await expect.poll(async () => (await whenServing()).pid, { timeout: 10_000 }).not.toBe(told.pid);
  const { pid } = JSON.parse(readFileSync(join(root, 'data/run/postgres.json'), 'utf8'));
  process.kill(pid, 'SIGKILL');
  await expect
    .poll(() => query(told.DATABASE_URL, 'SELECT 1').catch(() => []), { timeout: 15_000 })
    .toEqual([1]);
});

test('after kill -9 of the launcher its children end, and the next one adopts the database', async () => {
  const first = start();
  const told = await whenServing();
  await stop(first.child, 'SIGKILL');
  await expect.poll(() => ask().catch(() => 'gone'), { timeout: 5_000 }).toBe('gone');
  expect(await query(told.DATABASE_URL, 'SELECT 1')).toEqual([1]);
  start();
  expect(await whenServing()).toMatchObject({ DATABASE_URL: told.DATABASE_URL });
});

test('stopped with npm, whose signal reaches only the shell between them', async () => {
  const shell = spawn('/bin/sh', ['-c', `"$0" src/apps/launcher/main.ts; :`, process.execPath], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: String(port), npm_lifecycle_event: 'start' },
  });
  const told = await whenServing();
  shell.kill('SIGTERM');
  await expect
    .poll(() => query(told.DATABASE_URL, 'SELECT 1').catch(() => 'gone'), { timeout: 10_000 })
    .toBe('gone');
  await expect(ask()).rejects.toThrow();
});

test('with a PostgreSQL of one’s own no other is started', async () => {
  const dataDir = join(root, 'own');
  const { urls, embedded } = await startDistrict({ dataDir, district: 'jianye', fsync: false });
  onTestFinished(() => embedded.release());
  start({ DATA_DIR: 'none', DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner });
  expect(await whenServing()).toMatchObject({ DATABASE_URL: urls.app, owner: null });
  expect(await query(urls.owner, 'SELECT count(*)::int FROM note')).toEqual([0]);
  expect(existsSync(join(root, 'none'))).toBe(false);
});

test('a signal in the middle of a start stops it whole', async () => {
  const child = start({ DATA_DIR: 'other' }).child;
  await delay(1_200);
  expect(await stop(child, 'SIGTERM')).toBe(0);
  await expect(ask()).rejects.toThrow();
});

test('a taken port is told in both languages', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await delay(50);
  const address = squatter.address();
  const taken = typeof address === 'object' ? String(address?.port) : '';
  const { child, said } = start({ PORT: taken });
  expect(await new Promise((done) => child.once('exit', done))).toBe(1);
  expect(said()).toContain(`127.0.0.1:${taken} 已被占用`);
  expect(said()).toContain('PORT=8081 npm start');
  squatter.close();
});

test.each([
  [{ PORT: 'eighty' }, 'PORT'],
  [{ DATABASE_URL: 'postgresql://a@b/c' }, 'DATABASE_OWNER_URL'],
  [{ DATABASE_URL: 'mysql://a@b/c', DATABASE_OWNER_URL: 'mysql://a@b/c' }, 'postgresql://'],
])('the wrong setting %j is told', async (environment, word) => {
  const { child, said } = start(environment);
  expect(await new Promise((done) => child.once('exit', done))).toBe(1);
  expect(said()).toContain(word);
});
