import { z } from 'zod';
import { importEndpoint } from '#kernel/imports/imports.contract.ts';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';
import { AREA_KINDS, CRS } from './areas/area.types.ts';

const date = z.iso.date();
const code = z.string().regex(/^\d{12}$/);
const onDate = z.object({ date: date.optional() });

export const areaView = z
  .object({
    code,
    kind: z.enum(AREA_KINDS),
    name: z.string(),
    nameEn: z.string().nullable(),
    parent: code.nullable(),
    urbanRuralClass: z.string().nullable(),
    validFrom: date,
    validTo: date.nullable(),
  })
  .meta({ id: 'Area' });

const successionView = z
  .object({ predecessor: code, successor: code, happenedOn: date })
  .meta({ id: 'AreaSuccession' });

const position = z.tuple([z.number(), z.number()]);
const geometryView = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) }),
  z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(z.array(position))),
  }),
]);

const shapeView = z.object({ crs: z.enum(CRS), geometry: geometryView });
export type ShapeView = z.input<typeof shapeView>;

const named = z.object({ code: z.string(), name: z.string() });
export const buildingView = z
  .object({
    code: z.string(),
    area: code,
    name: z.string(),
    address: z.string(),
    estate: named.nullable(),
    grid: named.nullable(),
    point: z.object({ lng: z.number(), lat: z.number(), crs: z.enum(CRS) }).nullable(),
    stairwells: z.array(named),
  })
  .meta({ id: 'Building' });

export const listAreasEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/areas',
  summary: 'The areas that hold on a day, in code order; today when no date is given',
  query: onDate,
  reply: z.object({ date, areas: z.array(areaView) }),
});

const shapeFeature = z
  .object({
    type: z.literal('Feature'),
    properties: z.object({
      code,
      name: z.string(),
      nameEn: z.string().nullable(),
      kind: z.enum(AREA_KINDS),
      crs: z.enum(CRS),
      /** Since when the outline holds: with it the import reads this answer back. */
      validFrom: date,
    }),
    geometry: geometryView,
  })
  .meta({ id: 'AreaShapeFeature' });
export type ShapeFeature = z.input<typeof shapeFeature>;

const oneKind = AREA_KINDS.join('|');

export const listShapesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/areas/shapes',
  summary:
    'The shapes of the areas that hold today as GeoJSON, inside one area and of some kinds (with commas between); each names its reference system',
  query: z.object({
    within: code.optional(),
    kind: z
      .string()
      .regex(new RegExp(`^(?:${oneKind})(?:,(?:${oneKind}))*$`))
      .optional(),
  }),
  reply: z.object({ type: z.literal('FeatureCollection'), features: z.array(shapeFeature) }),
});

export const getAreaEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/areas/{code}',
  summary:
    'One area on a day, with its other versions, its shape and what it took over or gave away',
  params: z.object({ code }),
  query: onDate,
  reply: z.object({
    area: areaView,
    versions: z.array(areaView),
    successions: z.array(successionView),
    shape: shapeView.nullable(),
  }),
});

export const listBuildingsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/areas/{code}/buildings',
  summary:
    'The buildings of a community or village that stand on a day, with their stairwell codes',
  params: z.object({ code }),
  query: onDate,
  reply: z.object({ date, buildings: z.array(buildingView) }),
});

const format = z.object({ format: z.enum(['csv', 'xlsx']).default('csv') });

export const exportAreasEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/exports/areas',
  summary: 'Every version of every area as CSV or XLSX, in the form the import reads',
  query: format,
  reply: z.unknown(),
});

export const exportBuildingsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/exports/areas/{code}/buildings',
  summary: 'The buildings of a community or village as CSV or XLSX, in the form the import reads',
  params: z.object({ code }),
  query: format,
  reply: z.unknown(),
});

export const importTerritoryEndpoint = importEndpoint(
  'territory',
  'Imports areas and buildings (CSV, XLSX) and polygons (GeoJSON), sent as files named so',
);
