import type { Db, Tx } from '#kernel/db/client.ts';
import { systemScope } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { type Actor, may } from '#kernel/pure/actor.ts';
import { forbidden } from '#kernel/pure/errors.ts';
import type { TableSource } from '#kernel/tabular/tabular.ts';
import type { World } from '#kernel/world.ts';
import {
  keepRehearsed,
  type PastBatch,
  type PastRun,
  type PastTally,
  planPastBatch,
} from './past-batch.ts';
import type { PastFault } from './past-event.types.ts';
import { openPastRegister } from './past-register.ts';
import { type PastGroup, readPastGroups } from './read-past-groups.ts';
import { writePast } from './write-past.ts';

/** Few enough that the rows of one statement stay below PostgreSQL's 65,535 parameters. */
const MATTERS_AT_ONCE = 250;
const ROWS_AT_ONCE = 1500;
export const IMPORT_PAST = 'matter.import';

export type PastReport = PastTally & { readonly dryRun: boolean; readonly faults: number };
export type PastOptions = {
  readonly dryRun?: boolean;
  /** Bad rows, as they are found. */
  readonly onFaults?: (faults: readonly PastFault[]) => void;
  /** After each batch: how many matters were looked at so far. */
  readonly onProgress?: (matters: number) => void;
};

/**
 * Takes in past matters from an events sheet, a few hundred in a transaction: each matter whole or not at all, bad
 * ones told by line, column and reason. Run again after a break it goes on: what is in already is left alone.
 * Throws forbidden without the capability, refused for what is no such sheet.
 */
export async function importPastMatters(
  world: World,
  actor: Actor,
  source: TableSource,
  { dryRun = false, onFaults, onProgress }: PastOptions = {},
): Promise<PastReport> {
  demandImport(actor);
  const run: PastRun = openRun(world, actor, world.newId(), dryRun);
  let report: PastReport = { dryRun, imported: 0, unchanged: 0, refused: 0, faults: 0 };
  for await (const groups of inBatches(readPastGroups(source))) {
    const batch = dryRun
      ? await world.database.withReadScope(systemScope, (db) => rehearseBatch(db, run, groups))
      : await world.database.withScope(systemScope, (tx) => importBatch(tx, run, actor, groups));
    if (batch.faults.length > 0) onFaults?.(batch.faults);
    report = added(report, batch);
    onProgress?.(report.imported + report.unchanged + report.refused);
  }
  return report;
}

function demandImport(actor: Actor): void {
  if (actor.face !== 'system' && !may(actor, IMPORT_PAST)) throw forbidden(IMPORT_PAST);
}

export function openRun(
  world: World,
  actor: Pick<Actor, 'area'>,
  run: string,
  dryRun: boolean,
): PastRun {
  const own = { world, register: openPastRegister(world), reach: actor.area, run };
  return dryRun ? { ...own, rehearsal: { matters: new Map(), hotline: new Set() } } : own;
}

/** Plans one batch and writes nothing; the next ones still find what it would have written. */
export async function rehearseBatch(
  db: Db,
  run: PastRun,
  groups: readonly PastGroup[],
): Promise<PastBatch> {
  const batch = await planPastBatch(db, run, groups);
  if (run.rehearsal) keepRehearsed(run.rehearsal, batch.made);
  return batch;
}

/** Plans and writes one batch in the caller's transaction, with one journal row that says who brought it. */
export async function importBatch(
  tx: Tx,
  run: PastRun,
  actor: Actor,
  groups: readonly PastGroup[],
): Promise<PastBatch> {
  const batch = await planPastBatch(tx, run, groups);
  await writePast(tx, run.world, batch.made);
  if (batch.made.length > 0)
    await writeJournal(tx, run.world, actor, {
      subject: { kind: 'past_import', id: run.run },
      verb: 'matters.imported',
      area: run.reach.lo.padEnd(12, '0').slice(0, 12),
      codes: batch.tally,
    });
  return batch;
}

function added(report: PastReport, { tally, faults }: PastBatch): PastReport {
  return {
    dryRun: report.dryRun,
    imported: report.imported + tally.imported,
    unchanged: report.unchanged + tally.unchanged,
    refused: report.refused + tally.refused,
    faults: report.faults + faults.length,
  };
}

/** Groups a few hundred matters; the same matter never falls into two batches. */
export async function* inBatches(groups: AsyncIterable<PastGroup>): AsyncGenerator<PastGroup[]> {
  let batch: PastGroup[] = [];
  let rows = 0;
  for await (const group of groups) {
    batch.push(group);
    rows += group.rows.length;
    if (batch.length < MATTERS_AT_ONCE && rows < ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
    rows = 0;
  }
  if (batch.length > 0) yield batch;
}
