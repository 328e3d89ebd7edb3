import { createWriteStream, existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from '#kernel/db/client.ts';
import { type DistrictUrls, schemaNames } from '#kernel/db/district.ts';
import { listStored, pathOf } from '#kernel/files/disk-store.ts';
import { sealJournal } from '#kernel/journal/seal.ts';
import type { Clock } from '#kernel/pure/clock.ts';
import { readDefinitions } from './definitions.ts';
import { closeKeys, readKeys } from './keys.ts';
import {
  FILES,
  FORMAT,
  KEYS,
  MANIFEST,
  type Manifest,
  TABLES,
  type TableRecord,
  tableFile,
} from './manifest.ts';
import { listTables, meter, PORTABLE, quoted, type Table } from './tables.ts';

export type BackupOptions = {
  /** A folder that does not exist yet, or is empty. */
  readonly target: string;
  readonly district: string;
  readonly urls: Pick<DistrictUrls, 'owner' | 'auth'>;
  readonly sealer: Database;
  readonly clock: Clock;
  readonly filesFolder: string;
  readonly keysFolder: string;
  /** Null leaves the keys out: then they must be kept by other means. */
  readonly passphrase: string | null;
  readonly onProgress?: (what: string) => void;
};

/**
 * Seals the journal, then writes everything as of one moment: tables by COPY in one snapshot, files, keys under a
 * passphrase, and last the manifest. The server goes on working meanwhile. Unfinished backups keep another name.
 */
export async function createBackup(options: BackupOptions): Promise<Manifest> {
  await refuseTarget(options.target);
  const unfinished = `${options.target}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(join(unfinished, TABLES), { recursive: true, mode: 0o700 });
  await mkdir(join(unfinished, FILES), { mode: 0o700 });
  // First of all, so that a bad passphrase costs nothing.
  const hasKeys = await writeClosedKeys(options, unfinished);
  await sealJournal(options.sealer, options.clock);
  const read = await readDatabase(options, unfinished);
  const files = await copyFiles(options, unfinished, read.hashes);
  const manifest: Manifest = {
    format: FORMAT,
    district: options.district,
    createdAt: options.clock.now().toISOString(),
    ...read.manifest,
    files,
    hasKeys,
  };
  await writeSynced(join(unfinished, MANIFEST), JSON.stringify(manifest, null, 1));
  await rm(options.target, { recursive: true, force: true });
  await rename(unfinished, options.target);
  return manifest;
}

async function refuseTarget(target: string): Promise<void> {
  if (!existsSync(target)) return;
  const entries = await readdir(target);
  if (entries.length > 0)
    throw new Error(`${target} is not empty: a backup needs a folder of its own`);
}

async function writeClosedKeys(options: BackupOptions, folder: string): Promise<boolean> {
  if (options.passphrase === null) return false;
  const keys = await readKeys(options.keysFolder);
  const closed = closeKeys(keys, options.passphrase);
  await writeFile(join(folder, KEYS), closed, { mode: 0o600, flush: true });
  return true;
}

type DatabaseRead = {
  readonly manifest: Pick<
    Manifest,
    'postgres' | 'migrations' | 'seal' | 'unsealed' | 'tables' | 'accounts'
  >;
  readonly hashes: readonly string[];
};

/** The accounts' tables belong to another role: its connection joins the owner's snapshot. */
async function readDatabase(options: BackupOptions, folder: string): Promise<DatabaseRead> {
  const schemas = schemaNames(options.district);
  const owner = new pg.Client({ connectionString: options.urls.owner, options: PORTABLE });
  const auth = new pg.Client({ connectionString: options.urls.auth, options: PORTABLE });
  try {
    await Promise.all([owner.connect(), auth.connect()]);
    await owner.query('begin isolation level repeatable read read only');
    await owner.query(`set local search_path = ${owner.escapeIdentifier(schemas.rows)}`);
    const { rows } = await owner.query('select pg_export_snapshot() as snapshot');
    await auth.query('begin isolation level repeatable read read only');
    await auth.query(`set transaction snapshot ${auth.escapeLiteral(rows[0].snapshot)}`);
    const tables = [
      ...(await writeTables(options, folder, owner, 'rows', schemas.rows)),
      ...(await writeTables(options, folder, auth, 'auth', schemas.auth)),
    ];
    await auth.query(`set local search_path = ${auth.escapeIdentifier(schemas.auth)}`);
    const accounts = await readDefinitions(auth, schemas.auth);
    return {
      manifest: { ...(await readFacts(owner)), tables, accounts },
      hashes: await readHashes(owner),
    };
  } finally {
    await Promise.all([owner.end(), auth.end()]);
  }
}

async function writeTables(
  options: BackupOptions,
  folder: string,
  client: pg.Client,
  part: TableRecord['part'],
  schema: string,
): Promise<TableRecord[]> {
  const records: TableRecord[] = [];
  for (const table of await listTables(client, schema)) {
    options.onProgress?.(`${part}.${table.name}`);
    const file = createWriteStream(join(folder, tableFile({ part, name: table.name })), {
      mode: 0o600,
      flush: true,
    });
    const { rows, sha256 } = await exportTable(client, schema, table, file);
    records.push({ part, name: table.name, columns: [...table.columns], rows, sha256 });
  }
  return records;
}

/** Streams one table out; without a file, only counts and hashes it. */
export async function exportTable(
  client: pg.Client,
  schema: string,
  table: Table,
  file?: NodeJS.WritableStream,
): Promise<{ rows: number; sha256: string }> {
  const { name, columns } = quoted(client, schema, table);
  const source = client.query(
    copyTo(`copy (select ${columns} from ${name} order by ${table.order}) to stdout`),
  );
  const { stream, result } = meter();
  if (file) await pipeline(source, stream, createGzip(), file);
  else await pipeline(source, stream.resume());
  return result();
}

async function readFacts(owner: pg.Client) {
  const { rows } = await owner.query(
    `select current_setting('server_version') as postgres,
       array(select name::text from kysely_migration order by name) as migrations,
       (select count(*)::int from journal where seal_seq is null) as unsealed`,
  );
  const seals = await owner.query(
    `select seal_no::int as "sealNo", last_seq::int as "lastSeq", head from journal_seal
     order by seal_no desc limit 1`,
  );
  const none = { sealNo: 0, lastSeq: 0, head: '0'.repeat(64) };
  return { ...rows[0], seal: seals.rows[0] ?? none };
}

async function readHashes(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query('select distinct sha256 from file');
  return rows.map((row) => row.sha256);
}

/** Everything in the store, so that what waits in drafts comes along; bytes never change under their hash. */
async function copyFiles(
  options: BackupOptions,
  folder: string,
  hashes: readonly string[],
): Promise<Manifest['files']> {
  const stored = await listStored(options.filesFolder);
  let bytes = 0;
  for (const [index, sha256] of stored.entries()) {
    if (index % 500 === 0) options.onProgress?.(`files ${index}/${stored.length}`);
    const path = pathOf(sha256);
    const target = join(folder, FILES, path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(join(options.filesFolder, path), target);
    bytes += (await stat(target)).size;
  }
  const known = new Set(stored);
  return { count: stored.length, bytes, missing: hashes.filter((hash) => !known.has(hash)) };
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
