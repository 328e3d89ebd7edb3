import { DISTRICT, PLACES, type Place, SUBDISTRICTS } from './places.ts';
import { randomOf } from './random.ts';

type Position = readonly [lng: number, lat: number];
export type Feature = {
  readonly type: 'Feature';
  readonly properties: { readonly code: string; readonly validFrom: string; readonly crs: string };
  readonly geometry: { readonly type: 'Polygon'; readonly coordinates: Position[][] };
};

/** 7 × 8 fields, one for each of the 56 places; places follow a snake through them, so that each subdistrict hangs together. */
const COLUMNS = 8;
const WEST = 118.66;
const SOUTH = 31.955;
const WIDTH = 0.0135;
const HEIGHT = 0.0142;
const SINCE = '2002-10-01';

const round = (value: number) => Math.round(value * 1e6) / 1e6;

function jitter(key: number, size: number): number {
  return (randomOf(key * 7919 + 17).next() - 0.5) * size;
}

function corner(column: number, row: number): Position {
  const key = row * 100 + column;
  return [
    round(WEST + column * WIDTH + jitter(key, WIDTH * 0.35)),
    round(SOUTH + row * HEIGHT + jitter(key + 50_000, HEIGHT * 0.35)),
  ];
}

/** Borders bend a little between corners, alike from both sides. */
function bend(a: Position, b: Position): Position {
  const key = Math.round((a[0] + b[0]) * 1e5) + Math.round((a[1] + b[1]) * 1e5);
  return [
    round((a[0] + b[0]) / 2 + jitter(key, WIDTH * 0.12)),
    round((a[1] + b[1]) / 2 + jitter(key + 1, HEIGHT * 0.12)),
  ];
}

function fieldOf(index: number): readonly [column: number, row: number] {
  const row = Math.floor(index / COLUMNS);
  const along = index % COLUMNS;
  return [row % 2 === 0 ? along : COLUMNS - 1 - along, row];
}

function cornersOf(index: number): readonly [Position, Position, Position, Position] {
  const [c, r] = fieldOf(index);
  return [corner(c, r), corner(c + 1, r), corner(c + 1, r + 1), corner(c, r + 1)];
}

/** Anticlockwise, not closed. */
function ringOf(index: number): Position[] {
  const corners = cornersOf(index);
  return corners.flatMap((from, n) => {
    const to = corners[(n + 1) % 4] ?? from;
    return [from, bend(from, to)];
  });
}

/** The outline around fields that touch: borders between two of them cancel out. */
function outlineOf(indexes: readonly number[]): Position[] {
  const edges = new Map<string, readonly [Position, Position]>();
  for (const index of indexes) {
    const ring = ringOf(index);
    ring.forEach((from, n) => {
      const to = ring[(n + 1) % ring.length] ?? from;
      if (!edges.delete(`${to} ${from}`)) edges.set(`${from} ${to}`, [from, to]);
    });
  }
  const onward = new Map([...edges.values()].map(([from, to]) => [String(from), to]));
  const [first] = [...edges.values()][0] ?? [[0, 0] as Position];
  const ring: Position[] = [first];
  for (let at = onward.get(String(first)); at && String(at) !== String(first); ) {
    ring.push(at);
    at = onward.get(String(at));
  }
  return ring;
}

function feature(code: string, ring: readonly Position[]): Feature {
  const closed = [...ring, ring[0] ?? ([0, 0] as Position)];
  return {
    type: 'Feature',
    properties: { code, validFrom: SINCE, crs: 'CGCS2000' },
    geometry: { type: 'Polygon', coordinates: [closed] },
  };
}

/** District, subdistricts, communities and villages as polygons without gaps. */
export function shapes(): Feature[] {
  const all = PLACES.map((_, n) => n);
  return [
    feature(DISTRICT.code, outlineOf(all)),
    ...SUBDISTRICTS.map(({ code }) =>
      feature(code, outlineOf(all.filter((n) => PLACES[n]?.subdistrict.code === code))),
    ),
    ...PLACES.map(({ code }, n) => feature(code, ringOf(n))),
  ];
}

/** A point inside a place, at shares u and v of its breadth and height. */
export function pointIn(place: Place, u: number, v: number): { lng: number; lat: number } {
  const [a, b, c, d] = cornersOf(PLACES.indexOf(place));
  const mix = (k: 0 | 1) => (1 - v) * ((1 - u) * a[k] + u * b[k]) + v * ((1 - u) * d[k] + u * c[k]);
  return { lng: round(mix(0)), lat: round(mix(1)) };
}

export type House = {
  readonly code: string;
  readonly place: Place;
  readonly estateCode: string;
  readonly estateName: string;
  readonly gridCode: string;
  readonly gridName: string;
  readonly name: string;
  readonly address: string;
  readonly lng: number;
  readonly lat: number;
  readonly stairwells: readonly string[];
  readonly validFrom: string;
};

const ESTATES = ['东苑', '西苑', '南苑', '北苑'];
export const GRIDS = 4;

/** Grid codes of a place: a household-area worker looks after one each. */
export const gridCode = (place: Place, n: number) => `G${place.code.slice(6)}${n}`;

/** The buildings of a place: about twenty in a community, eight in a village. */
export function housesOf(place: Place): House[] {
  const random = randomOf(Number(place.code.slice(6)) + 99);
  const short = place.code.slice(6);
  const count = place.kind === 'community' ? random.between(18, 22) : 8;
  const base = place.name.replace(/社区$|新村$/, '');
  return Array.from({ length: count }, (_, n) => {
    const quarter = Math.floor((n * GRIDS) / count);
    const point = pointIn(place, 0.14 + 0.72 * random.next(), 0.14 + 0.72 * random.next());
    const doors = place.kind === 'community' ? random.between(2, 5) : 1;
    return {
      code: `B${short}${String(n + 1).padStart(2, '0')}`,
      place,
      estateCode: `E${short}${quarter % 2}`,
      estateName: `${base}${ESTATES[quarter % 2]}`,
      gridCode: gridCode(place, quarter),
      gridName: `第${'一二三四'[quarter]}网格`,
      name: `${n + 1}幢`,
      address: `${place.name}${base}路${2 * n + 1}号`,
      ...point,
      stairwells: Array.from({ length: doors }, (_, k) => `${k + 1}单元`),
      validFrom: SINCE,
    };
  });
}
