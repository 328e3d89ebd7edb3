// Which matters may be about the same thing: near enough, in the same building, or without a place to tell.
import { type Crs, convert, metresBetween } from '#modules/territory/pure.ts';

export type Placed = {
  readonly id: string;
  readonly building: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly crs: string | null;
};

/** Metres from one place to another; null where one of them has no point. */
export function metresApart(one: Placed, other: Placed): number | null {
  const [from, to] = [pointOf(one), pointOf(other)];
  return from && to ? Math.round(metresBetween(from, to)) : null;
}

function pointOf({ longitude, latitude, crs }: Placed) {
  if (longitude === null || latitude === null) return null;
  return convert([longitude, latitude], (crs ?? 'CGCS2000') as Crs, 'CGCS2000');
}

/**
 * The candidates that may be duplicates, nearest first: within `metres`, or in the same building; those without a point
 * come last, because nobody can say.
 */
export function similarTo<P extends Placed>(
  matter: Placed,
  candidates: readonly P[],
  metres: number,
): { readonly placed: P; readonly metres: number | null }[] {
  const isSameBuilding = (placed: P) =>
    placed.building !== null && placed.building === matter.building;
  return candidates
    .map((placed) => ({ placed, metres: isSameBuilding(placed) ? 0 : metresApart(matter, placed) }))
    .filter((one) => one.metres === null || one.metres <= metres)
    .toSorted((a, b) => (a.metres ?? Number.MAX_VALUE) - (b.metres ?? Number.MAX_VALUE))
    .slice(0, MOST);
}

const MOST = 10;
