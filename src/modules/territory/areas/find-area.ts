import type { Db } from '#kernel/db/client.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import { notFound } from '#kernel/pure/errors.ts';
import { kindOfCode, treeOf } from './area.rules.ts';
import type { Area, AreaNode, Point } from './area.types.ts';
import { findArea, listAreas, listShapes } from './areas.queries.ts';
import { contains, convert, positionOf } from './geometry.rules.ts';

/** The district as a tree on a day: district → subdistricts → communities and administrative villages. */
export async function areaTree(db: Db, date: PlainDate): Promise<AreaNode[]> {
  return treeOf(await listAreas(db, date));
}

/** As `findArea`, but an unknown code throws 'not_found'. */
export async function getArea(db: Db, code: string, date: PlainDate): Promise<Area> {
  const area = await findArea(db, code, date);
  if (!area) throw notFound('area_unknown');
  return area;
}

/** The community or village in whose shape a point lies, or undefined: outside, or no shapes were imported. */
export async function communityAt(
  db: Db,
  point: Point,
  date: PlainDate,
): Promise<Area | undefined> {
  const shapes = await listShapes(db, date);
  const position = positionOf(point);
  const hits = shapes.filter((shape) => {
    const kind = kindOfCode(shape.code);
    if (kind !== 'community' && kind !== 'village') return false;
    return contains(shape.geometry, convert(position, point.crs, shape.crs));
  });
  for (const { code } of hits) {
    const area = await findArea(db, code, date);
    if (area) return area;
  }
  return undefined;
}
