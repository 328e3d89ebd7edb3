import type { Tx } from '#kernel/db/client.ts';
import { type LongJob, runLongJob, type Step } from '#kernel/jobs/progress.ts';
import type { JobDefinition, JobWords } from '#kernel/jobs/run-jobs.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import type { TableSource } from '#kernel/tabular/tabular.ts';
import type { World } from '#kernel/world.ts';
import { type ImportInput, type ImportKind, sourcesOf } from './start-import.ts';

type Fault = {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly value: string;
};
type Tally = { readonly added: number; readonly changed: number; readonly unchanged: number };
export type ListReport<Record extends string> = {
  readonly [K in Record]: Tally;
} & { readonly dryRun: boolean; readonly faults: readonly Fault[] };

/** Lists that are read whole, compared with a register and written in one transaction. */
export type ListImport<Rows, Records extends string> = {
  readonly kind: ImportKind;
  readonly words: JobWords;
  /** What the report counts. */
  readonly records: readonly Records[];
  readonly read: (files: Readonly<Record<string, TableSource>>) => Promise<Rows>;
  readonly countRows: (rows: Rows) => number;
  readonly rehearse: (world: World, actor: Actor, rows: Rows) => Promise<ListReport<Records>>;
  readonly write: (tx: Tx, world: World, actor: Actor, rows: Rows) => Promise<ListReport<Records>>;
};

const READ = 'read';

/** The job of such lists: reads them, then writes them together with what it reports, so that no kill leaves half. */
export function listImportJob<Rows, Records extends string>(
  lists: ListImport<Rows, Records>,
): JobDefinition<{ readonly longJob: string }> {
  return {
    name: lists.kind.job,
    words: lists.words,
    verb: lists.kind.verb,
    withinSeconds: 3600,
    handle: async (world, { longJob: id }, signal) => {
      let rows: Rows | undefined;
      await runLongJob<ImportInput, typeof READ>(world, id, signal, async (tx, job) => {
        rows ??= await lists.read(await sourcesOf(world, job.input));
        return job.cursor === null
          ? readStep(lists.countRows(rows))
          : writeStep(lists, tx, world, job, rows);
      });
    },
  };
}

const readStep = (total: number): Step<typeof READ> => ({
  cursor: READ,
  done: 0,
  total,
  isLast: false,
  code: 'import_writing',
});

async function writeStep<Rows, Records extends string>(
  lists: ListImport<Rows, Records>,
  tx: Tx,
  world: World,
  { input: { dryRun, actor } }: LongJob<ImportInput>,
  rows: Rows,
): Promise<Step<typeof READ>> {
  const report = dryRun
    ? await lists.rehearse(world, actor, rows)
    : // The step's transaction is the system's: what is written says so, and by whose account.
      await lists.write(tx, world, { ...actor, face: 'system' }, rows);
  return {
    cursor: READ,
    done: lists.countRows(rows),
    isLast: true,
    code: dryRun ? 'import_checked' : 'import_done',
    facts: Object.fromEntries(
      lists.records.flatMap((record) =>
        (['added', 'changed', 'unchanged'] as const).map(
          (what) => [`${record}.${what}`, report[record][what]] as const,
        ),
      ),
    ),
    faults: report.faults.map(({ column, ...fault }) => ({ ...fault, field: column })),
  };
}
