import {
  CamelCasePlugin,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import pg from 'pg';
import type { DB } from '#db/types.ts';
import { gather, runNamed, ScopedDriver } from './connection.ts';
import { isTransient, toAppError } from './errors.ts';
import type { Scope } from './scope.ts';

declare const writes: unique symbol;

/** Reads within one scope. */
export type Db = Kysely<DB>;
/** Reads and writes within one scope's transaction: a function that writes demands this, so a write outside does not compile. */
export type Tx = Db & { readonly [writes]: true };

export type DatabaseOptions = {
  /** Connection URL of the district's app role. */
  readonly url: string;
  /** The district's schema, the only one searched. */
  readonly schema: string;
  readonly maxConnections?: number;
  readonly onError?: (error: unknown) => void;
};

const BEGIN_READ = 'BEGIN READ ONLY';
const SET_CTX = 'select set_ctx($1, $2, $3, $4, $5, $6)';
const MAX_ATTEMPTS = 4;

const INT8 = 20;
const DATE = 1082;
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return Number;
    if (oid === DATE) return String;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];

function kyselyOn(driver: ScopedDriver): Kysely<DB> {
  return new Kysely<DB>({
    plugins,
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

/**
 * The only way to the district's tables. Each use case and each read route runs in one transaction whose
 * scope is set by `set_ctx` in the same flush as BEGIN and the first statement (pg's pipelining).
 */
export class Database {
  readonly #pool: pg.Pool;

  constructor(options: DatabaseOptions) {
    this.#pool = new pg.Pool({
      connectionString: options.url,
      options: `-c search_path=${options.schema}`,
      max: options.maxConnections ?? 10,
      // A request that cannot get a connection fails with a sentence instead of waiting for ever.
      connectionTimeoutMillis: 10_000,
      pipeline: true,
      types,
    } as pg.PoolConfig);
    this.#pool.on('error', (error) => options.onError?.(error));
  }

  /** Runs `work` in one transaction; a deadlock or serialisation failure runs it again, so `work` has no outside effects. */
  async withScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once('BEGIN', scope, (db) => work(db as Tx));
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isTransient(error)) throw toAppError(error);
      }
    }
  }

  /** As `withScope`, for reads: PostgreSQL itself refuses a write. */
  async withReadScope<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
    try {
      return await this.#once(BEGIN_READ, scope, work);
    } catch (error) {
      throw toAppError(error);
    }
  }

  /** Connections open now, and how many requests wait for one. */
  load(): { readonly open: number; readonly waiting: number } {
    return { open: this.#pool.totalCount, waiting: this.#pool.waitingCount };
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #once<T>(begin: string, scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    gather(client);
    const began = client.query(begin);
    const scoped = runNamed(client, SET_CTX, [
      scope.face,
      scope.lo,
      scope.hi,
      scope.account,
      scope.organisation,
      scope.subject,
    ]);
    const opened = Promise.all([began, scoped]);
    const driver = new ScopedDriver(client, opened);
    try {
      const result = await work(kyselyOn(driver));
      await opened;
      driver.end();
      const committed = client.query('COMMIT');
      if (begin === BEGIN_READ) void finish(client, committed);
      else {
        await committed;
        client.release();
      }
      return result;
    } catch (error) {
      driver.end();
      await finish(client, client.query('ROLLBACK'));
      throw driver.causeOf(error);
    }
  }
}

/** Gives a connection back once its last statement is through, or throws it away. Nothing depends on how a read ends. */
async function finish(client: pg.PoolClient, last: Promise<unknown>): Promise<void> {
  let broken: Error | undefined;
  await last.catch((failure: Error) => {
    broken = failure;
  });
  client.release(broken);
}
