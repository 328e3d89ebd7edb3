import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountRoutes } from '#kernel/http/mount.ts';
import { ANYBODY, SYSTEM } from '#kernel/pure/actor.ts';
import { plainDateOf } from '#kernel/pure/dates.ts';
import { aWorld, type TestWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { importTerritory } from './imports/import-territory.ts';
import { routes } from './routes.ts';
import { aCommunity } from './territory.factory.ts';

const COMMUNITY = '320105011001';
const VILLAGE = '320105011201';
const OTHER = '320105012001';
const PLANNED = '320105011002';

let base: TestDatabase;
let world: TestWorld;
const app = new Hono();
beforeAll(async () => {
  base = await openTestDatabase();
  world = aWorld(base.database);
  mountRoutes(app, routes, {
    world,
    actorOf: async () => ANYBODY,
    drawPage: () => new Response(),
    drawError: () => new Response(),
  });
  await aCommunity(world, { code: COMMUNITY, name: '怡园社区' });
  await aCommunity(world, { code: VILLAGE, kind: 'village', name: '柳塘村' });
  await aCommunity(world, { code: OTHER, name: '河畔社区' });
  await aCommunity(world, { code: PLANNED, name: '新城社区', since: '2099-01-01' });
  await shapesOf([COMMUNITY, VILLAGE, OTHER, PLANNED, '320105011000']);
});
afterAll(() => base.drop());

async function shapesOf(codes: readonly string[]) {
  const polygons = codes.map((code, index) => {
    const lng = 118.7 + index / 100;
    const ring = [
      [lng, 32],
      [lng + 0.01, 32],
      [lng + 0.01, 32.01],
      [lng, 32],
    ] as [number, number][];
    const value = {
      code,
      validFrom: plainDateOf('2005-01-01'),
      crs: 'CGCS2000' as const,
      geometry: { type: 'Polygon' as const, coordinates: [ring] },
    };
    return { line: index + 1, value };
  });
  const report = await importTerritory(world, SYSTEM, { polygons });
  expect(report.faults).toEqual([]);
}

type Feature = {
  type: string;
  properties: { code: string; name: string; crs: string; kind: string };
  geometry: { type: string; coordinates: unknown[] };
};
async function shapes(query: string) {
  const response = await app.request(`/api/v1/areas/shapes${query}`);
  const body = (await response.json()) as { type: string; features: Feature[] };
  return { response, body, codes: body.features?.map((one) => one.properties.code) };
}

describe('the shapes of areas', () => {
  it('are GeoJSON with code, name and reference system, and may be kept', async () => {
    const { response, body } = await shapes('?within=320105011000&kind=community');
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    expect(body.type).toBe('FeatureCollection');
    expect(body.features).toHaveLength(1);
    expect(body.features[0]).toMatchObject({
      type: 'Feature',
      properties: { code: COMMUNITY, name: '怡园社区', kind: 'community', crs: 'CGCS2000' },
      geometry: { type: 'Polygon' },
    });
  });

  it.each([
    ['?within=320105011000&kind=community,village', [COMMUNITY, VILLAGE]],
    ['?within=320105011000&kind=subdistrict', ['320105011000']],
    ['?kind=community', [COMMUNITY, OTHER]],
    [`?within=${OTHER}`, [OTHER]],
    ['?within=320106000000', []],
  ])('are those inside %s that hold today', async (query, codes) => {
    expect((await shapes(query)).codes).toEqual(codes);
  });

  it.each(['?kind=street', '?within=12', '?kind=community,'])(
    'are refused for %s',
    async (query) => {
      expect((await shapes(query)).response.status).toBe(422);
    },
  );
});
