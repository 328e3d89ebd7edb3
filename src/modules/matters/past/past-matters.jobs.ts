import type { Tx } from '#kernel/db/client.ts';
import { importWords } from '#kernel/imports/import-words.ts';
import { type ImportInput, type ImportKind, sourcesOf } from '#kernel/imports/start-import.ts';
import { type LongJob, runLongJob, type Step } from '#kernel/jobs/progress.ts';
import type { JobDefinition } from '#kernel/jobs/run-jobs.ts';
import { type Actor, SYSTEM } from '#kernel/pure/actor.ts';
import type { TableSource } from '#kernel/tabular/tabular.ts';
import type { World } from '#kernel/world.ts';
import { matterMessages } from '../matters.messages.ts';
import {
  IMPORT_PAST,
  importBatch,
  inBatches,
  openRun,
  rehearseBatch,
} from './import-past-matters.ts';
import type { PastBatch, PastRun } from './past-batch.ts';
import { importPastMattersEndpoint } from './past-matters.contract.ts';
import { pastMattersMessages } from './past-matters.messages.ts';
import { PastPages } from './past-pages.ts';
import { countPastGroups, type PastGroup, readPastGroups } from './read-past-groups.ts';

export const pastImport = {
  endpoint: importPastMattersEndpoint,
  job: 'import.past-matters',
  verb: IMPORT_PAST,
  files: ['events'],
} as const satisfies ImportKind;

type Cursor = {
  readonly line: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly refused: number;
};
type Job = LongJob<ImportInput, Cursor>;

const BEGIN: Cursor = { line: 0, imported: 0, unchanged: 0, refused: 0 };

async function importPast(
  world: World,
  { longJob: id }: { readonly longJob: string },
  signal: AbortSignal,
): Promise<void> {
  let work: PastWork | undefined;
  await runLongJob<ImportInput, Cursor>(world, id, signal, async (tx, job) => {
    work ??= await PastWork.open(world, job);
    return job.cursor === null ? work.count() : work.take(tx, job, job.cursor);
  });
}

/** One file being worked off: counted first, then batch by batch behind any line. */
class PastWork {
  readonly #source: TableSource;
  readonly #pages: PastPages;
  readonly #run: PastRun;
  readonly #actor: Actor;
  readonly #dryRun: boolean;
  /** How far a rehearsal knows what it would have written: it keeps that in memory, and reads again after a kill. */
  #rehearsed = 0;
  /** The last batch that was rehearsed: a step that is repeated must not find itself in it. */
  #last: { readonly after: number; readonly batch: PastBatch } | undefined;

  private constructor(world: World, { id, input, startedBy }: Job, source: TableSource) {
    this.#source = source;
    this.#dryRun = input.dryRun;
    this.#run = openRun(world, input.actor, id, input.dryRun);
    this.#actor = { ...SYSTEM, account: startedBy, organisation: input.actor.organisation };
    this.#pages = new PastPages((line) => inBatches(readPastGroups(source, line)));
  }

  static async open(world: World, job: Job): Promise<PastWork> {
    const { events } = await sourcesOf(world, job.input);
    if (!events) throw new Error('the import has no events sheet');
    return new PastWork(world, job, events);
  }

  async count(): Promise<Step<Cursor>> {
    const total = await countPastGroups(this.#source);
    return { cursor: BEGIN, done: 0, total, isLast: false, code: 'import_writing' };
  }

  async take(tx: Tx, job: Job, cursor: Cursor): Promise<Step<Cursor>> {
    if (this.#dryRun) await this.#catchUp(tx, cursor.line);
    const groups = await this.#pages.after(cursor.line);
    const { tally, faults } = this.#dryRun
      ? await this.#rehearse(tx, cursor.line, groups)
      : await importBatch(tx, this.#run, this.#actor, groups);
    const line = groups.at(-1)?.lastLine ?? cursor.line;
    const next: Cursor = {
      line,
      imported: cursor.imported + tally.imported,
      unchanged: cursor.unchanged + tally.unchanged,
      refused: cursor.refused + tally.refused,
    };
    const isLast = groups.length === 0;
    return {
      cursor: next,
      done: groups.length,
      // The number counted at first was of the same file; a last word is exact all the same.
      ...(isLast ? { total: job.done } : {}),
      faults: faults.map(({ column, ...fault }) => ({ ...fault, field: column })),
      isLast,
      code: isLast ? (this.#dryRun ? 'import_checked' : 'import_done') : 'import_writing',
      facts: {
        'matters.added': next.imported,
        'matters.unchanged': next.unchanged,
        'matters.refused': next.refused,
      },
    };
  }

  async #catchUp(tx: Tx, line: number): Promise<void> {
    while (this.#rehearsed < line) {
      const groups = await this.#pages.after(this.#rehearsed);
      if (groups.length === 0) return;
      await this.#rehearse(tx, this.#rehearsed, groups);
    }
  }

  async #rehearse(tx: Tx, after: number, groups: readonly PastGroup[]): Promise<PastBatch> {
    if (this.#last?.after === after) return this.#last.batch;
    const batch = await rehearseBatch(tx, this.#run, groups);
    this.#last = { after, batch };
    this.#rehearsed = groups.at(-1)?.lastLine ?? after;
    return batch;
  }
}

export const pastMatterJobs: readonly JobDefinition<never>[] = [
  {
    name: pastImport.job,
    words: importWords((lang) => ({
      codes: { ...matterMessages[lang].refusals, ...pastMattersMessages[lang] },
    })),
    verb: pastImport.verb,
    withinSeconds: 3600,
    handle: importPast,
  },
];
