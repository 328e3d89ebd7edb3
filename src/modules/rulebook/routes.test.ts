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
  verbs: { 'rules.manage': 'district', 'rollout.manage': 'district' },
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

// What reads a file is tried with one, below.
const changes = routes.filter(
  (route) => route.endpoint.method === 'post' && !route.endpoint.path.endsWith('-files'),
);
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

describe('the system administrator, whose post belongs to no area', () => {
  const administrator: Actor = { ...manager, area: { lo: '0', hi: '0' } };
  const sample = { mechanism: 'lottery', validFrom: '2099-02-01', isOn: true, decision: '纪要' };

  it('switches a mechanism in one community as well as everywhere', async () => {
    for (const area of ['320105001001', '000000000000']) {
      const { status } = await call(administrator, 'POST', 'rollouts', { ...sample, area });
      expect(status).toBe(200);
    }
    const rulesOnly = { ...administrator, verbs: { 'rules.manage': 'district' } as const };
    const refused = await call(rulesOnly, 'POST', 'rollouts', { ...sample, area: '320105001001' });
    expect(refused.status).toBe(403);
  });

  async function readFile(as: Actor, text: string) {
    actor = as;
    const body = new FormData();
    body.set('body', '{}');
    body.append('file', new File([text], '2027.csv'));
    const answer = await app.request('/api/v1/rulebook/calendar-files', { method: 'POST', body });
    return { status: answer.status, value: await answer.json() };
  }
  const header = '节日,放假开始,放假结束,法定节假日,调休上班';

  it('has a notice read from a file before it is loaded, with a fault for each bad cell', async () => {
    const { value } = await readFile(
      administrator,
      `${header}\n元旦,1月1日,1月3日,1月1日,\n春节,2027-02-05,2月11日,2月5日、2月6日,1月30日\n端午,6月40日,6月9日,,\n`,
    );
    expect(value.feasts).toEqual([
      { holiday: 'new_year', off: ['01-01', '01-03'], law: ['01-01'] },
      {
        holiday: 'spring_festival',
        off: ['2027-02-05', '02-11'],
        law: ['02-05', '02-06'],
        work: ['01-30'],
      },
    ]);
    expect(value.faults).toMatchObject([{ line: 4, column: '放假开始', code: 'date_unreadable' }]);
    expect((await readFile(clerk, header)).status).toBe(403);
  });

  it('sees which notice each year was loaded from', async () => {
    const { value } = await call(ANYBODY, 'GET', 'calendar');
    expect(value.years).toContainEqual({ year: 2026, source: '国办发明电〔2025〕7号' });
  });
});
