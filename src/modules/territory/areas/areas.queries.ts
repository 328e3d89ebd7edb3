import { sql } from 'kysely';
import type { Db } from '#kernel/db/client.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import type { Area, AreaKind, AreaShape, Crs, Geometry, Succession } from './area.types.ts';

const COLUMNS = [
  'id',
  'code',
  'kind',
  'name',
  'nameEn',
  'parent',
  'urbanRuralClass',
  'validFrom',
  'validTo',
] as const;

type AreaRow = Omit<Area, 'kind' | 'validFrom' | 'validTo'> & {
  kind: string;
  validFrom: string;
  validTo: string | null;
};

const areaOf = (row: AreaRow): Area => ({
  ...row,
  kind: row.kind as AreaKind,
  validFrom: row.validFrom as PlainDate,
  validTo: row.validTo as PlainDate | null,
});

/** Every area that holds on a day, in code order: district, then each subdistrict before its communities. */
export async function listAreas(db: Db, date: PlainDate): Promise<Area[]> {
  const rows = await db
    .selectFrom('area')
    .select(COLUMNS)
    .where('validFrom', '<=', date)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', date)]))
    .orderBy('code')
    .execute();
  return rows.map(areaOf);
}

/** The version of an area that holds on a day. */
export async function findArea(db: Db, code: string, date: PlainDate): Promise<Area | undefined> {
  const row = await db
    .selectFrom('area')
    .select(COLUMNS)
    .where('code', '=', code)
    .where('validFrom', '<=', date)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', date)]))
    .executeTakeFirst();
  return row && areaOf(row);
}

/** Every version of one area, oldest first. */
export async function listVersions(db: Db, code: string): Promise<Area[]> {
  const rows = await db
    .selectFrom('area')
    .select(COLUMNS)
    .where('code', '=', code)
    .orderBy('validFrom')
    .execute();
  return rows.map(areaOf);
}

/** All versions of all areas; some hundred rows, for imports and exports. */
export async function listAllVersions(db: Db): Promise<Area[]> {
  const rows = await db
    .selectFrom('area')
    .select(COLUMNS)
    .orderBy('code')
    .orderBy('validFrom')
    .execute();
  return rows.map(areaOf);
}

/** What an area took over from others or gave to others. */
export async function listSuccessions(db: Db, code?: string): Promise<Succession[]> {
  let query = db
    .selectFrom('areaSuccession')
    .select(['predecessor', 'successor', 'happenedOn'])
    .orderBy('happenedOn')
    .orderBy('predecessor')
    .orderBy('successor');
  if (code !== undefined)
    query = query.where((where) =>
      where.or([where('predecessor', '=', code), where('successor', '=', code)]),
    );
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, happenedOn: row.happenedOn as PlainDate }));
}

/** The newest shape of each area drawn by a day, within a range of codes. */
export async function listShapes(
  db: Db,
  date: PlainDate,
  range: { lo: string; hi: string } = { lo: '0', hi: ':' },
): Promise<AreaShape[]> {
  const rows = await db
    .selectFrom('areaShape')
    .distinctOn('code')
    .select(['code', 'validFrom', 'crs', sql<Geometry>`geometry`.as('geometry')])
    .where('validFrom', '<=', date)
    .where('code', '>=', range.lo)
    .where('code', '<', range.hi)
    .orderBy('code')
    .orderBy('validFrom', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    crs: row.crs as Crs,
    validFrom: row.validFrom as PlainDate,
  }));
}
