import pg from 'pg';

/** Connections of the accounts' own role, which sees their schema and nothing else. */
export type AuthPool = pg.Pool;

export type AuthPoolOptions = {
  readonly url: string;
  readonly schema: string;
  readonly onError: (error: unknown) => void;
};

export function openAuthPool(options: AuthPoolOptions): AuthPool {
  const pool = new pg.Pool({
    connectionString: options.url,
    options: `-c search_path=${options.schema}`,
    max: 3,
  });
  pool.on('error', options.onError);
  return pool;
}
