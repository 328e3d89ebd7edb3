import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import {
  type DistrictPasswords,
  type DistrictUrls,
  keepDistrictPasswords,
  prepareDistrict,
  roleNames,
} from '#kernel/db/district.ts';
import { AlreadyOwned, type Embedded, openEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';

export const DISTRICT = 'jianye';

/** What a test process needs to clone the migrated database; plain values, because they cross a process boundary. */
export type ClusterAddress = {
  readonly superuserUrl: string;
  readonly passwords: DistrictPasswords;
  readonly template: string;
  /** Databases of this run begin so: a later run drops those of runs that are dead. */
  readonly clonePrefix: string;
};

export type Cluster = { readonly address: ClusterAddress; close(): Promise<void> };

const root = resolve(import.meta.dirname, '..');
const migrations = join(root, 'db/migrations');
const CLONES = 'linli_test_';
const TEMPLATES = 'linli_template_';
// Several checkouts with different migrations may take turns; older templates only fill the disk.
const TEMPLATES_KEPT = 6;
const OBJECT_IN_USE = '55006';
const OWNER_CHANGES_WITHIN_MS = 60_000;
/** Any number does that nothing else locks: role changes in two sessions at once fail with "tuple concurrently updated". */
const ONE_AT_A_TIME = 48_201_105;

/**
 * Opens the PostgreSQL of the tests, which lies in the system's folder for temporary files, is shared by runs at the
 * same time and stops with the last of them; and in it a database with every migration applied, made anew only when
 * the migrations differ. A run that was killed leaves nothing that the next one does not clear away.
 */
export async function openCluster(): Promise<Cluster> {
  const { dataDir, embedded } = await openServer();
  const passwords = keepDistrictPasswords(dataDir, DISTRICT);
  const superuserUrl = embedded.url;
  const template = TEMPLATES + fingerprint();
  const clonePrefix = `${CLONES}${process.pid}_`;
  try {
    await alone(superuserUrl, async (client) => {
      await dropLeftovers(client, template);
      await makeTemplate(client, superuserUrl, passwords, template);
    });
  } catch (error) {
    await embedded.release();
    throw error;
  }
  const close = async () => {
    await alone(superuserUrl, (client) => dropAll(client, (name) => name.startsWith(clonePrefix)));
    await embedded.release();
  };
  return { address: { superuserUrl, passwords, template, clonePrefix }, close };
}

/** Makes a database of its own from the template, with the district's roles let in; returns their URLs. */
export async function cloneTemplate(address: ClusterAddress, name: string): Promise<DistrictUrls> {
  const { superuserUrl, passwords, template } = address;
  return alone(superuserUrl, async (client) => {
    await client.query(`create database ${name} template ${template}`);
    return prepareDistrict({ superuserUrl, passwords, district: DISTRICT, database: name });
  });
}

export async function dropDatabase(address: ClusterAddress, name: string): Promise<void> {
  await withClient(address.superuserUrl, (client) => drop(client, name));
}

async function openServer(): Promise<{ dataDir: string; embedded: Embedded }> {
  const dataDir = join(tmpdir(), `linli-test-${userInfo().username}`);
  const open = () => openEmbedded({ dataDir, fsync: false, patience: 0 });
  const end = performance.now() + OWNER_CHANGES_WITHIN_MS;
  let repaired = false;
  for (;;) {
    try {
      return { dataDir, embedded: await open() };
    } catch (error) {
      // Its owner is just starting or stopping it.
      if (error instanceof AlreadyOwned && performance.now() < end) {
        await delay(200);
        continue;
      }
      // Without fsync a crash of the machine may leave a cluster that does not start; there is nothing in it to keep.
      if (repaired || error instanceof AlreadyOwned) throw error;
      rmSync(dataDir, { recursive: true, force: true });
      repaired = true;
    }
  }
}

/** Differs whenever the template would: by the migrations and by the code that prepares and applies them. */
function fingerprint(): string {
  const files = readdirSync(migrations).sort();
  const paths = files.map((file) => join(migrations, file));
  const hash = createHash('sha256');
  for (const path of [...paths, join(root, 'src/kernel/db/district.ts'), import.meta.filename]) {
    hash.update(path.slice(root.length)).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 12);
}

async function makeTemplate(
  client: pg.Client,
  superuserUrl: string,
  passwords: DistrictPasswords,
  template: string,
): Promise<void> {
  if ((await databases(client)).includes(template)) return;
  // Renamed when whole, so that a killed run never leaves half a template under the final name.
  const unfinished = `${CLONES}${process.pid}_template`;
  const options = { superuserUrl, passwords, district: DISTRICT, database: unfinished };
  const urls = await prepareDistrict(options);
  const roles = roleNames(DISTRICT);
  await migrate({ ownerUrl: urls.owner, district: DISTRICT, roles, folder: migrations });
  await client.query(`alter database ${unfinished} rename to ${template}`);
}

async function dropLeftovers(client: pg.Client, current: string): Promise<void> {
  const templates = (await databases(client)).filter((name) => name.startsWith(TEMPLATES));
  const old = new Set(templates.filter((name) => name !== current).slice(0, -TEMPLATES_KEPT));
  await dropAll(client, (name) => old.has(name) || isOfDeadRun(name));
}

function isOfDeadRun(name: string): boolean {
  const pid = new RegExp(`^${CLONES}(\\d+)_`).exec(name)?.[1];
  return pid !== undefined && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function dropAll(client: pg.Client, which: (name: string) => boolean): Promise<void> {
  for (const name of (await databases(client)).filter(which)) await drop(client, name);
}

/**
 * Without force first, which waits up to five seconds for sessions that are just ending: a pool says that it has
 * ended before the server knows, and a session ended by force throws in the test that had closed it properly.
 */
async function drop(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(`drop database if exists ${name}`);
  } catch (error) {
    const inUse = error instanceof Error && 'code' in error && error.code === OBJECT_IN_USE;
    if (!inUse) throw error;
    await client.query(`drop database if exists ${name} with (force)`);
  }
}

/** Names of databases, oldest first. */
async function databases(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query('select datname from pg_database order by oid');
  return rows.map(({ datname }) => datname as string);
}

/** Runs `work` while no other test process changes roles, templates or databases. */
function alone<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [ONE_AT_A_TIME]);
    return work(client); // the lock goes with the session
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
