import type { Selectable } from 'kysely';
import type { Matter as MatterTable } from '#db/types.ts';
import type { Db, Tx } from '#kernel/db/client.ts';
import { prepare } from '#kernel/db/prepare.ts';
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

export type MatterRow = Selectable<MatterTable>;

type ByNumber = { readonly number: string };

const rowByNumber = prepare<ByNumber>()((db, at) =>
  db.selectFrom('matter').selectAll().where('number', '=', at('number')),
);
const lockByNumber = prepare<ByNumber>()((db, at) =>
  db.selectFrom('matter').selectAll().where('number', '=', at('number')).forUpdate(),
);
const lockById = prepare<{ readonly id: string }>()((db, at) =>
  db.selectFrom('matter').selectAll().where('id', '=', at('id')).forUpdate(),
);

/** A matter's id where only its number is known yet: what hangs on it is then read in the same turn. */
export const idOf = (db: Db, number: string) =>
  db.selectFrom('matter').select('id').where('number', '=', number);

const tasksByNumber = prepare<ByNumber>()((db, at) =>
  db
    .selectFrom('task')
    .selectAll()
    .where('matterId', '=', idOf(db, at('number')))
    .orderBy('id'),
);
const checksByNumber = prepare<ByNumber>()((db, at) =>
  db
    .selectFrom('matterCheck')
    .selectAll()
    .where('matterId', '=', idOf(db, at('number')))
    .orderBy('id'),
);

/** Loads a matter and locks it: two who change the same one come one after the other. */
export async function lockCase(tx: Tx, number: string): Promise<Stored | undefined> {
  return (await readCase(tx, number, lockByNumber))?.stored;
}

export async function lockCaseById(tx: Tx, id: string): Promise<Stored | undefined> {
  const [row] = await lockById(tx, { id });
  return row && (await readCase(tx, row.number, rowByNumber))?.stored;
}

export type FoundCase = { readonly stored: Stored; readonly row: MatterRow };

export async function findCase(db: Db, number: string): Promise<FoundCase | undefined> {
  return readCase(db, number, rowByNumber);
}

/** In one turn: PostgreSQL runs the three one after the other, so the parts are those of the row once it is locked. */
async function readCase(
  db: Db,
  number: string,
  rowOf: (db: Db, by: ByNumber) => Promise<MatterRow[]>,
): Promise<FoundCase | undefined> {
  const [[row], tasks, checks] = await Promise.all([
    rowOf(db, { number }),
    tasksByNumber(db, { number }),
    checksByNumber(db, { number }),
  ]);
  if (!row) return undefined;
  const stored = {
    case: { matter: matterOf(row), tasks: tasks.map(taskOf), checks: checks.map(checkOf) },
    version: row.version,
    title: row.title,
    reporterAccount: row.reporterAccount,
    hotlineNumber: row.hotlineNumber,
  };
  return { stored, row };
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
