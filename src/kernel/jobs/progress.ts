import type { Db, Tx } from '#kernel/db/client.ts';
import { systemScope } from '#kernel/db/scope.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { AppError } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';

export type LongJobState = 'waiting' | 'running' | 'done' | 'failed';

export type LongJob<Input = unknown, Cursor = unknown> = {
  readonly id: string;
  readonly kind: string;
  readonly area: string;
  readonly startedBy: string | null;
  readonly input: Input;
  /** Where the last step ended; null before the first. */
  readonly cursor: Cursor | null;
  readonly done: number;
};

/** One row that could not be taken: line and column as the sender sees them. */
export type RowFault = {
  /** Which of several files; absent where there is one. */
  readonly file?: string;
  readonly line: number;
  readonly field: string;
  readonly code: string;
  readonly value: string;
};

export type Step<Cursor> = {
  readonly cursor: Cursor;
  /** Units done by this step. */
  readonly done: number;
  /** All units, once known. */
  readonly total?: number | null;
  readonly faults?: readonly RowFault[];
  readonly isLast: boolean;
  /** Message code of what is going on or came out, and its facts; codes and figures only. */
  readonly code?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
};

export type StartLongJob = {
  /** Also the name of the job that works it off. */
  readonly kind: string;
  readonly area: string;
  readonly total?: number;
  readonly input: object;
};

/** Begins long work in the transaction of whoever asks for it. Returns its id, which pages poll. */
export async function startLongJob(
  tx: Tx,
  world: World,
  actor: Actor,
  start: StartLongJob,
): Promise<string> {
  const id = world.newId();
  const now = world.clock.now();
  await tx
    .insertInto('longJob')
    .values({
      id,
      kind: start.kind,
      state: 'waiting',
      area: start.area,
      startedBy: actor.account,
      total: start.total ?? null,
      code: 'waiting',
      input: JSON.stringify(start.input),
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  await world.jobs.enqueue(tx, start.kind, { longJob: id });
  return id;
}

/**
 * One step: what it writes, its row faults and the new cursor commit together, so that work killed anywhere goes on
 * behind its last whole step and repeats none. The row's lock keeps a second worker out. Returns whether more is to do.
 */
export async function stepLongJob<Input, Cursor>(
  world: World,
  id: string,
  step: (tx: Tx, job: LongJob<Input, Cursor>) => Promise<Step<Cursor>>,
): Promise<boolean> {
  return await world.database.withScope(systemScope, async (tx) => {
    const job = await lockUnfinished(tx, id);
    if (!job) return false;
    const result = await step(tx, job as LongJob<Input, Cursor>);
    await insertFaults(tx, world, job, result.faults ?? []);
    await keepStep(tx, world, id, result);
    return !result.isLast;
  });
}

async function keepStep(tx: Tx, world: World, id: string, step: Step<unknown>): Promise<void> {
  const state = step.isLast ? 'done' : 'running';
  await tx
    .updateTable('longJob')
    .set((row) => ({
      state,
      code: step.code ?? state,
      done: row('done', '+', step.done),
      faults: row('faults', '+', step.faults?.length ?? 0),
      cursor: JSON.stringify(step.cursor ?? null),
      updatedAt: world.clock.now(),
      ...(step.facts === undefined ? {} : { facts: JSON.stringify(step.facts) }),
      ...(step.total === undefined ? {} : { total: step.total }),
    }))
    .where('id', '=', id)
    .execute();
}

/**
 * Runs steps to the end, or until the worker stops: then the rest is resumed. What passes by itself (a database that
 * restarts, a full disk) is thrown, so that the job is tried again; any other error fails the work, and it says so.
 */
export async function runLongJob<Input, Cursor>(
  world: World,
  id: string,
  signal: AbortSignal,
  step: (tx: Tx, job: LongJob<Input, Cursor>) => Promise<Step<Cursor>>,
): Promise<void> {
  try {
    while (!signal.aborted && (await stepLongJob(world, id, step)));
  } catch (error) {
    if (isPassing(error)) throw error;
    world.log.error({ err: error, longJob: id }, 'long work failed');
    if (error instanceof AppError) await failLongJob(world, id, error.reason, error.facts);
    else await failLongJob(world, id, 'failed');
  }
}

/** Connection failures, the server's shutdown or lack of something, a transaction that lost against another. */
function isPassing(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'unavailable';
  if (!(error instanceof Error)) return false;
  if ('code' in error && /^(E[A-Z]+|08|53|57P|40)/.test(String(error.code))) return true;
  return /connection/i.test(error.message) && !('code' in error);
}

/** Ends long work that cannot go on; what its earlier steps did stays. */
export async function failLongJob(
  world: World,
  id: string,
  code: string,
  facts: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await world.database.withScope(systemScope, async (tx) => {
    await tx
      .updateTable('longJob')
      .set({ state: 'failed', code, facts: JSON.stringify(facts), updatedAt: world.clock.now() })
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'running'])
      .execute();
  });
}

const STALE_MS = 60_000;

/** Hands out again what a killed worker left; work that is alive moves its time with every step. Returns how many. */
export async function resumeLongJobs(world: World): Promise<number> {
  const before = new Date(world.clock.now().getTime() - STALE_MS);
  return await world.database.withScope(systemScope, async (tx) => {
    const stale = await tx
      .updateTable('longJob')
      .set({ updatedAt: world.clock.now() })
      .where('state', 'in', ['waiting', 'running'])
      .where('updatedAt', '<', before)
      .returning(['id', 'kind'])
      .execute();
    for (const { id, kind } of stale) await world.jobs.enqueue(tx, kind, { longJob: id });
    return stale.length;
  });
}

/** The rows that could not be taken, in the sender's order, a page at a time. */
export async function listRowFaults(
  db: Db,
  id: string,
  after = 0,
  limit = 5_000,
): Promise<RowFault[]> {
  return await db
    .selectFrom('longJobFault')
    .select(['file', 'line', 'field', 'code', 'value'])
    .where('longJobId', '=', id)
    .orderBy('file')
    .orderBy('line')
    .orderBy('id')
    .offset(after)
    .limit(limit)
    .execute();
}

async function lockUnfinished(tx: Tx, id: string): Promise<LongJob | undefined> {
  return await tx
    .selectFrom('longJob')
    .select(['id', 'kind', 'area', 'startedBy', 'input', 'cursor', 'done'])
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .forUpdate()
    .executeTakeFirst();
}

const FAULTS_PER_INSERT = 500;
const LONGEST_VALUE = 200;

async function insertFaults(
  tx: Tx,
  world: World,
  job: LongJob,
  faults: readonly RowFault[],
): Promise<void> {
  for (let from = 0; from < faults.length; from += FAULTS_PER_INSERT) {
    const rows = faults.slice(from, from + FAULTS_PER_INSERT).map((fault) => ({
      ...fault,
      file: fault.file ?? '',
      value: fault.value.slice(0, LONGEST_VALUE),
      id: world.newId(),
      longJobId: job.id,
      area: job.area,
    }));
    await tx.insertInto('longJobFault').values(rows).execute();
  }
}
