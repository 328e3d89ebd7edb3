import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountRoutes } from '#kernel/http/mount.ts';
import { workOff } from '#kernel/imports/work-off.factory.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import { aWorld, type TestWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';
import { aBuilding, aCommunity, DISTRICT_CODE } from './territory.factory.ts';

let base: TestDatabase;
let world: TestWorld;
let actor: Actor = ANYBODY;
const app = new Hono();
beforeAll(async () => {
  base = await openTestDatabase();
  world = aWorld(base.database);
  mountRoutes(app, routes, {
    world,
    actorOf: async () => actor,
    drawPage: () => new Response(),
    drawError: () => new Response(),
  });
});
afterAll(() => base.drop());

const official: Actor = {
  ...ANYBODY,
  face: 'staff',
  account: 'a-1',
  area: areaRange(DISTRICT_CODE),
  verbs: { 'territory.import': 'district' },
};
const get = (path: string) => {
  actor = ANYBODY;
  return app.request(path);
};
function post(as: Actor, form: FormData) {
  actor = as;
  form.set('body', '{}');
  return app.request('/api/v1/imports/territory', { method: 'POST', body: form });
}

const ended = async (answer: Response) =>
  workOff(world, jobs, ((await answer.json()) as { job: string }).job);

describe('the territory', () => {
  it('is open: areas of a day, one area, its buildings with their codes', async () => {
    const code = await aCommunity(world, { name: '怡园社区' });
    await aBuilding(world, code, { lng: 118.7, lat: 32 });
    const { areas } = await (await get('/api/v1/areas?date=2010-12-09')).json();
    expect(areas.map((area: { code: string }) => area.code)).toContain(code);
    expect((await (await get('/api/v1/areas?date=2001-01-01')).json()).areas).toEqual([]);
    expect(await (await get(`/api/v1/areas/${code}`)).json()).toMatchObject({
      area: { name: '怡园社区', kind: 'community' },
      versions: [{ code }],
      successions: [],
      shape: null,
    });
    const { buildings } = await (await get(`/api/v1/areas/${code}/buildings`)).json();
    expect(buildings[0]).toMatchObject({
      estate: { name: '映月园' },
      point: { crs: 'CGCS2000' },
      stairwells: [{ name: '1单元' }, { name: '2单元' }],
    });
    expect(buildings[0].stairwells[0].code).toMatch(/^[2-9A-Z]{6}$/);
    expect(buildings[0].id).toBeUndefined();
  });

  it.each([
    '/api/v1/areas/320105998001',
    '/api/v1/areas/12',
    '/api/v1/areas/320105998001/buildings',
  ])('has nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('goes out as tables and comes back unchanged', async () => {
    const code = await aCommunity(world);
    await aBuilding(world, code, { lng: 118.7, lat: 32 });
    const form = new FormData();
    form.set(
      'areas',
      new File(
        [await (await get('/api/v1/exports/areas?format=xlsx')).arrayBuffer()],
        'areas.xlsx',
      ),
    );
    form.set(
      'buildings',
      new File(
        [await (await get(`/api/v1/exports/areas/${code}/buildings`)).arrayBuffer()],
        'buildings.csv',
      ),
    );
    const { faults, facts } = await ended(await post(official, form));
    expect(faults).toEqual([]);
    for (const kind of ['areas', 'grids', 'estates', 'buildings', 'stairwells'])
      expect([facts[`${kind}.added`], facts[`${kind}.changed`]]).toEqual([0, 0]);
    expect([facts['buildings.unchanged'], facts['stairwells.unchanged']]).toEqual([1, 2]);
  });

  it('is written only by those who may', async () => {
    expect((await post(ANYBODY, new FormData())).status).toBe(401);
    expect((await post({ ...official, verbs: {} }, new FormData())).status).toBe(403);
    const form = new FormData();
    expect((await post(official, form)).status).toBe(422);
    form.set('areas', new File(['x'], 'areas.docx'));
    expect(await ended(await post(official, form))).toMatchObject({
      state: 'failed',
      code: 'table_format',
    });
  });
});
