import type { OutColumn } from '#kernel/tabular/tabular.ts';
import type { Area, Succession } from '../areas/area.types.ts';
import type { Building, Stairwell } from '../buildings/building.types.ts';
import type { territoryMessages } from '../territory.messages.ts';

type Words = (typeof territoryMessages)['zh'];

export type AreaOut = Area & { readonly predecessors: readonly string[] };
export type BuildingOut = Building & { readonly stairwells: readonly string[] };

export function withPredecessors(
  areas: readonly Area[],
  successions: readonly Succession[],
): AreaOut[] {
  return areas.map((area) => ({
    ...area,
    predecessors: successions
      .filter((one) => one.successor === area.code && one.happenedOn === area.validFrom)
      .map((one) => one.predecessor),
  }));
}

export function withStairwells(
  buildings: readonly Building[],
  stairwells: readonly Stairwell[],
): BuildingOut[] {
  return buildings.map((building) => ({
    ...building,
    stairwells: stairwells
      .filter((one) => one.building.code === building.code)
      .map((one) => one.name),
  }));
}

/** The columns that the import reads back. */
export function areaColumns({ headers, kinds }: Words): OutColumn<AreaOut>[] {
  return [
    { header: headers.code, value: (row) => row.code },
    { header: headers.kind, value: (row) => kinds[row.kind] },
    { header: headers.name, value: (row) => row.name },
    { header: headers.nameEn, value: (row) => row.nameEn },
    { header: headers.parent, value: (row) => row.parent },
    { header: headers.urbanRuralClass, value: (row) => row.urbanRuralClass },
    { header: headers.validFrom, value: (row) => row.validFrom },
    { header: headers.validTo, value: (row) => row.validTo },
    { header: headers.predecessors, value: (row) => row.predecessors.join('、') },
  ];
}

/** The columns that the import reads back. */
export function buildingColumns({ headers }: Words): OutColumn<BuildingOut>[] {
  return [
    { header: headers.buildingCode, value: (row) => row.code },
    { header: headers.area, value: (row) => row.area },
    { header: headers.estateCode, value: (row) => row.estate?.code ?? null },
    { header: headers.estateName, value: (row) => row.estate?.name ?? null },
    { header: headers.gridCode, value: (row) => row.grid?.code ?? null },
    { header: headers.gridName, value: (row) => row.grid?.name ?? null },
    { header: headers.building, value: (row) => row.name },
    { header: headers.address, value: (row) => row.address },
    { header: headers.lng, value: (row) => row.point?.lng ?? null },
    { header: headers.lat, value: (row) => row.point?.lat ?? null },
    { header: headers.crs, value: (row) => row.point?.crs ?? null },
    { header: headers.stairwells, value: (row) => row.stairwells.join('、') },
    { header: headers.validFrom, value: (row) => row.validFrom },
    { header: headers.validTo, value: (row) => row.validTo },
  ];
}
