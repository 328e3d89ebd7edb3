import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/client.ts';
import type { Area, Succession } from '../areas/area.types.ts';
import type {
  BuildingStored,
  BuildingsStored,
  EstateStored,
  GridStored,
  StairwellStored,
} from './plan-buildings.rules.ts';
import type { ShapeRow } from './territory-import.types.ts';

const ROWS_AT_ONCE = 500;

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
}

/** One import at a time: a second one waits here until the first has committed. */
export async function lockTerritory(tx: Tx): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ key: 'lock.territory', value: '{}' })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: '{}' }))
    .execute();
}

export async function insertAreas(tx: Tx, areas: readonly Area[]): Promise<void> {
  for (const rows of chunks(areas)) await tx.insertInto('area').values(rows).execute();
}

export async function updateArea(tx: Tx, { id, ...area }: Area): Promise<void> {
  await tx.updateTable('area').set(area).where('id', '=', id).execute();
}

export async function insertSuccessions(
  tx: Tx,
  rows: readonly (Succession & { id: string })[],
): Promise<void> {
  for (const some of chunks(rows))
    await tx
      .insertInto('areaSuccession')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

export async function listStoredShapes(db: Db) {
  const rows = await db
    .selectFrom('areaShape')
    .select(['id', 'code', 'validFrom', 'crs', 'geometry'])
    .execute();
  return rows.map((row) => ({ ...row, geometry: row.geometry as unknown }));
}

export async function upsertShape(tx: Tx, id: string, shape: ShapeRow): Promise<void> {
  const geometry = JSON.stringify(shape.geometry);
  await tx
    .insertInto('areaShape')
    .values({ id, code: shape.code, validFrom: shape.validFrom, crs: shape.crs, geometry })
    .onConflict((conflict) =>
      conflict.columns(['code', 'validFrom']).doUpdateSet({ crs: shape.crs, geometry }),
    )
    .execute();
}

export async function listStored(db: Db): Promise<BuildingsStored> {
  return {
    grids: await db.selectFrom('unitGrid').selectAll().execute(),
    estates: await db.selectFrom('estate').selectAll().execute(),
    buildings: await db.selectFrom('building').selectAll().execute(),
    stairwells: await db.selectFrom('stairwell').selectAll().execute(),
  };
}

export async function upsertGrids(tx: Tx, grids: readonly GridStored[]): Promise<void> {
  for (const rows of chunks(grids))
    await tx
      .insertInto('unitGrid')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet({
          area: sql`excluded.area`,
          name: sql`excluded.name`,
          validFrom: sql`excluded.valid_from`,
          validTo: sql`excluded.valid_to`,
        }),
      )
      .execute();
}

export async function upsertEstates(tx: Tx, estates: readonly EstateStored[]): Promise<void> {
  for (const rows of chunks(estates))
    await tx
      .insertInto('estate')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet({
          area: sql`excluded.area`,
          name: sql`excluded.name`,
          address: sql`excluded.address`,
          validFrom: sql`excluded.valid_from`,
          validTo: sql`excluded.valid_to`,
        }),
      )
      .execute();
}

export async function upsertBuildings(tx: Tx, buildings: readonly BuildingStored[]): Promise<void> {
  for (const rows of chunks(buildings))
    await tx
      .insertInto('building')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet({
          area: sql`excluded.area`,
          estate: sql`excluded.estate`,
          grid: sql`excluded.grid`,
          name: sql`excluded.name`,
          address: sql`excluded.address`,
          lng: sql`excluded.lng`,
          lat: sql`excluded.lat`,
          crs: sql`excluded.crs`,
          validFrom: sql`excluded.valid_from`,
          validTo: sql`excluded.valid_to`,
        }),
      )
      .execute();
}

export async function upsertStairwells(tx: Tx, rows: readonly StairwellStored[]): Promise<void> {
  for (const some of chunks(rows))
    await tx
      .insertInto('stairwell')
      .values(some)
      .onConflict((conflict) =>
        conflict.columns(['building', 'name']).doUpdateSet({ area: sql`excluded.area` }),
      )
      .execute();
}
