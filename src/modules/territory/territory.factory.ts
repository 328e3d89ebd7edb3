import { SYSTEM } from '#kernel/pure/actor.ts';
import { plainDateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import type { AreaKind } from './areas/area.types.ts';
import { importTerritory } from './imports/import-territory.ts';

export const DISTRICT_CODE = '320105000000';

type AreaWanted = {
  readonly code?: string;
  readonly kind?: AreaKind;
  readonly name?: string;
  readonly since?: string;
};

let made = 0;

/** A code nobody else in this process has: communities 001–199, villages 200–399 of synthetic subdistricts 901–998. */
function freshCode(kind: AreaKind): string {
  made += 1;
  const subdistrict = 901 + (Math.floor(made / 190) % 98);
  const last = (kind === 'village' ? 200 : 1) + (made % 190);
  return `320105${subdistrict}${String(last).padStart(3, '0')}`;
}

/**
 * A community (or village) with the district and subdistrict above it, made through the import.
 * Returns its 12-digit code.
 */
export async function aCommunity(world: World, wanted: AreaWanted = {}): Promise<string> {
  const kind = wanted.kind ?? 'community';
  const code = wanted.code ?? freshCode(kind);
  const parent = `${code.slice(0, 9)}000`;
  const row = (of: string, its: AreaKind, name: string, above: string | null) => ({
    line: 1,
    value: {
      code: of,
      kind: its,
      name,
      nameEn: null,
      parent: above,
      urbanRuralClass: null,
      validFrom: plainDateOf(wanted.since ?? '2005-01-01'),
      validTo: null,
      predecessors: null,
    },
  });
  const report = await importTerritory(world, SYSTEM, {
    areas: [
      row(DISTRICT_CODE, 'district', '建邺区', null),
      row(parent, 'subdistrict', `街道${parent.slice(6, 9)}`, DISTRICT_CODE),
      row(code, kind, wanted.name ?? `社区${code.slice(6)}`, parent),
    ],
  });
  if (report.faults.length > 0) throw new Error(JSON.stringify(report.faults));
  return code;
}

type BuildingWanted = {
  readonly code?: string;
  readonly name?: string;
  readonly lng?: number;
  readonly lat?: number;
  readonly stairwells?: readonly string[];
};

/** A building of a community with an estate, a grid and stairwells. Returns its code. */
export async function aBuilding(
  world: World,
  area: string,
  wanted: BuildingWanted = {},
): Promise<string> {
  made += 1;
  const code = wanted.code ?? `${area}B${String(made).padStart(4, '0')}`;
  const report = await importTerritory(world, SYSTEM, {
    buildings: [
      {
        line: 1,
        value: {
          code,
          area,
          estateCode: `${area}E01`,
          estateName: '映月园',
          gridCode: `${area}G01`,
          gridName: '第一网格',
          name: wanted.name ?? `${made}幢`,
          address: `试验路${made}号`,
          lng: wanted.lng ?? null,
          lat: wanted.lat ?? null,
          crs: 'CGCS2000',
          stairwells: wanted.stairwells ?? ['1单元', '2单元'],
          validFrom: plainDateOf('2005-01-01'),
          validTo: null,
        },
      },
    ],
  });
  if (report.faults.length > 0) throw new Error(JSON.stringify(report.faults));
  return code;
}
