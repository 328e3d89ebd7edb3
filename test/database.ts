import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { Database } from '#kernel/db/client.ts';
import type { DistrictUrls } from '#kernel/db/district.ts';
import { type ClusterAddress, cloneTemplate, DISTRICT, dropDatabase } from './cluster.ts';
import './setup.ts';

export type TestDatabase = {
  /** What the product uses: the app's role, within scopes. */
  readonly database: Database;
  /** The owner's role: outside row-level security, for arranging and for looking. */
  readonly ownerPool: pg.Pool;
  /** For what only a superuser does: forging a journal row, switching a policy off. */
  readonly superuser: pg.Pool;
  readonly urls: DistrictUrls;
  /** The district's short name, which is its schema. */
  readonly district: string;
  drop(): Promise<void>;
};

// The server of the tests takes 60 connections from every run at once.
const POOL_SIZE = 4;

/**
 * A database of one's own with every migration applied and no rows: once per test file, in `beforeAll`, and `drop()`
 * in `afterAll`. Roles belong to the whole server: a test that changes a role changes it for everybody.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const address = await askForCluster();
  const name = `${address.clonePrefix}${randomBytes(5).toString('hex')}`;
  const urls = await cloneTemplate(address, name);
  const database = new Database({ url: urls.app, schema: DISTRICT, maxConnections: POOL_SIZE });
  const superuserUrl = new URL(address.superuserUrl);
  superuserUrl.pathname = `/${name}`;
  const ownerPool = openPool(urls.owner);
  const superuser = openPool(superuserUrl.href);
  const drop = async () => {
    await Promise.all([database.close(), ownerPool.end(), superuser.end()]);
    await dropDatabase(address, name);
  };
  return { database, ownerPool, superuser, urls, district: DISTRICT, drop };
}

async function askForCluster(): Promise<ClusterAddress> {
  const answer = await fetch(inject('clusterDoor'));
  if (!answer.ok)
    throw new Error(`the database of the tests does not start: ${await answer.text()}`);
  return (await answer.json()) as ClusterAddress;
}

function openPool(url: string): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    options: `-c search_path=${DISTRICT}`,
    max: POOL_SIZE,
    idleTimeoutMillis: 2_000,
  });
}
