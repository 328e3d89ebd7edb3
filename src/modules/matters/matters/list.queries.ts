import type { Db } from '#kernel/db/client.ts';
import type { AreaRange } from '#kernel/pure/area.ts';

export type MatterFilter = {
  readonly range: AreaRange;
  /** The root organisation whose shared matters are seen beside the range; null for none. */
  readonly organisation: string | null;
  readonly state?: string | undefined;
  readonly category?: string | undefined;
  readonly source?: string | undefined;
  readonly owner?: string | undefined;
  readonly isOverdue?: boolean | undefined;
  readonly order: 'due' | 'newest';
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
};

const COLUMNS = [
  'id',
  'number',
  'title',
  'kind',
  'source',
  'category',
  'state',
  'closure',
  'area',
  'ownerOrganisation',
  'receivedAt',
  'dueAt',
  'holderDueAt',
  'isOverdue',
  'isSafety',
  'secondings',
] as const;

export type MatterLineRow = Awaited<ReturnType<typeof listMatterLines>>[number];

/** One page of a queue by key. Open ones first by due date, or all by receipt; never counts, never skips. */
export async function listMatterLines(db: Db, filter: MatterFilter) {
  const { range, organisation, after } = filter;
  const key = filter.order === 'due' ? 'dueAt' : 'receivedAt';
  const sign = filter.order === 'due' ? '>' : '<';
  let query = db.selectFrom('matter').select(COLUMNS);
  // A department has an empty range and sees by sharing; everybody else by area alone, which the index serves.
  query =
    range.lo === range.hi
      ? query.where(({ eb, fn, val }) => eb(val(organisation), '=', fn.any('sharedWith')))
      : query.where('area', '>=', range.lo).where('area', '<', range.hi);
  if (filter.state) query = query.where('state', '=', filter.state);
  else if (filter.order === 'due')
    query = query.where('closedAt', 'is', null).where('disposition', 'is', null);
  if (filter.category) query = query.where('category', '=', filter.category);
  if (filter.source) query = query.where('source', '=', filter.source);
  if (filter.owner) query = query.where('ownerRoot', '=', filter.owner);
  if (filter.isOverdue !== undefined) query = query.where('isOverdue', '=', filter.isOverdue);
  if (after)
    query = query.where(({ eb }) => eb(eb.refTuple(key, 'id'), sign, eb.tuple(after.at, after.id)));
  const direction = filter.order === 'due' ? 'asc' : 'desc';
  return query.orderBy(key, direction).orderBy('id', direction).limit(filter.limit).execute();
}

export async function findLineByNumber(db: Db, number: string) {
  return db.selectFrom('matter').select(COLUMNS).where('number', '=', number).executeTakeFirst();
}

export async function findLineById(db: Db, id: string) {
  return db.selectFrom('matter').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}
