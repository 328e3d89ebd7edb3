import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemScope } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { verifyJournal } from '#kernel/journal/verify.ts';
import { silentLog } from '#kernel/log.ts';
import { notifyLater } from '#kernel/notifications/notify.jobs.ts';
import { listPrinted } from '#kernel/notifications/printed-notifier.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { openTestDatabase, type TestDatabase } from '../../test/database.ts';
import { readEnvironment } from './environment.ts';
import { keepSecret } from './keep-secret.ts';
import { openWorld } from './open-world.ts';

let base: TestDatabase;
let folder: string;
beforeAll(async () => {
  base = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'world-'));
});
afterAll(async () => {
  await base.drop();
  await rm(folder, { recursive: true });
});

const environment = () => ({
  DATA_DIR: folder,
  DATABASE_URL: base.urls.app,
  DATABASE_SEALER_URL: base.urls.sealer,
  LINLI_DEMO: '1',
});

describe('the environment', () => {
  it('has safe defaults and says what is wrong', () => {
    const read = readEnvironment({ PORT: '', DATA_DIR: '/srv/linli' });
    expect(read).toMatchObject({ PORT: 8080, HOST: '127.0.0.1', LINLI_DEMO: true });
    expect(read.dataDir).toBe('/srv/linli');
    for (const own of [
      { HOST: '0.0.0.0' },
      { PUBLIC_URL: 'https://linli.example' },
      { DATABASE_URL: base.urls.app },
      { LINLI_DEMO: '0' },
    ])
      expect(readEnvironment(own).LINLI_DEMO).toBe(false);
    expect(() => readEnvironment({ PORT: 'http', LINLI_DEMO: 'yes' })).toThrow(
      /PORT: .*\nLINLI_DEMO: /,
    );
    expect(() => readEnvironment({ LINLI_SECRET: 'short' })).toThrow(/LINLI_SECRET/);
  });

  it('keeps one secret, which only its owner reads', async () => {
    const [one, two] = [keepSecret(folder, undefined), keepSecret(folder, undefined)];
    expect(one.mac('x', 'y')).toBe(two.mac('x', 'y'));
    const file = join(folder, 'keys/secret');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).length).toBeGreaterThan(60);
    expect(keepSecret(folder, 'a'.repeat(32)).mac('x', 'y')).not.toBe(one.mac('x', 'y'));
  });
});

describe('the worker', () => {
  it('sends what a command put into its transaction, and stops when told', {
    timeout: 60_000,
  }, async () => {
    const opened = await openWorld(environment(), { program: 'cli', log: silentLog });
    const { world } = opened;
    const to = { kind: 'telephone', address: '00000000009' } as const;
    await world.database.withScope(systemScope, async (tx) => {
      const subject = { kind: 'matter', id: world.newId() };
      await writeJournal(tx, world, SYSTEM, { subject, verb: 'filed', area: '320105001001' });
      await notifyLater(tx, world, { to, subject: '诉求', text: '已受理' });
    });
    expect(await verifyJournal(world.database)).toMatchObject({ unsealed: 1 });
    const main = join(import.meta.dirname, 'worker/main.ts');
    const worker = spawn(process.execPath, [main], {
      env: { ...environment(), PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    worker.stdout.on('data', (text) => {
      said += text;
    });
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    await vi.waitFor(async () => expect(await listPrinted(world.database)).toHaveLength(1), {
      timeout: 40_000,
      interval: 200,
    });
    worker.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said).toMatch('the worker stopped');
    expect(said).not.toMatch(/00000000009|已受理/);
    await opened.close();
  });
});
