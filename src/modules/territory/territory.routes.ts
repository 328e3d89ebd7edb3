import { publicScope } from '#kernel/db/scope.ts';
import { defineDownload, defineRoute, type Route } from '#kernel/http/route.ts';
import { importRoute } from '#kernel/imports/import.routes.ts';
import { areaRange, EVERY_AREA } from '#kernel/pure/area.ts';
import { dateOf, type PlainDate } from '#kernel/pure/dates.ts';
import { notFound } from '#kernel/pure/errors.ts';
import { tableReply } from '#kernel/tabular/tabular.ts';
import type { World } from '#kernel/world.ts';
import type { Area } from './areas/area.types.ts';
import { englishAreaName } from './areas/area-name.ts';
import {
  findArea,
  listAllVersions,
  listAreas,
  listShapes,
  listSuccessions,
  listVersions,
} from './areas/areas.queries.ts';
import type { Building, Stairwell } from './buildings/building.types.ts';
import { buildingsOf, stairwellsOf } from './buildings/buildings.queries.ts';
import {
  areaColumns,
  buildingColumns,
  withPredecessors,
  withStairwells,
} from './exports/territory.columns.ts';
import { territoryImport } from './imports/territory-import.jobs.ts';
import {
  exportAreasEndpoint,
  exportBuildingsEndpoint,
  getAreaEndpoint,
  listAreasEndpoint,
  listBuildingsEndpoint,
  listShapesEndpoint,
  type ShapeFeature,
  type ShapeView,
} from './territory.contract.ts';
import { territoryMessages } from './territory.messages.ts';

const dayOf = (world: World, given: string | undefined): PlainDate =>
  (given as PlainDate | undefined) ?? dateOf(world.clock.now());

const buildingViewOf = (building: Building, stairwells: readonly Stairwell[]) => ({
  ...building,
  stairwells: stairwells
    .filter((stairwell) => stairwell.building.code === building.code)
    .map(({ code, name }) => ({ code, name })),
});

/** As pages show it: what has no English name is called by its sounds. */
const areaShown = (area: Area): Area => ({ ...area, nameEn: englishAreaName(area) });

/** Boundaries change with an import a few times a year; whoever looks meanwhile sees the new ones within this time. */
const SHAPES_FRESH_SECONDS = 600;

const open = { face: 'public', capability: null } as const;

export const territoryRoutes: readonly Route[] = [
  defineRoute(listAreasEndpoint, {
    ...open,
    sample: () => ({}),
    async handle({ world, query }) {
      const date = dayOf(world, query.date);
      const areas = await world.database.withReadScope(publicScope, (db) => listAreas(db, date));
      return { date, areas: areas.map(areaShown) };
    },
  }),
  // Before the route of one area, whose code this would be.
  defineRoute(listShapesEndpoint, {
    ...open,
    cacheSeconds: SHAPES_FRESH_SECONDS,
    sample: () => ({ query: { kind: 'community' } }),
    async handle({ world, query: { within, kind } }) {
      const today = dateOf(world.clock.now());
      const range = within === undefined ? EVERY_AREA : areaRange(within);
      const kinds = kind?.split(',');
      return world.database.withReadScope(publicScope, async (db) => {
        const areas = new Map((await listAreas(db, today)).map((area) => [area.code, area]));
        const shapes = await listShapes(db, today, range);
        return {
          type: 'FeatureCollection' as const,
          features: shapes.flatMap(({ code, crs, validFrom, geometry }) => {
            const area = areas.get(code);
            if (!area || (kinds && !kinds.includes(area.kind))) return [];
            const { name, nameEn, kind: its } = areaShown(area);
            const properties = { code, name, nameEn, kind: its, crs, validFrom };
            const drawn = geometry as unknown as ShapeFeature['geometry'];
            return [{ type: 'Feature' as const, properties, geometry: drawn }];
          }),
        };
      });
    },
  }),
  defineRoute(getAreaEndpoint, {
    ...open,
    sample: (fixture) => ({ params: { code: fixture('area.community') } }),
    async handle({ world, params: { code }, query }) {
      const date = dayOf(world, query.date);
      return world.database.withReadScope(publicScope, async (db) => {
        const versions = await listVersions(db, code);
        const area = await findArea(db, code, date);
        if (!area) throw notFound('area_unknown');
        const range = { lo: code, hi: `${code}:` };
        const [shape] = await listShapes(db, date, range);
        const successions = await listSuccessions(db, code);
        return {
          area: areaShown(area),
          versions,
          successions,
          shape: (shape as ShapeView | undefined) ?? null,
        };
      });
    },
  }),
  defineRoute(listBuildingsEndpoint, {
    ...open,
    sample: (fixture) => ({ params: { code: fixture('area.community') } }),
    async handle({ world, params: { code }, query }) {
      const date = dayOf(world, query.date);
      return world.database.withReadScope(publicScope, async (db) => {
        if (!(await findArea(db, code, date))) throw notFound('area_unknown');
        const buildings = await buildingsOf(db, code, date);
        const stairwells = await stairwellsOf(db, code);
        return { date, buildings: buildings.map((one) => buildingViewOf(one, stairwells)) };
      });
    },
  }),
  defineDownload(exportAreasEndpoint, {
    ...open,
    sample: () => ({}),
    async handle({ world, query, lang }) {
      const words = territoryMessages[lang];
      const rows = await world.database.withReadScope(publicScope, async (db) =>
        withPredecessors(await listAllVersions(db), await listSuccessions(db)),
      );
      return tableReply(query.format, words.files.areas, areaColumns(words), rows);
    },
  }),
  defineDownload(exportBuildingsEndpoint, {
    ...open,
    sample: (fixture) => ({ params: { code: fixture('area.community') } }),
    async handle({ world, params: { code }, query, lang }) {
      const words = territoryMessages[lang];
      const today = dateOf(world.clock.now());
      const rows = await world.database.withReadScope(publicScope, async (db) => {
        if (!(await findArea(db, code, today))) throw notFound('area_unknown');
        return withStairwells(await buildingsOf(db, code, today), await stairwellsOf(db, code));
      });
      return tableReply(query.format, words.files.buildings, buildingColumns(words), rows);
    },
  }),
  importRoute(territoryImport),
];
