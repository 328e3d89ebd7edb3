import type { Db } from '#kernel/db/client.ts';
import { areaRange } from '#kernel/pure/area.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import {
  type LngLat,
  type MapShape,
  PIN_SIZES,
  type PlaceMapView,
  type Rings,
  toLngLat,
  viewOfMap,
} from '#kernel/views/index.ts';
import { buildingsOf, listShapes } from '#modules/territory/index.ts';
import { type AreaShape, type Crs, convert } from '#modules/territory/pure.ts';

const SYSTEMS: Readonly<Record<Crs, PlaceMapView['system']>> = {
  CGCS2000: 'CGCS2000',
  WGS84: 'WGS84',
  GCJ02: 'GCJ-02',
};

export type AreaMap = { readonly crs: Crs; readonly view: PlaceMapView };

function shapesOf(shape: AreaShape, to: Crs, more: Partial<MapShape>): MapShape[] {
  const { geometry } = shape;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((polygon) => ({
    ...more,
    rings: polygon.map((ring) => ring.map((at) => convert(at, shape.crs, to) as LngLat)) as Rings,
  }));
}

/** A community with its buildings; null where neither its shape nor a building's point is known. */
export async function communityMap(
  db: Db,
  code: string,
  today: PlainDate,
): Promise<AreaMap | null> {
  const [shapes, buildings] = await Promise.all([
    listShapes(db, today, areaRange(code)),
    buildingsOf(db, code, today),
  ]);
  const points = buildings.flatMap(({ point, name }) =>
    point ? [{ ...point, label: /^\d+/.exec(name)?.[0] }] : [],
  );
  const crs = shapes[0]?.crs ?? points[0]?.crs;
  if (!crs) return null;
  return {
    crs,
    view: {
      system: SYSTEMS[crs],
      shapes: shapes.flatMap((shape) => shapesOf(shape, crs, { tone: 'area' })),
      points: points.map(({ label, ...point }) => ({
        at: convert([point.lng, point.lat], point.crs, crs),
        tone: 'dot',
        ...(label ? { label } : {}),
      })),
    },
  };
}

/** All communities and villages of the district side by side, each leading to its page. */
export async function districtMap(
  db: Db,
  today: PlainDate,
  names: ReadonlyMap<string, string>,
): Promise<PlaceMapView | null> {
  const shapes = (await listShapes(db, today)).filter(({ code }) => !code.endsWith('000'));
  const crs = shapes[0]?.crs;
  if (!crs) return null;
  return {
    system: SYSTEMS[crs],
    shapes: shapes.flatMap((shape) => {
      const name = names.get(shape.code);
      const link = name === undefined ? {} : { link: { href: `/c/${shape.code}`, name } };
      return shapesOf(shape, crs, { tone: 'area', ...link });
    }),
    points: [],
  };
}

/** The same map with a pin, given as 'x,y' in fractions of the drawing. */
export function withPin(view: PlaceMapView, at: string | null): PlaceMapView {
  if (at === null) return view;
  const [x = 0, y = 0] = at.split(',').map(Number);
  const [, wide] = PIN_SIZES;
  const here = toLngLat(viewOfMap(view, wide), x * wide.width, y * wide.height);
  return { ...view, points: [...view.points, { at: here, tone: 'pin' }] };
}
