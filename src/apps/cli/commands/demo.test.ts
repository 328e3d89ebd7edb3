import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { runCommand } from '../run-command.ts';

let base: TestDatabase;
let folder: string;
let said: string[] = [];
beforeEach(async () => {
  base = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'cli-demo-'));
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

const linli = (line: string, more: Record<string, string> = {}) =>
  runCommand(line.split(' '), {
    DATA_DIR: folder,
    DATABASE_URL: base.urls.app,
    DATABASE_OWNER_URL: base.urls.owner,
    DATABASE_AUTH_URL: base.urls.auth,
    DATABASE_SEALER_URL: base.urls.sealer,
    LINLI_LANG: 'en',
    ...more,
  });

describe('the demo’s commands', () => {
  it('touch nothing outside the demo, and say so', async () => {
    expect(await linli('demo load', { LINLI_DEMO: '0' })).toBe(1);
    expect(said.join('\n')).toMatch(/this is no demo/);
    const { rows } = await base.ownerPool.query('select count(*)::int from area');
    expect(rows[0].count).toBe(0);
  });

  it('reproduce needs an archive; an unknown case or day is wrong use', async () => {
    expect(await linli('reproduce jianye-2010')).toBe(1);
    expect(said.join('\n')).toMatch(/there is no archive here/);
    expect(await linli('reproduce elsewhere')).toBe(2);
    expect(await linli('reproduce jianye-2010 --at yesterday')).toBe(2);
  });
});
