// How a list of buildings changes the register: a building names its community, estate, grid and doors; estates and grids come with it.
import { type AreaRange, isWithin } from '#kernel/pure/area.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import { kindOfCode } from '../areas/area.rules.ts';
import type { Crs } from '../areas/area.types.ts';
import { planRegister, type RegisterPlan } from './register.rules.ts';
import type { Lined, TerritoryFault } from './territory-import.types.ts';

export type BuildingGiven = {
  readonly code: string;
  readonly area: string;
  readonly estateCode: string | null;
  readonly estateName: string | null;
  readonly gridCode: string | null;
  readonly gridName: string | null;
  readonly name: string;
  readonly address: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly crs: Crs | null;
  readonly stairwells: readonly string[] | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};

type Period = { readonly validFrom: string; readonly validTo: string | null };
export type GridStored = Period & {
  readonly id: string;
  readonly code: string;
  readonly area: string;
  readonly name: string;
};
export type EstateStored = GridStored & { readonly address: string | null };
export type BuildingStored = GridStored & {
  readonly estate: string | null;
  readonly grid: string | null;
  readonly address: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly crs: string | null;
};
export type StairwellStored = {
  readonly id: string;
  readonly code: string;
  readonly building: string;
  readonly area: string;
  readonly name: string;
};

export type BuildingsStored = {
  readonly grids: readonly GridStored[];
  readonly estates: readonly EstateStored[];
  readonly buildings: readonly BuildingStored[];
  readonly stairwells: readonly StairwellStored[];
};

export type BuildingsPlan = {
  readonly grids: RegisterPlan<GridStored>;
  readonly estates: RegisterPlan<EstateStored>;
  readonly buildings: RegisterPlan<BuildingStored>;
  readonly stairwells: RegisterPlan<StairwellStored>;
  readonly faults: readonly TerritoryFault[];
};

export type BuildingsOptions = {
  readonly reach: AreaRange;
  readonly knows: (area: string) => boolean;
  readonly newId: () => string;
  /** A stairwell code never given before. */
  readonly newCode: () => string;
};

const stairwellKey = (row: { building: string; name: string }) => `${row.building}\n${row.name}`;

export function planBuildings(
  stored: BuildingsStored,
  rows: readonly Lined<BuildingGiven>[],
  options: BuildingsOptions,
): BuildingsPlan {
  const plan = {
    grids: planRegister(stored.grids, (row) => row.code),
    estates: planRegister(stored.estates, (row) => row.code),
    buildings: planRegister(stored.buildings, (row) => row.code),
    stairwells: planRegister(stored.stairwells, stairwellKey),
  };
  const said = new Set<string>();
  const faults: TerritoryFault[] = [];
  for (const { line, value } of rows) {
    const fault = faultOf(value, said, options);
    if (fault) faults.push({ file: 'buildings', line, ...fault });
    else take(plan, value, options);
    said.add(value.code);
  }
  return { ...plan, faults };
}

type Fault = Pick<TerritoryFault, 'column' | 'code' | 'value'>;

function faultOf(row: BuildingGiven, said: Set<string>, options: BuildingsOptions): Fault | null {
  const { area, code, lng, lat, crs, validFrom, validTo } = row;
  if (!isWithin(options.reach, area)) return { column: 'area', code: 'outside_area', value: area };
  const kind = kindOfCode(area);
  if (!options.knows(area) || (kind !== 'community' && kind !== 'village'))
    return { column: 'area', code: 'area_unknown', value: area };
  if (said.has(code)) return { column: 'code', code: 'row_twice', value: code };
  if ((lng === null) !== (lat === null))
    return { column: 'lng', code: 'point_incomplete', value: String(lng ?? lat) };
  if (lng !== null && crs === null) return { column: 'crs', code: 'crs_missing', value: '' };
  if (validTo !== null && validTo <= validFrom)
    return { column: 'validTo', code: 'period_backwards', value: validTo };
  return doublesOf(row.stairwells ?? []);
}

function doublesOf(stairwells: readonly string[]): Fault | null {
  const twice = stairwells.find((name, n) => stairwells.indexOf(name) !== n);
  return twice === undefined ? null : { column: 'stairwells', code: 'row_twice', value: twice };
}

type Plans = Omit<BuildingsPlan, 'faults'>;

function take(plan: Plans, row: BuildingGiven, { newId, newCode }: BuildingsOptions): void {
  const { area, validFrom } = row;
  const within = (code: string, name: string | null, old: Period | undefined) => ({
    id: newId(),
    code,
    area,
    name: name ?? code,
    // An estate or grid is as old as the first building that named it.
    validFrom: old?.validFrom ?? validFrom,
    validTo: old?.validTo ?? null,
  });
  if (row.estateCode !== null) {
    const old = plan.estates.find(row.estateCode);
    plan.estates.put({
      ...within(row.estateCode, row.estateName, old),
      address: old?.address ?? null,
    });
  }
  if (row.gridCode !== null)
    plan.grids.put(within(row.gridCode, row.gridName, plan.grids.find(row.gridCode)));
  plan.buildings.put({
    id: newId(),
    code: row.code,
    area,
    estate: row.estateCode,
    grid: row.gridCode,
    name: row.name,
    address: row.address,
    lng: row.lng,
    lat: row.lat,
    crs: row.lng === null ? null : row.crs,
    validFrom,
    validTo: row.validTo,
  });
  for (const name of row.stairwells ?? []) {
    const old = plan.stairwells.find(stairwellKey({ building: row.code, name }));
    plan.stairwells.put({
      id: newId(),
      code: old?.code ?? newCode(),
      building: row.code,
      area,
      name,
    });
  }
}
