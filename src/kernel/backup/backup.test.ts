import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '#kernel/db/client.ts';
import { roleNames } from '#kernel/db/district.ts';
import { systemScope } from '#kernel/db/scope.ts';
import { openFileStore, pathOf } from '#kernel/files/disk-store.ts';
import { recordFile } from '#kernel/files/record-file.ts';
import { storeUpload } from '#kernel/files/store-upload.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { aWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { createBackup } from './backup.ts';
import { restoreBackup } from './restore.ts';

const ACCOUNTS = [
  'create table "user" (id text primary key, name text, twin text references "user", made date default current_date not null)',
  'create unique index user_name_ix on "user" (name)',
];
const PASSPHRASE = 'correct horse battery staple';
const area = '320105001001';
const migrationsFolder = join(import.meta.dirname, '../../../db/migrations');

let from: TestDatabase;
let sealer: Database;
let folder: string;
let target: string;

beforeAll(async () => {
  from = await openTestDatabase();
  sealer = new Database({ url: from.urls.sealer, schema: from.district, maxConnections: 1 });
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  await writeFile(join(folder, 'secret'), 'the secret');
  await writeFile(join(folder, 'postgres-superuser'), 'of this machine');
  for (const statement of ACCOUNTS) await asAuth(from, statement);
  await asAuth(
    from,
    `insert into "user" values ('a', '王\t芳\n"\\N', 'b', '2026-01-02'), ('b', null, 'a', '2026-01-02')`,
  );
  await fill();
});
afterAll(async () => {
  await sealer.close();
  await from.drop();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  target = join(folder, `backup-${Math.random()}`);
});

async function asAuth({ urls }: TestDatabase, text: string) {
  const client = new pg.Client({ connectionString: urls.auth });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function fill(): Promise<void> {
  const world = aWorld(from.database, { files: openFileStore(join(folder, 'files')) });
  const bytes = Buffer.from('%PDF-1.7 a document of several bytes');
  const stored = await storeUpload(world, { name: '通知.pdf', bytes });
  await from.database.withScope(systemScope, async (tx) => {
    for (let index = 0; index < 30; index += 1) {
      const subject = { kind: 'matter', id: world.newId() };
      const detail = { text: `第${index}件：\t"引号"\\ \n换行`, amount: index * 1.1 };
      await writeJournal(tx, world, SYSTEM, { subject, verb: 'filed', area, detail });
      world.pass(1);
    }
    await recordFile(tx, world, stored, { area, subject: world.newId() });
  });
}

const create = (more = {}) =>
  createBackup({
    target,
    district: from.district,
    urls: from.urls,
    sealer,
    clock: { now: () => new Date('2026-11-21T00:00:00Z') },
    filesFolder: join(folder, 'files'),
    keysFolder: folder,
    passphrase: PASSPHRASE,
    ...more,
  });

const restore = (to: TestDatabase, more = {}) =>
  restoreBackup({
    source: target,
    district: to.district,
    urls: to.urls,
    roles: roleNames(to.district),
    migrationsFolder,
    filesFolder: join(target, 'restored/files'),
    keysFolder: join(target, 'restored/keys'),
    passphrase: PASSPHRASE,
    ...more,
  });

/** Runs `work` with an empty database. */
async function into(work: (to: TestDatabase) => Promise<void>): Promise<void> {
  const to = await openTestDatabase();
  try {
    await work(to);
  } finally {
    await to.drop();
  }
}

const journalOf = async (base: TestDatabase) =>
  (
    await base.superuser.query(
      'select * from journal join journal_detail on journal_id = id order by id',
    )
  ).rows;

describe('a backup', { timeout: 90_000 }, () => {
  it('restores to the same rows, files, keys and last seal', async () => {
    const manifest = await create();
    expect(manifest).toMatchObject({
      unsealed: 0,
      files: { count: 1, missing: [] },
      seal: { sealNo: 1, lastSeq: 30 },
    });
    expect((await readdir(target)).sort()).toEqual([
      'files',
      'keys.enc',
      'manifest.json',
      'tables',
    ]);
    await into(async (to) => {
      const restored = await restore(to);
      expect(restored.journal).toMatchObject({ ok: true, rows: 30, head: manifest.seal.head });
      expect(await journalOf(to)).toEqual(await journalOf(from));
      expect(await asAuth(to, 'select id, name, twin from "user" order by id')).toEqual([
        { id: 'a', name: '王\t芳\n"\\N', twin: 'b' },
        { id: 'b', name: null, twin: 'a' },
      ]);
      const keys = join(target, 'restored/keys');
      expect(await readdir(keys)).toEqual(['secret']);
      expect(await readFile(join(keys, 'secret'), 'utf8')).toBe('the secret');
      const { rows } = await to.superuser.query('select sha256 from file');
      const file = join(target, 'restored/files', pathOf(rows[0].sha256));
      expect(await readFile(file, 'utf8')).toMatch('a document');
      const references = `select count(*)::int as n from pg_constraint where contype = 'f'`;
      const [before, after] = await Promise.all([
        from.superuser.query(references),
        to.superuser.query(references),
      ]);
      expect(after.rows).toEqual(before.rows);
      const indexes = `select indexdef from pg_indexes where tablename = 'user' order by 1`;
      expect(await asAuth(to, indexes)).toEqual(await asAuth(from, indexes));
      await expect(restore(to)).rejects.toThrow(/not empty/);
    });
  });

  it('names nothing of the keys in the open', async () => {
    await create();
    expect(await readFile(join(target, 'keys.enc'), 'utf8')).not.toMatch(/secret/);
    await into(async (to) => {
      await expect(restore(to, { passphrase: 'another one altogether' })).rejects.toThrow(
        /another passphrase/,
      );
      await expect(restore(to, { passphrase: null })).rejects.toThrow(/passphrase/);
      expect(await journalOf(to)).toEqual([]);
    });
  });

  it('that was changed does not go in, and leaves the database empty', async () => {
    await create();
    const table = join(target, 'tables/rows.journal.copy.gz');
    const text = gunzipSync(await readFile(table)).toString();
    await writeFile(table, gzipSync(text.replace('filed', 'filet')));
    await into(async (to) => {
      await expect(restore(to)).rejects.toThrow(/table journal differs/);
      expect(await journalOf(to)).toEqual([]);
    });
  });

  it('with a changed or a lost file does not go in', async () => {
    await create();
    const [file = ''] = (await readdir(join(target, 'files'), { recursive: true })).filter(
      (name) => name.length > 64,
    );
    await appendFile(join(target, 'files', file), 'x');
    await into(async (to) => {
      await expect(restore(to)).rejects.toThrow(/was changed/);
      await rm(join(target, 'files', file));
      await expect(restore(to)).rejects.toThrow(/names 1 files and holds 0/);
    });
  });

  it('is refused where it would overwrite, is not whole, or has a poor passphrase', async () => {
    await create();
    await expect(create()).rejects.toThrow(/not empty/);
    await rm(join(target, 'manifest.json'));
    await into((to) => expect(restore(to)).rejects.toThrow(/no whole backup/));
    target += '2';
    await expect(create({ passphrase: 'short' })).rejects.toThrow(/12 characters/);
  });

  it('tells which files were missing already', async () => {
    const manifest = await create({ filesFolder: join(folder, 'nothing') });
    expect(manifest.files).toMatchObject({ count: 0, missing: [expect.any(String)] });
  });
});
