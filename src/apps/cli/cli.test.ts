import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemScope } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { aWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { runCommand } from './run-command.ts';

let base: TestDatabase;
let folder: string;
let said: string[] = [];
beforeEach(async () => {
  base = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
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

const linli = (line: string, to = base, more: Record<string, string> = {}) =>
  runCommand(line.split(' ').filter(Boolean), {
    DATA_DIR: folder,
    DATABASE_URL: to.urls.app,
    DATABASE_OWNER_URL: to.urls.owner,
    DATABASE_AUTH_URL: to.urls.auth,
    DATABASE_SEALER_URL: to.urls.sealer,
    LINLI_BACKUP_PASSPHRASE: 'a passphrase that is long',
    ...more,
  });

async function writeRows(count: number): Promise<void> {
  const world = aWorld(base.database);
  world.setNow(new Date(Date.now() - 3_600_000));
  await base.database.withScope(systemScope, async (tx) => {
    for (let index = 0; index < count; index += 1) {
      const subject = { kind: 'matter', id: world.newId() };
      await writeJournal(tx, world, SYSTEM, { subject, verb: 'filed', area: '320105001001' });
    }
  });
}

describe('the linli command', () => {
  it('says what there is, in two languages, and what it did not understand', async () => {
    expect(await linli('')).toBe(0);
    expect(said.join('\n')).toMatch(/linli backup <folder>/);
    expect(await linli('help', base, { LANG: 'zh_CN.UTF-8' })).toBe(0);
    expect(said.join('\n')).toMatch(/重新计算日志/);
    expect(await linli('dance')).toBe(2);
    expect(await linli('backup')).toBe(2);
    expect(await linli('backup x', base, { LINLI_BACKUP_PASSPHRASE: '' })).toBe(2);
    expect(await linli('journal verify --head 3')).toBe(2);
    expect(await linli('doctor', base, { PORT: 'x' })).toBe(1);
  });

  it('backs up, restores, verifies and finds a forger', { timeout: 90_000 }, async () => {
    await writeRows(5);
    const backup = join(folder, 'backup');
    expect(await linli(`backup ${backup}`)).toBe(0);
    const seal = /last seal: no\. (1), up to row 5, (\w{64})/.exec(said.join('\n'));
    expect(seal).not.toBeNull();
    const head = `${seal?.[1]}:${seal?.[2]}`;
    expect(await linli(`journal verify --head ${head}`)).toBe(0);
    const other = await openTestDatabase();
    try {
      const there = { DATA_DIR: join(folder, 'other') };
      expect(await linli(`restore ${backup}`, other, there)).toBe(0);
      expect(await linli(`restore ${backup}`, other, there)).toBe(1);
      expect(said.at(-1)).toMatch(/not empty/);
      expect(await linli(`journal verify --head ${head}`, other, there)).toBe(0);
      await other.superuser.query(`update journal set verb = 'closed' where seal_seq = 3`);
      expect(await linli('journal verify', other, there)).toBe(1);
      expect(said.join('\n')).toMatch(/the content differs from its seal \(seal 1, row 5\)/);
    } finally {
      await other.drop();
    }
  });

  it('examines an installation in plain sentences', async () => {
    await linli('init');
    expect(await linli('doctor')).toBe(0);
    expect(said.join('\n')).toMatch(/✓ the roles have the right privileges/);
    expect(said.join('\n')).toMatch(/✓ only its owner may read the key file/);
    await writeRows(1);
    said = [];
    expect(await linli('doctor', base, { LINLI_LANG: 'zh' })).toBe(0);
    expect(said.join('\n')).toMatch(/! 有 \d+ 行日志等待封存/);
    await base.superuser.query('grant update on journal to linli_jianye_app');
    expect(await linli('doctor')).toBe(1);
    expect(said.join('\n')).toMatch(/✗ wrong privileges: the program's role may change/);
  });
});
