import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mountRoutes } from '#kernel/http/mount.ts';
import { workOff } from '#kernel/imports/work-off.factory.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import { aWorld, type TestWorld } from '#kernel/world.factory.ts';
import { aCommunity, DISTRICT_CODE } from '#modules/territory/territory.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { anAppointment, anOrganisation, type MadeOrganisation } from './bodies.factory.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';

const official: Actor = {
  ...ANYBODY,
  face: 'staff',
  account: 'official-1',
  area: areaRange(DISTRICT_CODE),
  verbs: { 'bodies.read': 'district', 'bodies.import': 'district' },
};

let base: TestDatabase;
let world: TestWorld;
let actor: Actor = ANYBODY;
let area: string;
let station: MadeOrganisation;
const app = new Hono();
beforeAll(async () => {
  base = await openTestDatabase();
  world = aWorld(base.database);
  mountRoutes(app, routes, {
    world,
    actorOf: async () => actor,
    drawPage: async (c, page) => c.html(String(await page.body)),
    drawError: (c, problem) => c.text(problem.code, problem.status as 404),
  });
});
afterAll(() => base.drop());
beforeEach(async () => {
  area = await aCommunity(world);
  const parentCode = (
    await anOrganisation(world, { kind: 'DISTRICT_COMMITTEE', area: DISTRICT_CODE })
  ).code;
  const committee = await anOrganisation(world, {
    kind: 'PARTY_COMMITTEE',
    area,
    parentCode,
    name: '社区党委',
  });
  station = await anOrganisation(world, {
    kind: 'SERVICE_STATION',
    area,
    name: '服务站',
    nameEn: 'Station',
    telephone: '025-86000001',
    officeHours: '9:00–17:00',
    email: 'a@example.org',
  });
  await anOrganisation(world, {
    kind: 'STATION_GROUP',
    area,
    name: '社会保障组',
    parentCode: station.code,
    affairs: ['dibao'],
  });
  await anAppointment(world, {
    organisationCode: committee.code,
    post: 'secretary',
    name: '王一',
    birthDate: '1975-06-01' as never,
    education: '20',
  });
  await anAppointment(world, {
    organisationCode: station.code,
    post: 'station_head',
    name: '李<二>',
    origin: 'dispatched',
    telephone: '10000000001',
  });
});

async function get(as: Actor, path: string, lang = 'zh') {
  actor = as;
  return app.request(path, { headers: { cookie: `lang=${lang}` } });
}

describe('anybody', () => {
  it('reads the bodies of a community with everybody in office, without e-mail, ids or private numbers', async () => {
    const answer = await get(ANYBODY, `/api/v1/bodies?area=${area}`);
    const text = await answer.text();
    const { bodies } = JSON.parse(text);
    expect(bodies.map((one: { kind: string }) => one.kind)).toEqual([
      'PARTY_COMMITTEE',
      'SERVICE_STATION',
      'STATION_GROUP',
    ]);
    expect(bodies[1]).toMatchObject({
      code: station.code,
      root: station.code,
      holders: [
        { name: '李<二>', post: 'station_head', postTitle: { zh: '站长' }, origin: 'dispatched' },
      ],
    });
    expect(bodies[2]).toMatchObject({ parent: station.code, root: station.code });
    for (const hidden of ['example.org', station.id, '10000000001'])
      expect(text).not.toContain(hidden);
  });

  it('reads a body’s history and the tree of a day', async () => {
    const history = await (await get(ANYBODY, `/api/v1/bodies/${station.code}/history`)).json();
    expect(history).toMatchObject({
      kind: 'SERVICE_STATION',
      versions: [{ name: '服务站', from: '2005-01-01', to: null }],
      holders: [{ post: 'station_head' }],
    });
    const tree = await (await get(ANYBODY, '/api/v1/trees/bodies?tree=party')).json();
    expect(tree.bodies.every((one: { kind: string }) => !one.kind.startsWith('SERVICE'))).toBe(
      true,
    );
    const before = await (await get(ANYBODY, '/api/v1/trees/bodies?date=2004-12-31')).json();
    expect(before.bodies).toEqual([]);
  });

  it('sees who is who, escaped, in both languages', async () => {
    const zh = await (await get(ANYBODY, `/c/${area}/who`)).text();
    for (const part of ['服务站', '站长', '李&lt;二&gt;', '9:00–17:00', '低保', 'tel:02586000001'])
      expect(zh).toContain(part);
    expect(zh).not.toContain('李<二>');
    const en = await (await get(ANYBODY, `/c/${area}/who`, 'en')).text();
    for (const part of [
      'Station',
      'Head of the station',
      'Sent from above',
      'Subsistence allowance',
    ])
      expect(en).toContain(part);
  });

  it('is told that a village has no three bodies', async () => {
    const village = await aCommunity(world, { kind: 'village' });
    expect(await (await get(ANYBODY, `/c/${village}/who`)).text()).toContain(
      '行政村没有社区的三个机构',
    );
  });

  it.each([
    '/api/v1/bodies?area=320105998001',
    '/api/v1/bodies/NONE/history',
    '/c/320105998001/who',
    '/c/x/who',
  ])('finds nothing at %s', async (path) => {
    expect((await get(ANYBODY, path)).status).toBe(404);
  });

  it.each([
    '/api/v1/reports/secretaries',
    '/api/v1/exports/organisations',
    '/api/v1/exports/appointments',
  ])('may not read %s', async (path) => {
    expect((await get(ANYBODY, path)).status).toBe(401);
    expect((await get({ ...official, verbs: {} }, path)).status).toBe(403);
  });
});

describe('the district', () => {
  it('reads the report on secretaries; another district’s staff see nobody', async () => {
    const report = await (
      await get(official, '/api/v1/reports/secretaries?date=2010-12-09')
    ).json();
    expect(report.filled.count).toBeGreaterThan(0);
    expect(report.meanAge).toBe(35);
    const elsewhere = { ...official, area: areaRange('320106000000') };
    expect((await (await get(elsewhere, '/api/v1/reports/secretaries')).json()).filled).toEqual({
      count: 0,
      of: 0,
    });
  });

  it.each(['zh', 'en'])('takes the lists out and puts them back unchanged (%s)', async (lang) => {
    const form = new FormData();
    for (const [name, format] of [
      ['organisations', 'csv'],
      ['appointments', 'xlsx'],
    ] as const) {
      const answer = await get(official, `/api/v1/exports/${name}?format=${format}`, lang);
      form.set(name, new File([await answer.arrayBuffer()], `${name}.${format}`));
    }
    form.set('body', JSON.stringify({ dryRun: false }));
    actor = official;
    const answer = await app.request('/api/v1/imports/bodies', { method: 'POST', body: form });
    const { faults, facts } = await workOff(world, jobs, (await answer.json()).job);
    expect(faults).toEqual([]);
    for (const kind of ['organisations', 'persons', 'appointments'])
      expect([facts[`${kind}.added`], facts[`${kind}.changed`]]).toEqual([0, 0]);
    expect(facts['appointments.unchanged']).toBeGreaterThan(1);
  });

  it('leaves a trace when it takes the list of persons', async () => {
    await get(official, '/api/v1/exports/appointments');
    const { rows } = await base.ownerPool.query(
      "select account, purpose from journal where verb = 'appointments.exported'",
    );
    expect(rows[0]).toEqual({ account: 'official-1', purpose: 'export' });
  });
});
