import { createHash } from 'node:crypto';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type pg from 'pg';
import { isAborted } from './errors.ts';

/** Above this many distinct statements a session stops naming new ones: multi-row inserts differ by row count. */
const MAX_NAMED_STATEMENTS = 400;
const names = new Map<string, string>();

/** The prepared-statement name of a text, or undefined once too many differ. Named statements are parsed once per session. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MAX_NAMED_STATEMENTS) return undefined;
  const name = `q_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

const gathering = new WeakSet<object>();

/**
 * Lets everything that is asked of a connection in one turn travel in one packet: one system call here and one
 * waking there instead of one a statement, which was a quarter of a request's time.
 */
export function gather(client: pg.ClientBase): void {
  const { stream } = (client as pg.Client).connection;
  if (gathering.has(stream)) return;
  gathering.add(stream);
  stream.cork();
  process.nextTick(() => {
    gathering.delete(stream);
    stream.uncork();
  });
}

export function runNamed(client: pg.ClientBase, text: string, values: readonly unknown[]) {
  gather(client);
  const name = statementName(text);
  return client.query({
    text,
    values: values as unknown[],
    ...(name === undefined ? {} : { name }),
  });
}

/** Lends one already scoped client to Kysely, which therefore cannot leave its transaction. */
export class ScopedDriver implements Driver {
  readonly #connection: DatabaseConnection;
  #failure: unknown;
  #isOver = false;

  /** `opened`: what opens the transaction, which may be the first to fail. */
  constructor(client: pg.ClientBase, opened: Promise<unknown>) {
    const note = (error: unknown) => {
      this.#failure ??= error;
      throw error;
    };
    const demandOpen = () => {
      if (this.#isOver) throw new Error('this transaction is over');
    };
    opened.catch((error: unknown) => {
      this.#failure ??= error;
    });
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        demandOpen();
        const result = await runNamed(client, query.sql, query.parameters).catch(note);
        return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
      },
      streamQuery() {
        throw new Error('a pipelined connection has no cursors: page by key instead');
      },
    };
  }

  /** From here on the connection is somebody else's: what is asked late must not run in his transaction. */
  end(): void {
    this.#isOver = true;
  }

  /** What first went wrong: statements sent along with the one that failed fail too, and may be heard of before it. */
  causeOf(error: unknown): unknown {
    return isAborted(error) ? (this.#failure ?? error) : error;
  }

  async init() {}
  async acquireConnection() {
    return this.#connection;
  }
  beginTransaction(): Promise<void> {
    throw new Error('a scope is one transaction already: pass its Tx on');
  }
  commitTransaction(): Promise<void> {
    return this.beginTransaction();
  }
  rollbackTransaction(): Promise<void> {
    return this.beginTransaction();
  }
  async releaseConnection() {}
  async destroy() {}
}
