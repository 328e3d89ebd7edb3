import { scopeOf } from '#kernel/db/scope.ts';
import { failLongJob, type RowFault, startLongJob, stepLongJob } from '#kernel/jobs/progress.ts';
import type { JobDefinition } from '#kernel/jobs/run-jobs.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { type Fault, verifyJournal } from '#kernel/journal/verify.ts';
import { type Actor, may } from '#kernel/pure/actor.ts';
import { forbidden } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { findLastSeal } from './audit.report.queries.ts';
import { areaOfReader, NO_SUBJECT } from './reader.rules.ts';

export const VERIFY_JOB = 'audit.verify';
const READ = 'audit.read';

/** Begins recomputing the chain of seals. Returns the long job's id. Throws 'forbidden' without the capability. */
export async function startVerification(world: World, actor: Actor): Promise<string> {
  if (!may(actor, READ)) throw forbidden(READ);
  const area = areaOfReader(actor);
  return await world.database.withScope(scopeOf(actor), async (tx) => {
    const last = await findLastSeal(tx);
    const total = Number(last?.lastSeq ?? 0);
    const job = await startLongJob(tx, world, actor, { kind: VERIFY_JOB, area, total, input: {} });
    await writeJournal(tx, world, actor, {
      subject: { kind: 'journal', id: NO_SUBJECT },
      verb: 'audit.verify',
      area,
      codes: { job },
    });
    return job;
  });
}

const faultRow = (fault: Fault): RowFault => ({
  line: fault.seq ?? 0,
  field: `seal ${fault.sealNo}`,
  code: fault.kind,
  value: '',
});

/** Works a verification off. It only reads, so a worker that dies begins it again, and two at once do no harm. */
export async function runVerification(world: World, id: string): Promise<void> {
  try {
    const progress = new Progress(world, id);
    const result = await verifyJournal(world.database, { onProgress: (rows) => progress.at(rows) });
    const left = await progress.settle(result.rows);
    await stepLongJob<unknown, number>(world, id, async () => ({
      cursor: result.rows,
      done: left,
      total: result.rows,
      isLast: true,
      faults: result.faults.map(faultRow),
      code: result.ok ? 'journal_whole' : 'journal_broken',
      facts: {
        rows: result.rows,
        seals: result.seals,
        unsealed: result.unsealed,
        erased: result.erased,
        head: result.head,
      },
    }));
  } catch (error) {
    world.log.error({ err: error, longJob: id }, 'verifying the journal failed');
    await failLongJob(world, id, 'failed');
  }
}

/** Tells how far the walk is, a step of the long job at a time, without holding the walk up. */
class Progress {
  #told = 0;
  #telling: Promise<unknown> = Promise.resolve();
  readonly #world: World;
  readonly #id: string;

  constructor(world: World, id: string) {
    this.#world = world;
    this.#id = id;
  }

  at(rows: number): void {
    const more = rows - this.#told;
    if (more <= 0) return;
    this.#told = rows;
    this.#telling = this.#telling.then(() =>
      stepLongJob<unknown, number>(this.#world, this.#id, async () => ({
        cursor: rows,
        done: more,
        isLast: false,
      })),
    );
  }

  /** Units not told yet, once all that was told is written. */
  async settle(rows: number): Promise<number> {
    await this.#telling;
    return rows - this.#told;
  }
}

export const verifyJob: JobDefinition<{ readonly longJob: string }> = {
  name: VERIFY_JOB,
  verb: READ,
  retries: 0,
  withinSeconds: 3600,
  handle: (world, { longJob }) => runVerification(world, longJob),
};
