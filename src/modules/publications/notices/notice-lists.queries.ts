import { type SelectQueryBuilder, sql } from 'kysely';
import type { DB } from '#db/types.ts';
import type { Db } from '#kernel/db/client.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import type { BoardCursor, DeskCursor } from './cursor.rules.ts';
import { noticeOf } from './notice.queries.ts';
import type { Line, Notice, NoticeState } from './notice.types.ts';

export type BoardWanted = {
  /** Areas whose notices hang here (`boardAreas`). */
  readonly areas: readonly string[];
  readonly line: Line | null;
  readonly today: PlainDate;
  readonly after: BoardCursor | null;
  readonly limit: number;
};

/** What hangs on a board today: pinned first, then the newest. One row more than asked tells that there is more. */
export async function listBoard(db: Db, wanted: BoardWanted): Promise<Notice[]> {
  const { areas, line, today, after, limit } = wanted;
  let query = db
    .selectFrom('notice')
    .selectAll()
    .where('isShown', '=', true)
    .where(({ eb, fn, val }) => eb('area', '=', fn.any(val([...areas]))))
    // Today's own limits too, for the minutes between midnight and the job that keeps the columns.
    .where('publishFrom', '<=', today)
    .where((where) => where.or([where('expiresOn', 'is', null), where('expiresOn', '>=', today)]));
  if (line) query = query.where('line', '=', line);
  if (after)
    query = query.where(
      sql<boolean>`(is_pinned, shown_at, number) < (${after.isPinned}, ${after.shownAt}, ${after.number})`,
    );
  const rows = await query
    .orderBy('isPinned', 'desc')
    .orderBy('shownAt', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute();
  return rows.map(noticeOf);
}

export type DeskWanted = {
  readonly range: AreaRange;
  readonly state: NoticeState | null;
  readonly line: Line | null;
  readonly area: string | null;
};

type NoticeQuery<O> = SelectQueryBuilder<DB, 'notice', O>;

function onDesk<O>(query: NoticeQuery<O>, { range, state, line, area }: DeskWanted) {
  let wanted = query.where('area', '>=', range.lo).where('area', '<', range.hi);
  if (state) wanted = wanted.where('state', '=', state);
  if (line) wanted = wanted.where('line', '=', line);
  if (area) wanted = wanted.where('area', '=', area);
  return wanted;
}

/** The desk: every state, last changed first; one row more than asked. */
export async function listDesk(
  db: Db,
  wanted: DeskWanted,
  after: DeskCursor | null,
  limit: number,
): Promise<Notice[]> {
  let query = onDesk(db.selectFrom('notice').selectAll(), wanted);
  if (after)
    query = query.where(sql<boolean>`(changed_at, number) < (${after.changedAt}, ${after.number})`);
  const rows = await query
    .orderBy('changedAt', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute();
  return rows.map(noticeOf);
}

export async function countDesk(db: Db, wanted: DeskWanted): Promise<number> {
  const counted = onDesk(
    db.selectFrom('notice').select((eb) => eb.fn.countAll<number>().as('total')),
    wanted,
  );
  return (await counted.executeTakeFirstOrThrow()).total;
}

// A district writes some thousands a year; more than this is no list to read.
const EXPORT_MOST = 50_000;

export async function listAllOnDesk(db: Db, wanted: DeskWanted): Promise<Notice[]> {
  const rows = await onDesk(db.selectFrom('notice').selectAll(), wanted)
    .orderBy('changedAt', 'desc')
    .orderBy('number', 'desc')
    .limit(EXPORT_MOST)
    .execute();
  return rows.map(noticeOf);
}
