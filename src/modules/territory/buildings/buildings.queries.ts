import type { Db } from '#kernel/db/client.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import type { Crs, Point, Position } from '../areas/area.types.ts';
import { metresBetween, positionOf, toCgcs2000 } from '../areas/geometry.rules.ts';
import type { Building, Stairwell, UnitGrid } from './building.types.ts';

function selectBuildings(db: Db) {
  return db
    .selectFrom('building as b')
    .leftJoin('estate as e', 'e.code', 'b.estate')
    .leftJoin('unitGrid as g', 'g.code', 'b.grid')
    .select([
      'b.id',
      'b.code',
      'b.area',
      'b.name',
      'b.address',
      'b.lng',
      'b.lat',
      'b.crs',
      'b.validFrom',
      'b.validTo',
      'b.estate as estateCode',
      'e.name as estateName',
      'b.grid as gridCode',
      'g.name as gridName',
    ]);
}

type BuildingRow = Awaited<ReturnType<ReturnType<typeof selectBuildings>['execute']>>[number];

function buildingOf(row: BuildingRow): Building {
  const named = (code: string | null, name: string | null) =>
    code === null ? null : { code, name: name ?? code };
  return {
    id: row.id,
    code: row.code,
    area: row.area,
    name: row.name,
    address: row.address,
    estate: named(row.estateCode, row.estateName),
    grid: named(row.gridCode, row.gridName),
    point: pointOf(row),
    validFrom: row.validFrom as PlainDate,
    validTo: row.validTo as PlainDate | null,
  };
}

function pointOf({ lng, lat, crs }: BuildingRow): Point | null {
  return lng === null || lat === null || crs === null ? null : { lng, lat, crs: crs as Crs };
}

/** The buildings of a community or village that stand on a day, in code order. */
export async function buildingsOf(db: Db, area: string, date: PlainDate): Promise<Building[]> {
  const rows = await selectBuildings(db)
    .where('b.area', '=', area)
    .where('b.validFrom', '<=', date)
    .where((where) => where.or([where('b.validTo', 'is', null), where('b.validTo', '>', date)]))
    .orderBy('b.code')
    .execute();
  return rows.map(buildingOf);
}

export async function findBuilding(db: Db, code: string): Promise<Building | undefined> {
  const row = await selectBuildings(db).where('b.code', '=', code).executeTakeFirst();
  return row && buildingOf(row);
}

export async function findBuildingById(db: Db, id: string): Promise<Building | undefined> {
  const row = await selectBuildings(db).where('b.id', '=', id).executeTakeFirst();
  return row && buildingOf(row);
}

/** The stairwell whose code is on the wall. The code is one that `parseStairwellCode` has read. */
export async function findStairwell(db: Db, code: string): Promise<Stairwell | undefined> {
  const row = await selectBuildings(db)
    .innerJoin('stairwell as s', 's.building', 'b.code')
    .select(['s.id as stairwellId', 's.code as stairwellCode', 's.name as stairwellName'])
    .where('s.code', '=', code)
    .executeTakeFirst();
  return row && stairwellOf(row);
}

/** The stairwells of a community or village, by building; for the sheet of codes to print and the building list. */
export async function stairwellsOf(db: Db, area: string): Promise<Stairwell[]> {
  const rows = await selectBuildings(db)
    .innerJoin('stairwell as s', 's.building', 'b.code')
    .select(['s.id as stairwellId', 's.code as stairwellCode', 's.name as stairwellName'])
    .where('s.area', '=', area)
    .orderBy('b.code')
    .orderBy('s.name')
    .execute();
  return rows.map(stairwellOf);
}

type StairwellRow = BuildingRow & {
  stairwellId: string;
  stairwellCode: string;
  stairwellName: string;
};

const stairwellOf = (row: StairwellRow): Stairwell => ({
  id: row.stairwellId,
  code: row.stairwellCode,
  name: row.stairwellName,
  building: buildingOf(row),
});

/** About a kilometre, and more than GCJ-02 shifts a point. */
const SEARCH_DEGREES = 0.015;

/** The building next to a point and its distance in metres; undefined when none stands within about a kilometre. */
export async function nearestBuilding(
  db: Db,
  point: Point,
  date: PlainDate,
): Promise<{ building: Building; metres: number } | undefined> {
  const { lng, lat } = point;
  const rows = await selectBuildings(db)
    .where('b.lat', '>', lat - SEARCH_DEGREES)
    .where('b.lat', '<', lat + SEARCH_DEGREES)
    .where('b.lng', '>', lng - SEARCH_DEGREES)
    .where('b.lng', '<', lng + SEARCH_DEGREES)
    .where('b.validFrom', '<=', date)
    .where((where) => where.or([where('b.validTo', 'is', null), where('b.validTo', '>', date)]))
    .execute();
  const here = toCgcs2000(positionOf(point), point.crs);
  const distanceTo = (there: Point): number => {
    const position: Position = toCgcs2000(positionOf(there), there.crs);
    return metresBetween(here, position);
  };
  return rows
    .map(buildingOf)
    .flatMap((building) =>
      building.point ? [{ building, metres: distanceTo(building.point) }] : [],
    )
    .toSorted((a, b) => a.metres - b.metres)[0];
}

/** The unit grids of a community or village on a day. */
export async function gridsOf(db: Db, area: string, date: PlainDate): Promise<UnitGrid[]> {
  const rows = await db
    .selectFrom('unitGrid')
    .select(['code', 'area', 'name', 'validFrom', 'validTo'])
    .where('area', '=', area)
    .where('validFrom', '<=', date)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', date)]))
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    ...row,
    validFrom: row.validFrom as PlainDate,
    validTo: row.validTo as PlainDate | null,
  }));
}
