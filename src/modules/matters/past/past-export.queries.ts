import type { Db } from '#kernel/db/client.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import type { MatterTold, PastTold } from './export-past.rules.ts';

export type PastPlace = { readonly at: Date; readonly id: string };

/** Past matters of an area in the order of their receipt, a page at a time. */
export async function listPastMatters(
  db: Db,
  range: AreaRange,
  after: PastPlace | null,
  limit: number,
): Promise<MatterTold[]> {
  const rows = await db
    .selectFrom('pastMatter as p')
    .innerJoin('matter as m', 'm.id', 'p.matterId')
    .innerJoin('matterReporter as r', 'r.matterId', 'm.id')
    .leftJoin('pastMatter as parent', 'parent.matterId', 'm.mergedInto')
    .select(['p.external', 'parent.external as parent'])
    .select([
      'm.id',
      'm.kind',
      'm.source',
      'm.category',
      'm.filedArea as area',
      'm.words',
      'm.place',
    ])
    .select(['m.building', 'm.longitude', 'm.latitude', 'm.crs', 'm.isPublic', 'm.receivedAt'])
    .select(['m.hotlineNumber', 'm.hotlineDueAt', 'm.rating', 'm.isSampled'])
    .select(['r.name', 'r.telephone'])
    .where('m.area', '>=', range.lo)
    .where('m.area', '<', range.hi)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('m.receivedAt', 'm.id'), '>', tuple(after?.at ?? new Date(0), after?.id ?? '')),
      ),
    )
    .orderBy('m.receivedAt')
    .orderBy('m.id')
    .limit(limit)
    .execute();
  return rows as MatterTold[];
}

/** What the journal tells of these matters, each with what was written where a check was made. */
export async function listPastTold(
  db: Db,
  ids: readonly string[],
): Promise<(PastTold & { readonly matter: string })[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('journal as j')
    .leftJoin('journalDetail as d', 'd.journalId', 'j.id')
    .select(['j.subjectId as matter', 'j.verb', 'j.occurredAt as at', 'j.organisation'])
    .select(['j.account', 'j.codes', 'd.detail'])
    .where('j.subjectKind', '=', 'matter')
    .where('j.subjectId', 'in', [...ids])
    .orderBy('j.subjectId')
    .orderBy('j.occurredAt')
    .execute();
  return rows as unknown as (PastTold & { readonly matter: string })[];
}

/** The notes of checks, by the check. */
export async function notesOfChecks(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('matterCheck')
    .select(['id', 'note'])
    .where('matterId', 'in', [...ids])
    .where('note', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, note }) => [id, note ?? '']));
}

export async function countPastMatters(db: Db, range: AreaRange): Promise<number> {
  const { count } = await db
    .selectFrom('pastMatter')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('area', '>=', range.lo)
    .where('area', '<', range.hi)
    .executeTakeFirstOrThrow();
  return Number(count);
}
