import { type RowFault, readTable, readWhole, type TableSource } from '#kernel/tabular/tabular.ts';
import type { TerritoryRows } from './import-territory.ts';
import { areasSheet, buildingsSheet } from './territory.sheets.ts';
import { readShapes } from './territory-geojson.ts';
import type { TerritoryFault, TerritoryFile } from './territory-import.types.ts';

/** Reads a district's files: areas and buildings as CSV or XLSX, polygons as GeoJSON. Unreadable rows become faults. */
export async function readTerritoryFiles(
  files: Readonly<Partial<Record<TerritoryFile, TableSource>>>,
): Promise<TerritoryRows> {
  const areas = files.areas && (await readWhole(areasSheet, await readTable(files.areas)));
  const buildings =
    files.buildings && (await readWhole(buildingsSheet, await readTable(files.buildings)));
  const polygons = files.polygons && (await readShapes(files.polygons));
  const of = (file: TerritoryFile, faults: readonly RowFault[] = []): TerritoryFault[] =>
    faults.map((fault) => ({ file, ...fault }));
  return {
    ...(areas && { areas: areas.rows }),
    ...(buildings && { buildings: buildings.rows }),
    ...(polygons && { polygons: polygons.rows }),
    faults: [
      ...of('areas', areas?.faults),
      ...of('buildings', buildings?.faults),
      ...of('polygons', polygons?.faults),
    ],
  };
}
