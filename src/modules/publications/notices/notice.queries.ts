import type { Selectable, Updateable } from 'kysely';
import type { DB } from '#db/types.ts';
import type { Db, Tx } from '#kernel/db/client.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import type { Line, Notice, NoticeState, NoticeVersion } from './notice.types.ts';

export function noticeOf(row: Selectable<DB['notice']>): Notice {
  const { authorAccount, authorAppointment, authorPost, authorKind, authorArea, ...own } = row;
  const { organisation, ...notice } = own;
  return {
    ...notice,
    line: row.line as Line,
    state: row.state as NoticeState,
    publishFrom: row.publishFrom as PlainDate | null,
    expiresOn: row.expiresOn as PlainDate | null,
    author: {
      account: authorAccount,
      appointment: authorAppointment,
      post: authorPost,
      kind: authorKind,
      area: authorArea,
      organisation,
    },
  };
}

function rowOf({ author, ...notice }: Notice) {
  return {
    ...notice,
    authorAccount: author.account,
    authorAppointment: author.appointment,
    authorPost: author.post,
    authorKind: author.kind,
    authorArea: author.area,
    organisation: author.organisation,
  };
}

/** False where the number is taken already. */
export async function insertNotice(tx: Tx, notice: Notice): Promise<boolean> {
  const result = await tx
    .insertInto('notice')
    .values(rowOf(notice))
    .onConflict((conflict) => conflict.column('number').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** What the scope shows; drafts only to staff of the area. */
export async function findNotice(db: Db, number: string): Promise<Notice | undefined> {
  const row = await db
    .selectFrom('notice')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst();
  return row && noticeOf(row);
}

export async function findNoticeById(db: Db, id: string): Promise<Notice | undefined> {
  const row = await db.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirst();
  return row && noticeOf(row);
}

/** Locks the row until the transaction ends: two who change it decide one after the other. */
export async function lockNotice(tx: Tx, number: string): Promise<Notice | undefined> {
  const row = await tx
    .selectFrom('notice')
    .selectAll()
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
  return row && noticeOf(row);
}

export type NoticeChange = Omit<Updateable<DB['notice']>, 'id' | 'number' | 'area' | 'revision'>;

/** Writes a change of a locked row and counts the revision on. */
export async function updateNotice(
  tx: Tx,
  notice: Pick<Notice, 'id' | 'revision'>,
  change: NoticeChange,
): Promise<Notice> {
  const row = await tx
    .updateTable('notice')
    .set({ ...change, revision: notice.revision + 1 })
    .where('id', '=', notice.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return noticeOf(row);
}

export type NewVersion = NoticeVersion & {
  readonly id: string;
  readonly noticeId: string;
  readonly area: string;
  readonly account: string;
};

export async function insertVersion(tx: Tx, version: NewVersion): Promise<void> {
  await tx.insertInto('noticeVersion').values(version).execute();
}

/** Every text that hung, the first one first. */
export async function listVersions(db: Db, noticeId: string): Promise<NoticeVersion[]> {
  return db
    .selectFrom('noticeVersion')
    .select(['version', 'title', 'body', 'correction', 'madeAt'])
    .where('noticeId', '=', noticeId)
    .orderBy('version')
    .execute();
}

const AT_ONCE = 200;

/** Published ones whose first day has come or whose last is over, locked; those locked by somebody else wait for the next run. */
export async function lockDueNotices(tx: Tx, today: PlainDate): Promise<Notice[]> {
  const rows = await tx
    .selectFrom('notice')
    .selectAll()
    .where('state', '=', 'PUBLISHED')
    .where((where) =>
      where.or([
        where('expiresOn', '<', today),
        where.and([where('isShown', '=', false), where('publishFrom', '<=', today)]),
      ]),
    )
    .orderBy('id')
    .limit(AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(noticeOf);
}
