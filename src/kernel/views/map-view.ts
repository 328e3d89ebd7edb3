/** Longitude and latitude in degrees, in the reference system the map names. */
export type LngLat = readonly [lng: number, lat: number];
/** Rings of one polygon as in GeoJSON: the first is the outline, others are holes. */
export type Rings = readonly (readonly LngLat[])[];
export type Size = { readonly width: number; readonly height: number };

/** How degrees become pixels on one drawing: equirectangular around the middle latitude. */
export type MapView = Size & {
  readonly west: number;
  readonly north: number;
  readonly scale: number;
  readonly narrowing: number;
};

const PADDING = 12;

function extent(points: readonly LngLat[]): {
  west: number;
  east: number;
  south: number;
  north: number;
} {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [lng, lat] of points) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { west, east, south, north };
}

/** The view in which all points fit into `size`, centred, with a margin. One point or none still gives a view. */
export function fitView(points: readonly LngLat[], size: Size): MapView {
  const finite = points.filter(([lng, lat]) => Number.isFinite(lng) && Number.isFinite(lat));
  const box = extent(finite.length > 0 ? finite : [[0, 0]]);
  const narrowing = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
  // About 100 m, so that a single building does not fill the drawing.
  const least = 0.001;
  const spanX = Math.max((box.east - box.west) * narrowing, least);
  const spanY = Math.max(box.north - box.south, least);
  const scale = Math.min((size.width - 2 * PADDING) / spanX, (size.height - 2 * PADDING) / spanY);
  const midLng = (box.west + box.east) / 2;
  const midLat = (box.south + box.north) / 2;
  return {
    ...size,
    scale,
    narrowing,
    west: midLng - size.width / 2 / scale / narrowing,
    north: midLat + size.height / 2 / scale,
  };
}

/** Degrees to pixels, one decimal. */
export function toPixel(view: MapView, [lng, lat]: LngLat): readonly [number, number] {
  const round = (value: number) => Math.round(value * 10) / 10;
  return [
    round((lng - view.west) * view.narrowing * view.scale),
    round((view.north - lat) * view.scale),
  ];
}

/** Pixels to degrees: what a tap on the drawing means. Six decimals, about 0.1 m. */
export function toLngLat(view: MapView, x: number, y: number): LngLat {
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return [round(view.west + x / view.scale / view.narrowing), round(view.north - y / view.scale)];
}

/**
 * The two widths an image input is drawn at. A tap is posted in the pixels of the drawing on screen, so without
 * JavaScript the width must be known from the field's name; CSS shows exactly one of the two.
 */
export const PIN_SIZES = [
  { name: 'narrow', width: 280, height: 210 },
  { name: 'wide', width: 600, height: 450 },
] as const;

const inside = (value: number, most: number) =>
  Number.isFinite(value) && value >= 0 && value <= most;

function fromTap(
  form: Readonly<Record<string, unknown>>,
  field: string,
  size: Size,
): readonly [number, number] | null {
  const x = Number(form[`${field}.x`] ?? Number.NaN);
  const y = Number(form[`${field}.y`] ?? Number.NaN);
  // A keyboard 'press' of an image input posts 0,0: nobody pointed at anything.
  if ((x === 0 && y === 0) || !inside(x, size.width) || !inside(y, size.height)) return null;
  return [x / size.width, y / size.height];
}

/**
 * Where the reader put the pin, as fractions of width and height from the top left; null when there is none.
 * Reads the island's hidden field (`pin` = "0.4,0.25") first, then the image inputs (`pin-narrow.x` …).
 */
export function readPin(
  form: Readonly<Record<string, unknown>>,
  name = 'pin',
): readonly [number, number] | null {
  for (const size of PIN_SIZES) {
    const tapped = fromTap(form, `${name}-${size.name}`, size);
    if (tapped) return tapped;
  }
  const written = form[name];
  if (typeof written !== 'string' || !/^[01](\.\d+)?,[01](\.\d+)?$/.test(written)) return null;
  const [fx = Number.NaN, fy = Number.NaN] = written.split(',').map(Number);
  return inside(fx, 1) && inside(fy, 1) ? [fx, fy] : null;
}
