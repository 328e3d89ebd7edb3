import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { RoleNames } from './migrate.ts';

/** The four doors to one district's part of the database. */
export type DistrictUrls = {
  readonly owner: string;
  readonly app: string;
  readonly auth: string;
  readonly sealer: string;
};

/** The passwords of the district's four roles. */
export type DistrictPasswords = { readonly [Role in keyof RoleNames]: string };

export type PrepareOptions = {
  /** A role that may make roles and databases. */
  readonly superuserUrl: string;
  /** The district's short name; it names its schemas and roles. */
  readonly district: string;
  readonly passwords: DistrictPasswords;
  readonly database?: string;
};

const ROLES = ['owner', 'app', 'auth', 'sealer'] as const;
const DISTRICT = /^[a-z][a-z0-9_]{1,30}$/;
const SCRAM_ITERATIONS = 4096;

/** The database roles of a district. */
export function roleNames(district: string): RoleNames {
  if (!DISTRICT.test(district) || district.startsWith('pg_'))
    throw new Error(
      `a district's short name is 2 to 31 small Latin letters, digits or "_", not "${district}"`,
    );
  const name = (role: string) => `linli_${district}_${role}`;
  return { owner: name('owner'), app: name('app'), auth: name('auth'), sealer: name('sealer') };
}

/** The district's schemas: its rows, the accounts, the jobs. */
export function schemaNames(district: string) {
  return { rows: district, auth: `${district}_auth`, jobs: `${district}_jobs` } as const;
}

/** Reads the district's role passwords from DATA_DIR/keys, making random ones the first time. */
export function keepDistrictPasswords(dataDir: string, district: string): DistrictPasswords {
  const keys = join(dataDir, 'keys');
  const file = join(keys, `database-${roleNames(district).owner}.json`);
  if (!existsSync(file)) {
    if (!existsSync(keys)) mkdirSync(keys, { recursive: true, mode: 0o700 });
    const fresh = ROLES.map((role) => [role, randomBytes(24).toString('base64url')]);
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(fresh))}\n`, { mode: 0o600 });
  }
  chmodSync(file, 0o600);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * Makes what a district needs before its first migration: database, roles, schemas, search paths and default
 * rights. Repeating it changes nothing, save that the roles' passwords become those given.
 */
export async function prepareDistrict(options: PrepareOptions): Promise<DistrictUrls> {
  const { superuserUrl, district, passwords, database = 'linli' } = options;
  const roles = roleNames(district);
  await withClient(superuserUrl, async (client) => {
    for (const role of ROLES) await makeRole(client, roles[role], passwords[role]);
    await makeDatabase(client, database);
  });
  await withClient(urlTo(superuserUrl, database), (client) =>
    makeSchemas(client, database, district),
  );
  return districtUrls(options);
}

/** The district's URLs on a server where everything is prepared. */
export function districtUrls(options: PrepareOptions): DistrictUrls {
  const { superuserUrl, district, passwords, database = 'linli' } = options;
  const roles = roleNames(district);
  const url = (role: keyof RoleNames) =>
    urlTo(superuserUrl, database, roles[role], passwords[role]);
  return { owner: url('owner'), app: url('app'), auth: url('auth'), sealer: url('sealer') };
}

async function makeRole(client: pg.Client, role: string, password: string): Promise<void> {
  const name = client.escapeIdentifier(role);
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0) await ignoring('42710', client.query(`CREATE ROLE ${name} LOGIN`));
  const { rows } = await client.query(
    'SELECT rolsuper OR rolbypassrls OR rolcreaterole AS strong FROM pg_roles WHERE rolname = $1',
    [role],
  );
  if (rows[0].strong)
    throw new Error(`the role ${role} has more rights than Linli gives it: remove them first`);
  const verifier = client.escapeLiteral(scramVerifier(password, role));
  await client.query(`ALTER ROLE ${name} LOGIN PASSWORD ${verifier}`);
  // Making a schema for a role asks for membership, which only a superuser has by itself.
  await client.query(`GRANT ${name} TO CURRENT_USER`);
}

async function makeDatabase(client: pg.Client, database: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  if (rowCount !== 0) return;
  const make = client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} ENCODING 'UTF8'`);
  await ignoring('42P04', make);
}

async function makeSchemas(client: pg.Client, database: string, district: string): Promise<void> {
  for (const statement of schemaStatements(client, database, district)) {
    await client.query(statement);
  }
}

function schemaStatements(client: pg.Client, database: string, district: string): string[] {
  const quote = (name: string) => client.escapeIdentifier(name);
  const roles = roleNames(district);
  const schemas = schemaNames(district);
  const [owner, app, auth, sealer] = [roles.owner, roles.app, roles.auth, roles.sealer].map(quote);
  const [rows, accounts, jobs] = [schemas.rows, schemas.auth, schemas.jobs].map(quote);
  const base = quote(database);
  const byOwner = `ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA ${rows}`;
  return [
    `REVOKE ALL ON DATABASE ${base} FROM PUBLIC`,
    `REVOKE ALL ON SCHEMA public FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${base} TO ${owner}, ${app}, ${auth}, ${sealer}`,
    `CREATE SCHEMA IF NOT EXISTS ${rows} AUTHORIZATION ${owner}`,
    `CREATE SCHEMA IF NOT EXISTS ${accounts} AUTHORIZATION ${auth}`,
    `CREATE SCHEMA IF NOT EXISTS ${jobs} AUTHORIZATION ${app}`,
    `GRANT USAGE ON SCHEMA ${rows} TO ${app}, ${sealer}`,
    `${byOwner} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app}`,
    `${byOwner} GRANT USAGE, SELECT ON SEQUENCES TO ${app}`,
    `ALTER ROLE ${owner} IN DATABASE ${base} SET search_path = ${rows}`,
    `ALTER ROLE ${app} IN DATABASE ${base} SET search_path = ${rows}`,
    `ALTER ROLE ${sealer} IN DATABASE ${base} SET search_path = ${rows}`,
    `ALTER ROLE ${auth} IN DATABASE ${base} SET search_path = ${accounts}`,
  ];
}

/** The password as PostgreSQL stores it (RFC 5802, RFC 7677): the words themselves never reach the server or its log. */
function scramVerifier(password: string, role: string): string {
  // The salt follows from both, so that a repeated preparation writes the same value.
  const salt = createHash('sha256').update(`${role}:${password}`).digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, SCRAM_ITERATIONS, 32, 'sha256');
  const key = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  const server = key('Server Key').toString('base64');
  return `SCRAM-SHA-256$${SCRAM_ITERATIONS}:${salt.toString('base64')}$${stored}:${server}`;
}

function urlTo(base: string, database: string, user?: string, password?: string): string {
  const url = new URL(base);
  url.pathname = `/${encodeURIComponent(database)}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = password;
  return url.href;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Two starts at once may make the same thing: the second finds it made. */
async function ignoring(code: string, query: Promise<unknown>): Promise<void> {
  try {
    await query;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === code)) throw error;
  }
}
