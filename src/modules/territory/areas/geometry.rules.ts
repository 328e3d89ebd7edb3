// Where a point lies: in which community, and how far from a building.
import type { Crs, Geometry, Point, Position, Ring } from './area.types.ts';

const EARTH_METRES = 6_371_008.8;
const rad = (degrees: number) => (degrees * Math.PI) / 180;

/** Even-odd rule over one ring. A point on an edge belongs to exactly one of two rings that share it. */
function crossings([x, y]: Position, ring: Ring): number {
  let count = 0;
  let before = ring.at(-1);
  for (const corner of ring) {
    if (before && corner[1] > y !== before[1] > y) {
      const [x1, y1] = before;
      const at = x1 + ((y - y1) / (corner[1] - y1)) * (corner[0] - x1);
      if (x < at) count += 1;
    }
    before = corner;
  }
  return count;
}

/** Whether a position lies inside a polygon, holes excluded. Both in the same reference system. */
export function contains(geometry: Geometry, position: Position): boolean {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.some((rings) => {
    const sum = rings.reduce((total, ring) => total + crossings(position, ring), 0);
    return sum % 2 === 1;
  });
}

/** Metres between two positions on the sphere; within 0.5 % of the ellipsoid. */
export function metresBetween(a: Position, b: Position): number {
  const dLat = rad(b[1] - a[1]);
  const dLng = rad(b[0] - a[0]);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(rad(a[1])) * Math.cos(rad(b[1])) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(h));
}

// The Krasovsky ellipsoid, on which GCJ-02 reckons its shift.
const AXIS = 6_378_245;
const ECCENTRICITY2 = 0.006_693_421_622_965_943;

const wave = (t: number, terms: readonly (readonly [number, number])[]) =>
  terms.reduce((sum, [weight, times]) => sum + weight * Math.sin(t * times * Math.PI), 0) * (2 / 3);
const FAST = [
  [20, 6],
  [20, 2],
] as const;

function shift([lng, lat]: Position): Position {
  const x = lng - 105;
  const y = lat - 35;
  const root = Math.sqrt(Math.abs(x));
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    wave(x, FAST) +
    wave(y, [
      [20, 1],
      [40, 1 / 3],
    ]) +
    wave(y, [
      [160, 1 / 12],
      [320, 1 / 30],
    ]);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    wave(x, FAST) +
    wave(x, [
      [20, 1],
      [40, 1 / 3],
    ]) +
    wave(x, [
      [150, 1 / 12],
      [300, 1 / 30],
    ]);
  const magic = 1 - ECCENTRICITY2 * Math.sin(rad(lat)) ** 2;
  const dLat =
    (north * 180) / (((AXIS * (1 - ECCENTRICITY2)) / (magic * Math.sqrt(magic))) * Math.PI);
  const dLng = (east * 180) / ((AXIS / Math.sqrt(magic)) * Math.cos(rad(lat)) * Math.PI);
  return [dLng, dLat];
}

/** GCJ-02 from a position in CGCS2000 or WGS84. */
export function toGcj02(position: Position): Position {
  const [dLng, dLat] = shift(position);
  return [position[0] + dLng, position[1] + dLat];
}

/** A position in CGCS2000. GCJ-02 has no closed inverse: three rounds come within a centimetre. */
export function toCgcs2000(position: Position, crs: Crs): Position {
  if (crs !== 'GCJ02') return position;
  let [lng, lat] = position;
  for (let round = 0; round < 3; round += 1) {
    const [dLng, dLat] = shift([lng, lat]);
    [lng, lat] = [position[0] - dLng, position[1] - dLat];
  }
  return [lng, lat];
}

/** A position of a known system in another one. */
export function convert(position: Position, from: Crs, to: Crs): Position {
  if ((from === 'GCJ02') === (to === 'GCJ02')) return position;
  return to === 'GCJ02' ? toGcj02(position) : toCgcs2000(position, from);
}

export const positionOf = (point: Point): Position => [point.lng, point.lat];

/** Degrees of longitude and latitude; a pair in the wrong order falls outside China's latitudes. */
export function isOnChinasMap([lng, lat]: Position): boolean {
  return lng >= 73 && lng <= 136 && lat >= 3 && lat <= 54;
}
