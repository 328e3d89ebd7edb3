import type { Db } from '#kernel/db/client.ts';
import type { PageKey } from '../page-key.rules.ts';

/** One page of published matters, the newest result first; of one community or village, or of the whole district. */
export async function listPublished(
  db: Db,
  area: string | null,
  after: PageKey | null,
  limit: number,
) {
  let query = db
    .selectFrom('matter')
    .select(['id', 'number', 'title', 'category', 'closure', 'area', 'closedAt', 'secondings'])
    .where('isPublished', '=', true);
  if (area !== null) query = query.where('area', '=', area);
  if (after)
    query = query.where(({ eb }) =>
      eb(eb.refTuple('closedAt', 'id'), '<', eb.tuple(after.at, after.id)),
    );
  return query.orderBy('closedAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
}
