import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { type DistrictUrls, roleNames, schemaNames } from '#kernel/db/district.ts';
import { type OpenDistrict, startDistrict } from '#kernel/db/embedded/open-district.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { systemScope } from '#kernel/db/scope.ts';
import { silentLog } from '#kernel/log.ts';
import { openAccess } from '#modules/access/index.ts';
import { postsHeldBy } from '#modules/bodies/index.ts';
import { openWorld } from '../src/apps/open-world.ts';
import { keepDemoState } from '../src/demo/demo-state.queries.ts';
import { makeDistrict } from './district.ts';

export const root = resolve(import.meta.dirname, '..');
export const DISTRICT = 'jianye';

/** A new installation in a folder of its own: embedded PostgreSQL with fsync on, migrated, with the small district in it. */
export type Installation = {
  readonly dataDir: string;
  readonly urls: DistrictUrls;
  readonly embedded: OpenDistrict['embedded'];
  /** What the launcher would tell its programs. */
  readonly environment: Readonly<Record<string, string>>;
  /** Stops the database; the folder stays. */
  readonly stop: () => Promise<void>;
  readonly remove: () => void;
};

export async function makeInstallation(name: string, port: number): Promise<Installation> {
  const dataDir = mkdtempSync(join(tmpdir(), `linli-${name}-`));
  const { urls, embedded } = await startDistrict({ dataDir, district: DISTRICT });
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  const environment = environmentOf(dataDir, urls, port);
  try {
    const folder = join(root, 'db/migrations');
    await migrate({ ownerUrl: urls.owner, district: DISTRICT, roles: roleNames(DISTRICT), folder });
    await fill(environment);
  } catch (error) {
    await embedded.release();
    remove();
    throw error;
  }
  return {
    dataDir,
    urls,
    embedded,
    environment,
    stop: () => embedded.release(),
    remove,
  };
}

function environmentOf(dataDir: string, urls: DistrictUrls, port: number) {
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    LINLI_DISTRICT: DISTRICT,
    LINLI_DEMO: '1',
    LOG_LEVEL: 'warn',
    DATABASE_URL: urls.app,
    DATABASE_OWNER_URL: urls.owner,
    DATABASE_AUTH_URL: urls.auth,
    DATABASE_SEALER_URL: urls.sealer,
  };
}

async function fill(environment: Readonly<Record<string, string>>): Promise<void> {
  const { world, close } = await openWorld(environment, { program: 'cli', log: silentLog });
  const access = await openAccess(world, {
    url: environment['DATABASE_AUTH_URL'] ?? '',
    schema: schemaNames(DISTRICT).auth,
    postsOf: postsHeldBy,
  });
  const owner = ownerPool(environment['DATABASE_OWNER_URL'] ?? '');
  try {
    await makeDistrict(world, owner);
    // The small district stands in the demo's place: the launcher would bring the demo into it.
    const now = world.clock.now().toISOString();
    await world.database.withScope(systemScope, (tx) =>
      keepDemoState(tx, { seed: 0, now, isLoaded: true }),
    );
  } finally {
    await owner.end();
    await access.close();
    await close();
  }
}

/** The owner's connections: outside row-level security. */
export function ownerPool(url: string, max = 2): pg.Pool {
  return new pg.Pool({ connectionString: url, options: `-c search_path=${DISTRICT}`, max });
}
