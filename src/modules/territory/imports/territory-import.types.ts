import type { PlainDate } from '#kernel/pure/dates.ts';
import type { Crs, Geometry } from '../areas/area.types.ts';

export type ShapeRow = {
  readonly code: string;
  readonly validFrom: PlainDate;
  readonly crs: Crs;
  readonly geometry: Geometry;
};

export type Lined<T> = { readonly line: number; readonly value: T };

export type TerritoryFile = 'areas' | 'buildings' | 'polygons';

/** One thing wrong with one cell of one file. */
export type TerritoryFault = {
  readonly file: TerritoryFile;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly value: string;
};

export type Tally = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
};

export type TerritoryReport = {
  /** Nothing was written: this is what an import would do. */
  readonly dryRun: boolean;
  readonly areas: Tally;
  readonly polygons: Tally;
  readonly grids: Tally;
  readonly estates: Tally;
  readonly buildings: Tally;
  readonly stairwells: Tally;
  readonly faults: readonly TerritoryFault[];
};
