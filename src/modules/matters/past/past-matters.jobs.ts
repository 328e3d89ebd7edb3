import type { Tx } from '#kernel/db/client.ts';
import { scopeOf } from '#kernel/db/scope.ts';
import { type LongJob, runLongJob, type Step, startLongJob } from '#kernel/jobs/progress.ts';
import type { JobDefinition } from '#kernel/jobs/run-jobs.ts';
import { type Actor, SYSTEM } from '#kernel/pure/actor.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import type { World } from '#kernel/world.ts';
import { demandImport, importBatch, inBatches, openRun } from './import-past-matters.ts';
import { type PastBatch, planPastBatch } from './past-batch.ts';
import { type PastGroup, readPastGroups } from './read-past-groups.ts';

export const IMPORT_PAST_JOB = 'matters.import-past';

type Input = {
  readonly sha256: string;
  readonly name: string;
  readonly reach: AreaRange;
  readonly organisation: string | null;
  readonly dryRun: boolean;
};
type Cursor = {
  readonly line: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly refused: number;
};

/** Begins an import of an uploaded events sheet as long work with a progress bar. Returns the work's id. */
export async function startPastImport(
  world: World,
  actor: Actor,
  file: { readonly sha256: string; readonly name: string },
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<string> {
  demandImport(actor);
  const input: Input = {
    ...file,
    reach: actor.area,
    organisation: actor.organisation,
    dryRun,
  };
  const area = actor.area.lo.padEnd(12, '0').slice(0, 12);
  return world.database.withScope(scopeOf(actor), (tx) =>
    startLongJob(tx, world, actor, { kind: IMPORT_PAST_JOB, area, input }),
  );
}

/** Batches of a file in order, going on behind any line: one that was read but not kept is given again. */
class Pages {
  readonly #open: (line: number) => AsyncGenerator<PastGroup[]>;
  #rest: AsyncGenerator<PastGroup[]> | undefined;
  #held: { readonly after: number; readonly groups: readonly PastGroup[] } | undefined;
  #line = -1;

  constructor(open: (line: number) => AsyncGenerator<PastGroup[]>) {
    this.#open = open;
  }

  async after(line: number): Promise<readonly PastGroup[]> {
    if (this.#held?.after === line) return this.#held.groups;
    if (this.#line !== line || !this.#rest) {
      await this.#rest?.return(undefined);
      this.#rest = this.#open(line);
    }
    const next = await this.#rest.next();
    const groups = next.done ? [] : next.value;
    this.#held = { after: line, groups };
    this.#line = groups.at(-1)?.lastLine ?? line;
    return groups;
  }
}

async function importPast(
  world: World,
  { longJob: id }: { readonly longJob: string },
  signal: AbortSignal,
): Promise<void> {
  let pages: Pages | undefined;
  let stepOf: ((tx: Tx, job: LongJob<Input, Cursor>) => Promise<Step<Cursor>>) | undefined;
  await runLongJob<Input, Cursor>(world, id, signal, async (tx, job) => {
    if (!stepOf) {
      const { sha256, name } = job.input;
      const bytes = await world.files.get(sha256);
      pages = new Pages((line) => inBatches(readPastGroups({ name, bytes }, line)));
      stepOf = stepWith(world, pages, job);
    }
    return stepOf(tx, job);
  });
}

function stepWith(world: World, pages: Pages, { id, input, startedBy }: LongJob<Input, Cursor>) {
  const run = openRun(world, { area: input.reach }, id);
  const actor: Actor = { ...SYSTEM, account: startedBy, organisation: input.organisation };
  return async (tx: Tx, job: LongJob<Input, Cursor>): Promise<Step<Cursor>> => {
    const cursor = job.cursor ?? { line: 0, imported: 0, unchanged: 0, refused: 0 };
    const groups = await pages.after(cursor.line);
    const batch: PastBatch = input.dryRun
      ? await planPastBatch(tx, run, groups)
      : await importBatch(tx, run, actor, groups);
    const { imported, unchanged, refused } = batch.tally;
    const next: Cursor = {
      line: groups.at(-1)?.lastLine ?? cursor.line,
      imported: cursor.imported + imported,
      unchanged: cursor.unchanged + unchanged,
      refused: cursor.refused + refused,
    };
    const { line: _, ...facts } = next;
    const isLast = groups.length === 0;
    return {
      cursor: next,
      done: groups.length,
      total: isLast ? job.done : null,
      faults: batch.faults.map(({ column, ...fault }) => ({ ...fault, field: column })),
      isLast,
      code: isLast ? 'past_matters_done' : 'past_matters_running',
      facts,
    };
  };
}

export const pastMatterJobs: readonly JobDefinition<never>[] = [
  { name: IMPORT_PAST_JOB, withinSeconds: 3600, handle: importPast },
];
