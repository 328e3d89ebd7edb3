import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountRoutes } from '#kernel/http/mount.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { aWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { loadRulebookDefaults } from './index.ts';
import { routes } from './routes.ts';

const manager: Actor = {
  ...ANYBODY,
  face: 'staff',
  account: 'account-1',
  area: { lo: '320105', hi: '320105:' },
  verbs: { 'rules.manage': 'district' },
};
const clerk: Actor = { ...manager, verbs: {} };

let own: TestDatabase;
let actor: Actor = ANYBODY;
const app = new Hono();

beforeAll(async () => {
  own = await openTestDatabase();
  const world = aWorld(own.database);
  await loadRulebookDefaults(world);
  mountRoutes(app, routes, {
    world,
    actorOf: async () => actor,
    drawPage: () => new Response(),
    drawError: () => new Response(),
  });
});
afterAll(() => own.drop());

async function call(as: Actor, method: string, path: string, body?: unknown) {
  actor = as;
  const answer = await app.request(`/api/v1/rulebook/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return { status: answer.status, value: await answer.json() };
}

const changes = routes.filter((route) => route.endpoint.method === 'post');
const pathOf = (route: (typeof routes)[number]) =>
  route.endpoint.path.replace('/api/v1/rulebook/', '');

describe('anybody', () => {
  it('reads the rules of a code in force on a day', async () => {
    const { status, value } = await call(
      ANYBODY,
      'GET',
      'rule-sets?code=matter.reopen&on=2026-11-22',
    );
    expect(status).toBe(200);
    expect(value.ruleSets).toMatchObject([
      { area: '000000000000', params: { days: 15, times: 1 } },
    ]);
  });

  it('reads the calendar and the rollouts', async () => {
    const { value } = await call(ANYBODY, 'GET', 'calendar');
    expect(value.firstLoadedYear).toBe(2009);
    expect(value.days).toContainEqual({
      date: '2026-02-17',
      kind: 'statutory',
      holiday: 'spring_festival',
    });
    expect((await call(ANYBODY, 'GET', 'rollouts')).status).toBe(200);
  });

  it.each(changes)('changes nothing: $endpoint.summary', async (route) => {
    const body = route.sample((name) => name).body;
    expect((await call(ANYBODY, 'POST', pathOf(route), body)).status).toBe(401);
    expect([403, 404]).toContain((await call(clerk, 'POST', pathOf(route), body)).status);
  });
});

describe('a post that keeps the rules', () => {
  it.each(changes)('$endpoint.summary', async (route) => {
    const { status, value } = await call(
      manager,
      'POST',
      pathOf(route),
      route.sample((name) => name).body,
    );
    expect({ status, value }).toMatchObject({ status: 200 });
  });

  it('is told which number does not fit', async () => {
    const post = changes.find((route) => pathOf(route) === 'rule-sets');
    const sample = post?.sample((name) => name).body as object;
    const wrong = { ...sample, validFrom: '2098-01-01', params: { days: 0 } };
    const { status, value } = await call(manager, 'POST', 'rule-sets', wrong);
    expect(status).toBe(422);
    expect(JSON.stringify(value)).toContain('params.days');
  });
});
