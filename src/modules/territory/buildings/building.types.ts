import type { PlainDate } from '#kernel/pure/dates.ts';
import type { Point } from '../areas/area.types.ts';

/** The own code of a building, an estate or a grid, in every list. */
export const BUILDING_CODE = /^[0-9A-Za-z]{3,40}$/;

export type UnitGrid = {
  readonly code: string;
  readonly area: string;
  readonly name: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};

export type Estate = UnitGrid & { readonly address: string | null };

export type Building = {
  readonly id: string;
  readonly code: string;
  /** The community or village. */
  readonly area: string;
  readonly estate: { readonly code: string; readonly name: string } | null;
  readonly grid: { readonly code: string; readonly name: string } | null;
  readonly name: string;
  readonly address: string;
  readonly point: Point | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};

export type Stairwell = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly building: Building;
};

/** 'Estate building stairwell' as people say it, e.g. '映月园 3幢 1单元'. */
export function placeName(building: Building, stairwell?: { readonly name: string }): string {
  return [building.estate?.name, building.name, stairwell?.name].filter(Boolean).join(' ');
}
