import type { Db } from '#kernel/db/client.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { Line } from './notice.types.ts';
import { boardAreas } from './notice-days.rules.ts';
import { listBoard } from './notice-lists.queries.ts';
import { cardOf, type NoticeCard } from './present-notice.rules.ts';

/** The newest on an area's board for its home page, pinned first, those of subdistrict and district among them. */
export async function latestNotices(
  db: Db,
  area: string,
  now: Date,
  limit: number,
  line: Line | null = null,
): Promise<NoticeCard[]> {
  const wanted = { areas: boardAreas(area), line, today: dateOf(now), after: null, limit };
  const rows = await listBoard(db, wanted);
  return rows.slice(0, limit).map(cardOf);
}
