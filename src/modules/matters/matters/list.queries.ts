import { type SelectQueryBuilder, sql } from 'kysely';
import type { DB } from '#db/types.ts';
import type { Db } from '#kernel/db/client.ts';
import type { AreaRange } from '#kernel/pure/area.ts';

export type MatterFilter = {
  readonly range: AreaRange;
  /** The root organisation whose shared matters are seen beside the range; null for none. */
  readonly organisation: string | null;
  /** A place asked for; narrows what is shared, and is the range itself elsewhere. */
  readonly within?: AreaRange | undefined;
  readonly state?: string | undefined;
  readonly category?: string | undefined;
  readonly source?: string | undefined;
  readonly owner?: string | undefined;
  readonly isOverdue?: boolean | undefined;
  /** How the number begins. */
  readonly q?: string | undefined;
  /** Half-open in time; about the day of receipt or of the close. */
  readonly period?:
    | {
        readonly by: 'received' | 'closed';
        readonly from: Date | null;
        readonly until: Date | null;
      }
    | undefined;
  readonly outcome?: string | undefined;
  /** The N of "solved within N days", for the outcomes. */
  readonly quickDays?: number | undefined;
  readonly onTime?: 'yes' | 'no' | undefined;
  readonly rating?: number | undefined;
  /** What is to come before a meeting. */
  readonly agenda?: string | undefined;
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
  const { after } = filter;
  const key = filter.order === 'due' ? 'dueAt' : 'receivedAt';
  const sign = filter.order === 'due' ? '>' : '<';
  let query = wherePlaced(db.selectFrom('matter').select(COLUMNS), filter);
  if (filter.state) query = query.where('state', '=', filter.state);
  else if (filter.order === 'due' && !isOfFigures(filter))
    query = whereWaiting(query, filter.isOverdue === true);
  if (filter.category) query = query.where('category', '=', filter.category);
  if (filter.source) query = query.where('source', '=', filter.source);
  if (filter.owner) query = query.where('ownerRoot', '=', filter.owner);
  if (filter.isOverdue !== undefined) query = query.where('isOverdue', '=', filter.isOverdue);
  query = whereAgenda(whereOfFigures(query, filter), filter.agenda);
  if (after)
    query = query.where(({ eb }) => eb(eb.refTuple(key, 'id'), sign, eb.tuple(after.at, after.id)));
  const direction = filter.order === 'due' ? 'asc' : 'desc';
  return query.orderBy(key, direction).orderBy('id', direction).limit(filter.limit).execute();
}

/** The records behind a figure include closed ones. */
function isOfFigures({ outcome, onTime, rating, agenda, q }: MatterFilter): boolean {
  return [outcome, onTime, rating, agenda, q || undefined].some((one) => one !== undefined);
}

const CODE_DIGITS = 12;

type Lines = SelectQueryBuilder<DB, 'matter', Record<never, never>>;

/** A department has an empty range and sees what it has a task of, which its own index finds; everybody else by area alone, which the index serves. */
function wherePlaced<Q>(given: Q, { range, organisation, within = range }: MatterFilter): Q {
  let query = given as unknown as Lines;
  if (range.lo === range.hi)
    query = query.where('id', 'in', (eb) =>
      eb.selectFrom('task').select('matterId').where('root', '=', organisation),
    );
  // One community is one value: its queue is walked in the index's order, and never sorted.
  if (within.lo.length === CODE_DIGITS) query = query.where('area', '=', within.lo);
  else if (within.lo !== within.hi && !isWholeDistrict(within))
    query = query.where('area', '>=', within.lo).where('area', '<', within.hi);
  return query as unknown as Q;
}

/**
 * A process serves one district, so its range excludes nothing and the fence below checks it anyway. Saying it would
 * make a prepared plan sort the whole district instead of walking the queue's own index.
 */
function isWholeDistrict({ lo }: MatterFilter['range']): boolean {
  return lo.length === 6;
}

function whereOfFigures<Q>(given: Q, filter: MatterFilter): Q {
  let query = given as unknown as Lines;
  const { period, rating, q } = filter;
  if (period) {
    const column = period.by === 'closed' ? 'closedAt' : 'receivedAt';
    if (period.from) query = query.where(column, '>=', period.from);
    if (period.until) query = query.where(column, '<', period.until);
  }
  if (q) query = query.where('number', '>=', q).where('number', '<', `${q}:`);
  if (rating !== undefined)
    query = query.where('rating', '=', rating).where('closedAt', 'is not', null);
  if (filter.outcome) query = whereOutcome(query, filter.outcome, filter.quickDays ?? 0);
  if (filter.onTime) query = whereOnTime(query, filter.onTime === 'yes');
  return query as unknown as Q;
}

/** Those somebody waits for. What is overdue includes merged ones: they keep their own clocks. */
function whereWaiting<Q>(given: Q, isOverdue: boolean): Q {
  const query = (given as unknown as Lines).where('closedAt', 'is', null);
  const waiting = isOverdue
    ? query.where((eb) => eb.or([eb('disposition', 'is', null), eb('disposition', '=', 'MERGED')]))
    : query.where('disposition', 'is', null);
  return waiting as unknown as Q;
}

/** Said twice: the few that are on any agenda have an index of their own. */
function whereAgenda<Q>(given: Q, meeting: string | undefined): Q {
  if (meeting === undefined) return given;
  const query = given as unknown as Lines;
  const isOn = sql<boolean>`agenda <> '{}' and agenda @> array[${meeting}]::text[]`;
  return query.where(isOn) as unknown as Q;
}

/** The same lines as `outcomeOf` in counts.rules draws. */
function whereOutcome(query: Lines, outcome: string, quickDays: number): Lines {
  const soon = sql<boolean>`closed_at - received_at <= make_interval(days => ${quickDays}::int)`;
  const isSolved = query.where('closure', 'in', ['solved', 'verified']);
  switch (outcome) {
    case 'solved_quick':
      return isSolved.where(soon);
    case 'solved_later':
      return isSolved.where(sql<boolean>`not (${soon})`);
    case 'open':
      return query.where('closedAt', 'is', null).where('state', 'not in', ELSEWHERE);
    case 'elsewhere':
      return query.where('closedAt', 'is', null).where('state', 'in', ELSEWHERE);
    default:
      return query.where('closure', '=', outcome);
  }
}

const ELSEWHERE = ['REJECTED', 'REDIRECTED', 'MERGED', 'WITHDRAWN'];

/** The same as `isOnTime` in counts.rules. */
function whereOnTime(query: Lines, isYes: boolean): Lines {
  const onTime = sql<boolean>`(coalesce(finished_at, first_closed_at) <= due_at and reopened_at is null)`;
  return query
    .where('closedAt', 'is not', null)
    .where(isYes ? onTime : sql<boolean>`not ${onTime}`);
}

export async function findLineByNumber(db: Db, number: string) {
  return db.selectFrom('matter').select(COLUMNS).where('number', '=', number).executeTakeFirst();
}

export async function findLineById(db: Db, id: string) {
  return db.selectFrom('matter').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}
