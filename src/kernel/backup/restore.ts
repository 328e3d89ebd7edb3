import { createReadStream } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Database } from '#kernel/db/client.ts';
import { type DistrictUrls, schemaNames } from '#kernel/db/district.ts';
import { migrate, type RoleNames } from '#kernel/db/migrate.ts';
import { listStored, openFileStore, pathOf } from '#kernel/files/disk-store.ts';
import { type Verification, verifyJournal } from '#kernel/journal/verify.ts';
import { exportTable } from './backup.ts';
import { makeTables } from './definitions.ts';
import { type Keys, openKeys, writeKeys } from './keys.ts';
import {
  FILES,
  KEYS,
  type Manifest,
  readManifest,
  type TableRecord,
  tableFile,
} from './manifest.ts';
import { listTables, meter, PORTABLE, quoted } from './tables.ts';

export type RestoreOptions = {
  readonly source: string;
  readonly district: string;
  /** Roles and schemas are there (`prepareDistrict`); the district has no rows. */
  readonly urls: DistrictUrls;
  readonly roles: RoleNames;
  readonly migrationsFolder: string;
  readonly filesFolder: string;
  readonly keysFolder: string;
  readonly passphrase: string | null;
  readonly onProgress?: (what: string) => void;
};

export type Restored = { readonly manifest: Manifest; readonly journal: Verification };

/**
 * Restores a backup into an empty district: migrates to where the backup was, copies every table in, reads each back
 * and compares its hash, and only then commits; then the later migrations, and the whole journal is verified against
 * the backup's last seal. Anything that does not agree throws.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const manifest = await readManifest(options.source);
  const keys = await readClosedKeys(options, manifest);
  await migrateTo(options, manifest.migrations);
  await restoreFiles(options, manifest);
  await restoreTables(options, manifest);
  await writeKeys(options.keysFolder, keys);
  await migrateTo(options, null);
  return { manifest, journal: await checkJournal(options, manifest) };
}

async function readClosedKeys(options: RestoreOptions, manifest: Manifest): Promise<Keys> {
  if (!manifest.hasKeys) return {};
  if (options.passphrase === null)
    throw new Error('this backup holds keys: the passphrase it was made with is needed');
  return openKeys(await readFile(join(options.source, KEYS), 'utf8'), options.passphrase);
}

/** Applies just the backup's migrations, or all of them. */
async function migrateTo(options: RestoreOptions, names: readonly string[] | null): Promise<void> {
  const target = { ownerUrl: options.urls.owner, district: options.district };
  const { roles } = options;
  if (names === null) {
    await migrate({ ...target, roles, folder: options.migrationsFolder });
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'linli-migrations-'));
  try {
    const known = new Set(await readdir(options.migrationsFolder));
    for (const name of names) {
      if (!known.has(`${name}.sql`))
        throw new Error(`this backup was made by a newer Linli: it has the migration ${name}`);
      await copyFile(join(options.migrationsFolder, `${name}.sql`), join(folder, `${name}.sql`));
    }
    await migrate({ ...target, roles, folder }).catch((cause) => {
      throw new Error(
        'the database is not empty: it has migrations that the backup has not. Restore into a new one',
        { cause },
      );
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function restoreFiles(options: RestoreOptions, manifest: Manifest): Promise<void> {
  const from = join(options.source, FILES);
  const store = openFileStore(options.filesFolder);
  const names = await listStored(from);
  if (names.length !== manifest.files.count)
    throw new Error(`the backup names ${manifest.files.count} files and holds ${names.length}`);
  for (const [index, name] of names.entries()) {
    if (index % 500 === 0) options.onProgress?.(`files ${index}/${names.length}`);
    const sha256 = await store.put(await readFile(join(from, pathOf(name))));
    if (sha256 !== name) throw new Error(`the backup's file ${name} was changed`);
  }
}

async function restoreTables(options: RestoreOptions, manifest: Manifest): Promise<void> {
  const schemas = schemaNames(options.district);
  const parts = [
    { part: 'auth', schema: schemas.auth, url: options.urls.auth },
    { part: 'rows', schema: schemas.rows, url: options.urls.owner },
  ] as const;
  const clients: pg.Client[] = [];
  try {
    for (const { part, schema, url } of parts) {
      const client = new pg.Client({ connectionString: url, options: PORTABLE });
      clients.push(client);
      await client.connect();
      await client.query('begin');
      await client.query(`set local search_path = ${client.escapeIdentifier(schema)}`);
      if (part === 'auth') await makeTables(client, schema, manifest.accounts);
      const records = manifest.tables.filter((table) => table.part === part);
      await restorePart(options, client, schema, records);
    }
    for (const client of clients) await client.query('commit');
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function restorePart(
  options: RestoreOptions,
  client: pg.Client,
  schema: string,
  records: readonly TableRecord[],
): Promise<void> {
  await refuseOthersRows(client, schema);
  // Rows arrive table by table, in whatever order: references are checked again when they are put back.
  const references = await dropReferences(client, schema);
  for (const record of records) {
    options.onProgress?.(`${record.part}.${record.name}`);
    await copyIn(options.source, client, schema, record);
  }
  for (const statement of references) await client.query(statement);
  for (const record of records) {
    await client.query(`analyze ${quoted(client, schema, record).name}`);
  }
}

/** What migrations themselves put in is replaced; anything else is somebody's. */
async function refuseOthersRows(client: pg.Client, schema: string): Promise<void> {
  const telling = ['journal', 'user', 'account', 'session'];
  for (const table of await listTables(client, schema)) {
    if (!telling.includes(table.name)) continue;
    const { rowCount } = await client.query(
      `select from ${quoted(client, schema, table).name} limit 1`,
    );
    if (rowCount) throw new Error(`the district is not empty: ${schema}.${table.name} has rows`);
  }
}

async function dropReferences(client: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await client.query(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
     from pg_constraint where contype = 'f' and conparentid = 0 and connamespace = $1::regnamespace
     order by conname collate "C"`,
    [client.escapeIdentifier(schema)],
  );
  for (const row of rows) await client.query(row.drop);
  return rows.map((row) => row.add);
}

async function copyIn(
  source: string,
  client: pg.Client,
  schema: string,
  record: TableRecord,
): Promise<void> {
  const table = (await listTables(client, schema)).find(({ name }) => name === record.name);
  if (!table) throw new Error(`there is no table ${schema}.${record.name} to restore into`);
  const { name, columns } = quoted(client, schema, record);
  await client.query(`delete from ${name}`);
  const { stream, result } = meter();
  await pipeline(
    createReadStream(join(source, tableFile(record))),
    createGunzip(),
    stream,
    client.query(copyFrom(`copy ${name} (${columns}) from stdin`)),
  ).catch((cause) => {
    throw new Error(`table ${record.name} of the backup does not go in`, { cause });
  });
  const read = result();
  demandSame(`the backup's copy of table ${record.name}`, record, read);
  const columnsAsThen = { ...table, columns: record.columns };
  const back = await exportTable(client, schema, columnsAsThen);
  demandSame(`the restored table ${record.name}`, record, back);
}

function demandSame(
  what: string,
  wanted: { rows: number; sha256: string },
  got: { rows: number; sha256: string },
): void {
  if (wanted.rows !== got.rows || wanted.sha256 !== got.sha256)
    throw new Error(`${what} differs: ${got.rows} rows of ${wanted.rows}`);
}

async function checkJournal(options: RestoreOptions, manifest: Manifest): Promise<Verification> {
  options.onProgress?.('journal');
  const url = options.urls.app;
  const reader = new Database({ url, schema: options.district, maxConnections: 1 });
  try {
    const { seal } = manifest;
    const journal = await verifyJournal(reader, seal.sealNo > 0 ? { knownHead: seal } : {});
    if (
      !journal.ok ||
      journal.head !== manifest.seal.head ||
      journal.unsealed !== manifest.unsealed
    )
      throw new Error(
        `the restored journal does not verify: ${journal.faults[0]?.kind ?? 'another last seal'}`,
      );
    return journal;
  } finally {
    await reader.close();
  }
}
