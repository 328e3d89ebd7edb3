import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  AlreadyOwned,
  attachEmbedded,
  type Embedded,
  NotRunning,
  openEmbedded,
  startEmbedded,
} from './embedded.ts';
import { embeddedPaths } from './paths.ts';

let dataDir: string;
let open: Embedded[];

beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'linli embedded ')), '建邺 区', 'data');
  open = [];
});

afterEach(async () => {
  for (const embedded of open.reverse()) await embedded.release();
  rmSync(join(dataDir, '..', '..'), { recursive: true, force: true });
});

const settings = () => ({ dataDir, fsync: false, patience: 100 });

async function started(options = {}): Promise<Embedded> {
  const embedded = await startEmbedded({ ...settings(), ...options });
  open.push(embedded);
  return embedded;
}

async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query({ text, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** Runs a few lines that own the server in a process of their own; answers when they print. */
async function ownerProcess(): Promise<{ pid: number; kill(): Promise<void>; url: string }> {
  const module = new URL('./embedded.ts', import.meta.url).href;
  const code = `
    const { startEmbedded } = await import(${JSON.stringify(module)});
    const e = await startEmbedded(${JSON.stringify(settings())});
    console.log(e.url);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(String(text).trim()));
    void gone.then(() => reject(new Error('the owner ended early')));
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  return { pid: child.pid ?? 0, kill, url };
}

test('a first start makes a UTF-8 cluster with a random password and safe modes; a second is warm and keeps rows and port', async () => {
  const first = await started();
  expect(await ask(first.url, 'SHOW server_encoding')).toBe('UTF8');
  expect(await ask(first.url, 'SHOW timezone')).toBe('UTC');
  expect(
    await ask(
      first.url,
      `SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'postgres'`,
    ),
  ).toBe('bC.UTF-8');
  await ask(first.url, `CREATE TABLE kept AS SELECT '邻里' AS name`);
  await expect(ask(first.url.replace(/:[^:@/]+@/, ':wrong@'), 'SELECT 1')).rejects.toMatchObject({
    code: '28P01',
  });
  await first.release();
  await expect(ask(first.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });

  const begin = performance.now();
  const second = await started();
  expect(performance.now() - begin).toBeLessThan(2_500);
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, 'SELECT name FROM kept')).toBe('邻里');
  const paths = embeddedPaths(dataDir);
  expect(statSync(paths.passwordFile).mode & 0o777).toBe(0o600);
  expect(statSync(paths.keys).mode & 0o777).toBe(0o700);
  expect(readFileSync(paths.logFile, 'utf8')).toContain('ready to accept connections');
});

test('a second owner is refused by the number of the first, and may attach', async () => {
  const owner = await ownerProcess();
  try {
    const refusal = startEmbedded(settings());
    await expect(refusal).rejects.toBeInstanceOf(AlreadyOwned);
    await expect(refusal).rejects.toThrow(`process ${owner.pid}`);
    const attached = await attachEmbedded({ dataDir });
    open.push(attached);
    expect(attached).toMatchObject({ owned: false, url: owner.url });
    expect(await ask(attached.url, 'SELECT 1')).toBe(1);
  } finally {
    await owner.kill();
  }
});

test('a server that outlives its killed owner is adopted with its rows', async () => {
  const owner = await ownerProcess();
  await ask(owner.url, 'CREATE TABLE acknowledged AS SELECT 7 AS n');
  const backend = await ask(owner.url, 'SELECT pg_postmaster_start_time()::text');
  await owner.kill();
  const heir = await started();
  expect(heir).toMatchObject({ owned: true, url: owner.url });
  expect(await ask(heir.url, 'SELECT pg_postmaster_start_time()::text')).toBe(backend);
  expect(await ask(heir.url, 'SELECT n FROM acknowledged')).toBe(7);
  await heir.release();
  await expect(ask(heir.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('the owner leaves the server to those attached, and the last of them stops it', async () => {
  const owner = await started();
  const attached = await attachEmbedded({ dataDir });
  await owner.release();
  expect(await ask(attached.url, 'SELECT 1')).toBe(1);
  await attached.release();
  await expect(ask(owner.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('an attached process that was killed keeps nobody waiting', async () => {
  const owner = await started({ patience: 3_000 });
  const module = new URL('./embedded.ts', import.meta.url).href;
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { attachEmbedded } = await import(${JSON.stringify(module)}); await attachEmbedded({ dataDir: ${JSON.stringify(dataDir)} }); console.log('attached'); setInterval(() => {}, 1000)`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  await owner.release();
  await expect(ask(owner.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('attaching where nothing runs says so; opening there starts a server', async () => {
  await expect(attachEmbedded({ dataDir })).rejects.toBeInstanceOf(NotRunning);
  const opened = await openEmbedded(settings());
  open.push(opened);
  expect(opened.owned).toBe(true);
  const beside = await openEmbedded(settings());
  open.push(beside);
  expect(beside).toMatchObject({ owned: false, url: opened.url });
});

test('the death of PostgreSQL is told once, and a restart brings every acknowledged row back', async () => {
  const deaths: string[] = [];
  const embedded = await started({ fsync: true, onExit: (log: string) => deaths.push(log) });
  await ask(embedded.url, 'CREATE TABLE acknowledged AS SELECT 7 AS n');
  process.kill(embedded.pid, 'SIGKILL');
  await expect.poll(() => deaths.length, { timeout: 5_000 }).toBe(1);
  await embedded.release();
  const again = await started();
  expect(again.url).toBe(embedded.url);
  expect(await ask(again.url, 'SELECT n FROM acknowledged')).toBe(7);
});

test('a cluster torn in the making is made anew', async () => {
  const paths = embeddedPaths(dataDir);
  mkdirSync(join(paths.unfinished, 'base'), { recursive: true });
  writeFileSync(join(paths.unfinished, 'PG_VERSION'), '18\n');
  const embedded = await started();
  expect(await ask(embedded.url, 'SELECT 1')).toBe(1);
  expect(existsSync(paths.unfinished)).toBe(false);
});

test('a folder that holds something else is refused and left alone', async () => {
  const { cluster } = embeddedPaths(dataDir);
  mkdirSync(cluster, { recursive: true });
  writeFileSync(join(cluster, 'letter.txt'), 'keep me');
  await expect(startEmbedded(settings())).rejects.toThrow('neither empty nor a whole');
  expect(readFileSync(join(cluster, 'letter.txt'), 'utf8')).toBe('keep me');
});

test("a pid file that names a stranger's process does not stop the start", async () => {
  const first = await started();
  await first.release();
  const stranger = spawn('sleep', ['60']);
  writeFileSync(
    join(embeddedPaths(dataDir).cluster, 'postmaster.pid'),
    `${stranger.pid}\n/elsewhere\n1\n5432\n\n127.0.0.1\n`,
  );
  try {
    const again = await started();
    expect(await ask(again.url, 'SELECT 1')).toBe(1);
  } finally {
    stranger.kill();
  }
});

test('a port taken meanwhile is replaced by another', async () => {
  const first = await started();
  await first.release();
  const { createServer } = await import('node:net');
  const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
  await delay(50);
  const second = await started();
  expect(second.url).not.toBe(first.url);
  expect(await ask(second.url, 'SELECT 1')).toBe(1);
  await new Promise((resolve) => squatter.close(resolve));
});
