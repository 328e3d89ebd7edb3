import type { Db, Tx } from '#kernel/db/client.ts';
import { matterRow, type NewMatter, reporterRow } from '../filing/insert-matter.queries.ts';
import {
  checkRow,
  isPublished,
  sharedWith,
  taskOf,
  taskRow,
} from '../matters/case-rows.queries.ts';
import type { Task } from '../matters/matter.types.ts';
import type { PastParent } from './past-event.types.ts';

export type KnownPast = {
  readonly external: string;
  readonly sha256: string;
  readonly run: string;
  readonly parent: PastParent;
};

/** Those of these numbers that were imported before, with how they stand now. */
export async function listKnownPast(db: Db, externals: readonly string[]): Promise<KnownPast[]> {
  const rows = await db
    .selectFrom('pastMatter as p')
    .innerJoin('matter as m', 'm.id', 'p.matterId')
    .select(['p.external', 'p.sha256', 'p.run', 'm.id', 'm.area', 'm.disposition'])
    .select(['m.closure', 'm.closedAt'])
    .where(({ eb, fn, val }) => eb('p.external', '=', fn.any(val([...externals]))))
    .execute();
  const leads = await listFinishedLeads(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ external, sha256, run, ...row }) => ({
    external,
    sha256,
    run,
    parent: {
      ...row,
      closure: row.closure as PastParent['closure'],
      lead: leads.get(row.id) ?? null,
    },
  }));
}

async function listFinishedLeads(
  db: Db,
  matters: readonly string[],
): Promise<ReadonlyMap<string, Task>> {
  const rows = await db
    .selectFrom('task')
    .selectAll()
    .where(({ eb, fn, val }) => eb('matterId', '=', fn.any(val([...matters]))))
    .where('isLead', '=', true)
    .where('state', 'in', ['DONE', 'CONFIRMED', 'VERIFIED'])
    .execute();
  return new Map(rows.map((row) => [row.matterId, taskOf(row)]));
}

/** Those of these public numbers that are taken. */
export async function listTakenNumbers(db: Db, numbers: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('matter')
    .select('number')
    .where(({ eb, fn, val }) => eb('number', '=', fn.any(val([...numbers]))))
    .execute();
  return new Set(rows.map((row) => row.number));
}

/** Those of a hotline's numbers that a matter has. */
export async function listTakenHotline(db: Db, numbers: readonly string[]): Promise<Set<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await db
    .selectFrom('matter')
    .select('hotlineNumber')
    .where(({ eb, fn, val }) => eb('hotlineNumber', '=', fn.any(val([...numbers]))))
    .execute();
  return new Set(rows.map((row) => row.hotlineNumber ?? ''));
}

export type PastInsert = NewMatter & {
  readonly version: number;
  readonly external: string;
  readonly sha256: string;
  readonly run: string;
};

/** The final rows of a batch, a few statements for all of it. */
export async function insertPastMatters(tx: Tx, batch: readonly PastInsert[]): Promise<void> {
  const tasks = batch.flatMap((one) => one.case.tasks.map((task) => taskRow(task, placeOf(one))));
  const checks = batch.flatMap((one) =>
    one.case.checks.map((check) => checkRow(check, placeOf(one))),
  );
  const matters = batch.map((one) => ({ ...matterRow(one), version: one.version }));
  await tx.insertInto('matter').values(matters).execute();
  await tx.insertInto('matterReporter').values(batch.map(reporterRow)).execute();
  if (tasks.length > 0) await tx.insertInto('task').values(tasks).execute();
  if (checks.length > 0) await tx.insertInto('matterCheck').values(checks).execute();
  await tx
    .insertInto('pastMatter')
    .values(
      batch.map(({ external, sha256, run, recordedAt, case: { matter } }) => ({
        external,
        sha256,
        run,
        matterId: matter.id,
        area: matter.area,
        importedAt: recordedAt,
      })),
    )
    .execute();
}

const placeOf = ({ case: c, reporterAccount }: NewMatter) => ({
  matterId: c.matter.id,
  area: c.matter.area,
  sharedWith: sharedWith(c),
  isPublished: isPublished(c),
  reporterAccount,
});
