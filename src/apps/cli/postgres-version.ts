import type pg from 'pg';

const OLDEST_POSTGRES = 16;

/** What kind of PostgreSQL answers, and whether Linli runs on it. */
export async function readPostgresVersion(
  client: pg.Client,
): Promise<{ readonly version: string; readonly isOld: boolean }> {
  const { rows } = await client.query('show server_version');
  const version: string = rows[0].server_version;
  return { version, isOld: Number.parseInt(version, 10) < OLDEST_POSTGRES };
}
