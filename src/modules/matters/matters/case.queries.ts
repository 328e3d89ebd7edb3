import type { Db, Tx } from '#kernel/db/client.ts';
import { updateFilesOf } from '#kernel/files/record-file.ts';
import {
  changingColumns,
  checkOf,
  checkRow,
  isPublished,
  matterOf,
  sharedWith,
  taskOf,
  taskRow,
} from './case-rows.queries.ts';
import type { Case } from './matter.types.ts';

/** What of a matter no rule looks at, but every change needs beside it. */
export type Stored = {
  readonly case: Case;
  readonly version: number;
  readonly title: string;
  readonly reporterAccount: string | null;
  readonly hotlineNumber: string | null;
};

/** Loads a matter and locks it: two who change the same one come one after the other. */
export async function lockCase(tx: Tx, number: string): Promise<Stored | undefined> {
  const row = await tx
    .selectFrom('matter')
    .selectAll()
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
  return row && withParts(tx, row);
}

export async function lockCaseById(tx: Tx, id: string): Promise<Stored | undefined> {
  const row = await tx
    .selectFrom('matter')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && withParts(tx, row);
}

export async function findCase(db: Db, number: string): Promise<Stored | undefined> {
  const row = await db
    .selectFrom('matter')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst();
  return row && withParts(db, row);
}

type Row = Parameters<typeof matterOf>[0];

async function withParts(db: Db, row: Row): Promise<Stored> {
  const [tasks, checks] = await Promise.all([
    db.selectFrom('task').selectAll().where('matterId', '=', row.id).orderBy('id').execute(),
    db.selectFrom('matterCheck').selectAll().where('matterId', '=', row.id).orderBy('id').execute(),
  ]);
  return {
    case: { matter: matterOf(row), tasks: tasks.map(taskOf), checks: checks.map(checkOf) },
    version: row.version,
    title: row.title,
    reporterAccount: row.reporterAccount,
    hotlineNumber: row.hotlineNumber,
  };
}

/** Writes what changed: the matter's row always, of its tasks and checks those that are new or other than before. */
export async function saveCase(
  tx: Tx,
  before: Stored,
  after: Case,
  nextLookAt: Date | null,
): Promise<void> {
  const place = {
    matterId: after.matter.id,
    area: after.matter.area,
    sharedWith: sharedWith(after),
    isPublished: isPublished(after),
    reporterAccount: before.reporterAccount,
  };
  const isMoved =
    place.sharedWith.join() !== sharedWith(before.case).join() ||
    place.isPublished !== isPublished(before.case);
  const tasks = after.tasks.filter((task) => isMoved || !before.case.tasks.includes(task));
  const checks = after.checks.filter((check) => isMoved || !before.case.checks.includes(check));
  // The matter first: what it is shared with lets the new owner's rows in.
  await tx
    .updateTable('matter')
    .set({ ...changingColumns(after), nextLookAt, version: before.version + 1 })
    .where('id', '=', after.matter.id)
    .where('version', '=', before.version)
    .execute();
  if (isMoved) await updateFilesOf(tx, after.matter.id, place);
  // Former leads before the new one: only one may be live at any moment.
  for (const task of [...tasks].sort((a, b) => Number(a.isLead) - Number(b.isLead))) {
    const { id, ...columns } = taskRow(task, place);
    await tx
      .insertInto('task')
      .values({ id, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
  }
  for (const check of checks) {
    const { id, ...columns } = checkRow(check, place);
    await tx
      .insertInto('matterCheck')
      .values({ id, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
  }
}
