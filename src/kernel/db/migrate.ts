import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';

export type RoleNames = {
  readonly owner: string;
  readonly app: string;
  readonly auth: string;
  readonly sealer: string;
};

export type MigrateOptions = {
  readonly ownerUrl: string;
  /** The district's schema, already there and owned by the owner role. */
  readonly district: string;
  readonly roles: RoleNames;
  readonly folder: string;
};

const FILE = /^\d{12}-[a-z0-9-]+\.sql$/;
const STATEMENT_END = /^--;;\s*$/m;

/** The statements of one migration file, with the district's role names put in. One statement per query: Citus takes no more. */
export function statementsOf(text: string, roles: RoleNames): string[] {
  return text
    .split(STATEMENT_END)
    .map((part) =>
      part
        .replace(/\{(owner|app|auth|sealer)\}/g, (_, role: keyof RoleNames) => `"${roles[role]}"`)
        .trim(),
    )
    .filter((part) => part.replace(/^--.*$/gm, '').trim() !== '');
}

/** Applies the migrations not yet applied, in file order, forward only. Returns the names of those applied. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const pool = new pg.Pool({
    connectionString: options.ownerUrl,
    options: `-c search_path=${options.district}`,
    max: 2,
  });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db,
      migrationTableSchema: options.district,
      provider: { getMigrations: () => readMigrations(options) },
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error)
      throw new Error(
        `migration failed: ${results?.find((r) => r.status === 'Error')?.migrationName}`,
        { cause: error },
      );
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

async function readMigrations(options: MigrateOptions) {
  const files = (await readdir(options.folder)).filter((file) => file.endsWith('.sql')).sort();
  const misnamed = files.find((file) => !FILE.test(file));
  if (misnamed) throw new Error(`a migration is named YYYYMMDDHHMM-verb-noun.sql, not ${misnamed}`);
  const entries = files.map(async (file) => {
    const statements = statementsOf(
      await readFile(join(options.folder, file), 'utf8'),
      options.roles,
    );
    const up = async (db: Kysely<unknown>) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    };
    return [file.replace(/\.sql$/, ''), { up }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
