import { type SqlBool, sql } from 'kysely';
import type { Db } from '#kernel/db/client.ts';
import type { NamedArea } from '#modules/territory/index.ts';
import type { JournalSearch } from './audit.types.ts';

export type JournalRow = Awaited<ReturnType<typeof searchJournal>>[number];

/** The journal newest first, from one id on. Whose rows they are decides row-level security: an area, or all for the audit administrator. */
export async function searchJournal(
  db: Db,
  search: JournalSearch,
  page: { readonly after: string | null; readonly limit: number },
) {
  let query = db
    .selectFrom('journal')
    .leftJoin('accountLink', 'accountLink.account', 'journal.account')
    .select([
      'journal.id',
      'subjectKind',
      'subjectId',
      'verb',
      'area',
      'occurredAt',
      'recordedAt',
      'face',
      'journal.account',
      'accountLink.username',
      'organisation',
      'purpose',
      'codes',
      'sealNo',
    ]);
  const isOneOf = (column: string, ids: readonly string[]) =>
    sql<SqlBool>`${sql.ref(column)} = any (${[...ids]})`;
  if (search.accounts) query = query.where(isOneOf('journal.account', search.accounts));
  if (search.subjects)
    query = query.where(sql<SqlBool>`subject_id = any (${[...search.subjects]}::uuid[])`);
  if (search.verb !== null) query = query.where('verb', '=', search.verb);
  if (search.fromId !== null) query = query.where('journal.id', '>=', search.fromId);
  if (search.beforeId !== null) query = query.where('journal.id', '<', search.beforeId);
  if (search.area)
    query = query.where('area', '>=', search.area.lo).where('area', '<', search.area.hi);
  if (page.after !== null) query = query.where('journal.id', '<', page.after);
  return await query.orderBy('journal.id', 'desc').limit(page.limit).execute();
}

/** Whatever has this number in its address. */
export async function subjectsNumbered(db: Db, number: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from matter where number = ${number}
    union all select id from notice where number = ${number}`.execute(db);
  return rows.map((row) => row.id);
}

/** The numbers of those subjects that have one. */
export async function numbersOf(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; number: string }>`
    select id, number from matter where id = any (${[...ids]}::uuid[])
    union all select id, number from notice where id = any (${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.number]));
}

/** What each area is or was last called: `areaName` makes a name of each. */
export async function findNamedAreas(
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, NamedArea>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<NamedArea & { code: string }>`
    select distinct on (code) code, kind, name, name_en as "nameEn" from area
    where code = any (${[...codes]})
    order by code, valid_from desc`.execute(db);
  return new Map(rows.map((row) => [row.code, row]));
}

export async function findLastSeal(db: Db) {
  return await db
    .selectFrom('journalSeal')
    .select(['sealNo', 'lastSeq', 'head', 'sealedAt'])
    .orderBy('sealNo', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function countUnsealed(
  db: Db,
): Promise<{ readonly count: number; readonly oldest: Date | null }> {
  return await db
    .selectFrom('journal')
    .select((select) => [
      select.fn.countAll<number>().as('count'),
      select.fn.min('recordedAt').as('oldest'),
    ])
    .where('sealSeq', 'is', null)
    .executeTakeFirstOrThrow();
}

export async function findLastVerification(db: Db, kind: string) {
  return await db
    .selectFrom('longJob')
    .select(['id', 'state', 'code', 'facts', 'faults', 'createdAt', 'updatedAt'])
    .where('kind', '=', kind)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}
