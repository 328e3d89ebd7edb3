import type { PlainDate } from '#kernel/pure/dates.ts';

export const AREA_KINDS = ['district', 'subdistrict', 'community', 'village'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** One version of an area: what it was called and belonged to, from a day until (not including) another. */
export type Area = {
  readonly id: string;
  /** Twelve digits: county 6, subdistrict 3, community 001–199 or administrative village 200–399. */
  readonly code: string;
  readonly kind: AreaKind;
  readonly name: string;
  readonly nameEn: string | null;
  readonly parent: string | null;
  readonly urbanRuralClass: string | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};

export type AreaNode = Area & { readonly children: readonly AreaNode[] };

export type Succession = {
  readonly predecessor: string;
  readonly successor: string;
  readonly happenedOn: PlainDate;
};

/** Reference systems of points. GCJ-02 lies up to 700 m beside the other two; they differ by centimetres. */
export const CRS = ['CGCS2000', 'WGS84', 'GCJ02'] as const;
export type Crs = (typeof CRS)[number];

export type Point = { readonly lng: number; readonly lat: number; readonly crs: Crs };

export type Position = readonly [lng: number, lat: number];
export type Ring = readonly Position[];
export type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

export type AreaShape = {
  readonly code: string;
  readonly validFrom: PlainDate;
  readonly crs: Crs;
  readonly geometry: Geometry;
};
