import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isAreaCode } from '#kernel/pure/area.ts';
import { parseDate } from '#kernel/pure/dates.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import { type RowFault, type TableSource, tooLarge, unreadable } from '#kernel/tabular/tabular.ts';
import { CRS, type Geometry } from '../areas/area.types.ts';
import { isOnChinasMap } from '../areas/geometry.rules.ts';
import type { ShapeRow } from './territory-import.types.ts';

const MAX_BYTES = 50 * 1024 * 1024;
const MAX_POSITIONS = 20_000;

const position = z.tuple([z.number(), z.number()]).rest(z.number());
const ring = z.array(position).min(4);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);
const feature = z.object({
  properties: z.object({
    code: z.coerce.string(),
    validFrom: z.string(),
    crs: z.enum(CRS).optional(),
  }),
  geometry,
});
const collection = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.enum(CRS).optional(),
  features: z.array(z.unknown()).max(20_000),
});

/**
 * Reads polygons: a FeatureCollection whose features carry `code`, `validFrom` and, where not CGCS2000, `crs`
 * (GeoJSON itself knows WGS84 only, so the reference system is said each time). `line` is the feature's place.
 */
export async function readShapes(
  source: TableSource,
): Promise<{ rows: { line: number; value: ShapeRow }[]; faults: RowFault[] }> {
  const parsed = collection.safeParse(await readJson(source));
  if (!parsed.success) throw unreadable('geojson_malformed');
  const rows: { line: number; value: ShapeRow }[] = [];
  const faults: RowFault[] = [];
  parsed.data.features.forEach((item, n) => {
    const shape = shapeOf(item, parsed.data.crs ?? 'CGCS2000');
    if ('column' in shape) faults.push({ line: n + 1, ...shape });
    else rows.push({ line: n + 1, value: shape });
  });
  return { rows, faults };
}

async function readJson(source: TableSource): Promise<unknown> {
  const bytes = 'bytes' in source ? source.bytes : await readFile(source.path);
  if (bytes.byteLength > MAX_BYTES) throw tooLarge('file_too_large', MAX_BYTES);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw unreadable('geojson_malformed', {}, error);
  }
}

type Fault = Omit<RowFault, 'line'>;

function shapeOf(item: unknown, crs: (typeof CRS)[number]): ShapeRow | Fault {
  const parsed = feature.safeParse(item);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    return { column: path, code: 'geojson_feature_malformed', value: '' };
  }
  const { properties, geometry: shape } = parsed.data;
  if (!isAreaCode(properties.code))
    return { column: 'code', code: 'code_malformed', value: properties.code.slice(0, 60) };
  const validFrom = parseDate(properties.validFrom);
  if (isRefusal(validFrom))
    return {
      column: 'validFrom',
      code: validFrom.refused,
      value: properties.validFrom.slice(0, 60),
    };
  const flat = cut(shape);
  const all = positionsOf(flat);
  if (all.length > MAX_POSITIONS)
    return { column: 'geometry', code: 'geometry_too_detailed', value: String(all.length) };
  const stray = all.find((at) => !isOnChinasMap(at));
  if (stray) return { column: 'geometry', code: 'position_off_map', value: stray.join(' ') };
  return { code: properties.code, validFrom, crs: properties.crs ?? crs, geometry: flat };
}

/** Heights and whatever else stands behind longitude and latitude are dropped. */
function cut(shape: z.infer<typeof geometry>): Geometry {
  const rings = (list: (typeof shape & { type: 'Polygon' })['coordinates']) =>
    list.map((one) => one.map(([lng, lat]) => [lng, lat] as const));
  return shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: rings(shape.coordinates) }
    : { type: 'MultiPolygon', coordinates: shape.coordinates.map(rings) };
}

function positionsOf(shape: Geometry) {
  return shape.type === 'Polygon' ? shape.coordinates.flat() : shape.coordinates.flat(2);
}
