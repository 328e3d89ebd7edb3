import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mountRoutes } from '#kernel/http/mount.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { addressOf } from '#kernel/workbench/call.ts';
import { openTestWorld, TEST_NOW, type TestWorld } from '../../../test/world.ts';
import { aCommunity } from '../territory/territory.factory.ts';
import { aDraft, aNotice, anAuthor, noticeFixtures } from './notices/notice.factory.ts';
import { routes } from './routes.ts';

const HERE = '320105904001';
const NEXT_DOOR = '320105904002';
const DESK_ONLY = '320105904003';
const author = anAuthor(HERE);
const office = anAuthor('320105904000', 'SUBDISTRICT_OFFICE');
const centre = anAuthor('320105000000', 'COMMAND_CENTRE');
const party = anAuthor(HERE, 'PARTY_COMMITTEE');

let world: TestWorld;
let actor: Actor = ANYBODY;
const app = new Hono();

beforeAll(async () => {
  world = await openTestWorld();
  await aCommunity(world, { code: HERE, name: '映月社区' });
  await aCommunity(world, { code: NEXT_DOOR });
  await aCommunity(world, { code: DESK_ONLY, name: '望月社区' });
  mountRoutes(app, routes, {
    world,
    actorOf: async () => actor,
    drawPage: (c, page) => c.html(String(page.body), page.status ?? 200),
    drawError: (c, problem) => c.text(problem.code, problem.status as 404),
  });
});
afterAll(() => world.close());
beforeEach(() => world.setNow(TEST_NOW));

type Sent = { method?: string; body?: unknown; key?: string; lang?: string };

async function ask(as: Actor, path: string, { method = 'GET', body, key, lang = 'zh' }: Sent = {}) {
  actor = as;
  const headers = new Headers({ 'content-type': 'application/json', cookie: `lang=${lang}` });
  if (key) headers.set('idempotency-key', key);
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await app.request(path, { method, headers, ...sent });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    value: isJson ? JSON.parse(text) : null,
  };
}

const post = (as: Actor, path: string, body: unknown, key?: string) =>
  ask(as, `/api/v1/notices${path}`, { method: 'POST', body, ...(key ? { key } : {}) });
const TEXT = { area: HERE, title: '消防演练', body: '周六上午十点，中心广场。' };

describe('the API', () => {
  it('writes once per key, publishes, corrects and takes down', async () => {
    const made = await post(author, '', TEXT, 'k1');
    expect(made).toMatchObject({
      status: 200,
      value: { state: 'DRAFT', areaName: '映月社区', revision: 1 },
    });
    const again = await post(author, '', TEXT, 'k1');
    const { number } = made.value;
    expect(again.value.number).toBe(number);
    expect(made.value.actions.map((one: { verb: string }) => one.verb)).toEqual([
      'publish',
      'edit',
      'withdraw',
    ]);
    const edit = { title: '消防演练', body: '周日上午十点。', isPinned: true, revision: 1 };
    const edited = await ask(author, `/api/v1/notices/${number}`, { method: 'PUT', body: edit });
    expect(edited.value).toMatchObject({ body: '周日上午十点。', revision: 2 });
    expect((await ask(ANYBODY, `/api/v1/notices/${number}`)).status).toBe(404);
    const published = await post(author, `/${number}/publication`, { revision: 2 });
    expect(published.value).toMatchObject({ state: 'PUBLISHED', isShown: true });
    const correction = { ...edit, body: '周六上午十点。', revision: 3, correction: '日期写错。' };
    const corrected = await post(author, `/${number}/correction`, correction);
    expect(corrected.value.versions).toHaveLength(2);
    const seen = await ask(ANYBODY, `/api/v1/notices/${number}`);
    expect(seen.value).toMatchObject({ version: 2, correction: '日期写错。', isPinned: true });
    expect(seen.value).not.toHaveProperty('versions');
    const down = await post(author, `/${number}/withdrawal`, { reason: '演练取消。' });
    expect(down.value).toMatchObject({ state: 'WITHDRAWN', actions: [] });
    expect((await ask(ANYBODY, `/api/v1/notices/${number}`)).status).toBe(404);
  });

  it.each([
    [{ body: '看这里<script>alert(1)</script>' }, 'body', 'markup_not_allowed'],
    [{ title: '<img src=x onerror=alert(1)>' }, 'title', 'markup_not_allowed'],
    [{ title: '长'.repeat(101) }, 'title', 'too_long'],
    [{ body: '长'.repeat(10_001) }, 'body', 'too_long'],
    [{ title: ' ' }, 'title', 'required'],
    [{ title: '两\n行' }, 'title', 'one_line'],
    [{ body: '张三 32010519800101123X' }, 'body', 'identity_number'],
    [{ body: '\u0000' }, 'body', 'unreadable_characters'],
    [{ expiresOn: '2026-03-01' }, 'expiresOn', 'last_day_past'],
    [{ expiresOn: '2026-02-30' }, 'expiresOn', 'date_unreadable'],
    [{ expiresOn: '0001-01-01' }, 'expiresOn', 'date_impossible'],
    [{ area: 'x' }, 'area', 'area_unreadable'],
  ])('refuses %o', async (wrong, field, code) => {
    const { status, value } = await post(author, '', { ...TEXT, ...wrong });
    expect({ status, fields: value.fields }).toEqual({ status: 422, fields: [{ field, code }] });
  });

  it('is closed to the public, and 404 for another community', async () => {
    const { number } = await aDraft(world, author);
    expect((await post(ANYBODY, '', TEXT)).status).toBe(401);
    expect((await post(anAuthor(HERE, 'SERVICE_STATION', {}), '', TEXT)).status).toBe(403);
    const neighbour = anAuthor(NEXT_DOOR);
    expect((await post(neighbour, '', TEXT)).status).toBe(404);
    for (const [path, body] of [
      ['publication', { revision: 1 }],
      ['correction', { ...TEXT, revision: 1, correction: '无' }],
      ['withdrawal', {}],
    ] as const) {
      expect((await post(neighbour, `/${number}/${path}`, body)).status).toBe(404);
    }
    expect((await ask(neighbour, `/api/v1/workbench/notices/${number}`)).status).toBe(404);
    expect((await ask(author, '/api/v1/workbench/notices/12')).status).toBe(404);
  });

  it('lists the desk by state and line, page by page, and as a file', async () => {
    const author = anAuthor(DESK_ONLY);
    const notice = await aNotice(world, anAuthor(DESK_ONLY, 'PARTY_COMMITTEE'), { title: '=1+1' });
    for (let n = 0; n < 3; n++) await aDraft(world, author);
    const first = await ask(author, '/api/v1/workbench/notices?limit=1');
    expect(first.value.items).toHaveLength(1);
    const rest = await ask(author, `/api/v1/workbench/notices?limit=100&after=${first.value.next}`);
    expect(rest.value.items).toHaveLength(3);
    const ofParty = await ask(author, '/api/v1/workbench/notices?line=party&state=PUBLISHED');
    expect(ofParty.value).toMatchObject({ total: 1, items: [{ number: notice.number }] });
    const record = await ask(author, `/api/v1/workbench/notices/${notice.number}`);
    expect(record.value.actions).toEqual([]);
    const file = await ask(author, '/api/v1/exports/notices?line=party');
    expect(file.text).toContain(`${notice.number},望月社区,党务,已发布,'=1+1`);
  });

  it('says what a post may write for', async () => {
    const { value } = await ask(office, '/api/v1/workbench/notice-choices');
    expect(value).toMatchObject({ line: 'government', today: '2026-03-02' });
    expect(value.areas.map((one: { code: string }) => one.code)).toEqual([
      '320105904000',
      HERE,
      NEXT_DOOR,
      DESK_ONLY,
    ]);
  });
});

describe('the board', () => {
  it('hangs the notices of subdistrict and district too, pinned first, by line, in pages', async () => {
    world.setNow('2026-04-01T01:00:00Z');
    await aNotice(world, centre, { title: '区里的', isPinned: true });
    await aNotice(world, office, { title: '街道的' });
    await aNotice(world, anAuthor(NEXT_DOOR), { title: '隔壁的' });
    for (let n = 1; n <= 16; n++) {
      world.setNow(new Date(Date.parse('2026-04-02T01:00:00Z') + n * 1000));
      await aNotice(world, author, { title: `第${n}号` });
    }
    const { value } = await ask(ANYBODY, `/api/v1/notices?area=${HERE}&limit=100`);
    const titles: string[] = value.items.map((one: { title: string }) => one.title);
    expect(titles.slice(0, 3)).toEqual(['区里的', '第16号', '第15号']);
    expect(titles).toContain('街道的');
    expect(titles).not.toContain('隔壁的');
    const page = await ask(ANYBODY, `/c/${HERE}/notices`);
    expect(page.text.match(/<article/g)).toHaveLength(15);
    const next = /href="([^"]+after=[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await ask(ANYBODY, next);
    expect(second.text).toContain('街道的');
    expect(second.text).not.toContain('第16号');
    const government = await ask(ANYBODY, `/c/${HERE}/notices?line=government`);
    expect(government.text.match(/<article/g)).toHaveLength(2);
    expect((await ask(ANYBODY, '/notices', { lang: 'en' })).text).toContain('区里的');
    expect((await ask(ANYBODY, '/c/320105999001/notices')).status).toBe(404);
  });

  it('shows one notice with safe links and its correction', async () => {
    const body = '一行\n二行\n\n见 https://a.example.cn/x?a=1&b=2。';
    const { number } = await aNotice(world, author, { title: '1 < 2 & "3"', body });
    const { text, status } = await ask(ANYBODY, `/n/${number}`);
    expect(status).toBe(200);
    expect(text).toContain('1 &lt; 2 &amp; &quot;3&quot;');
    expect(text).toContain('href="https://a.example.cn/x?a=1&amp;b=2"');
    expect(text).toContain('映月社区居民委员会');
    expect((await ask(ANYBODY, '/n/26000000000')).status).toBe(404);
    expect((await ask(ANYBODY, '/n/abc')).status).toBe(404);
  });

  it('feeds readers with valid Atom', async () => {
    const { number } = await aNotice(world, party, { title: 'A & B <x', body: '甲]]>乙' });
    const { text, headers } = await ask(ANYBODY, `/c/${HERE}/notices.atom?line=party`);
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(text).toContain(`<id>urn:linli:${world.settings.district}:notice:${number}</id>`);
    expect(text).toContain('<title>A &amp; B &lt;x</title>');
    expect(text).toContain(`<updated>${new Date(TEST_NOW).toISOString()}</updated>`);
    expect(text).toContain('&lt;p&gt;甲]]&amp;gt;乙&lt;/p&gt;');
  });
});

it('every route answers its sample', async () => {
  const names: Readonly<Record<string, string>> = {
    'area.community': HERE,
    ...(await noticeFixtures(world, author)),
  };
  for (const route of routes) {
    const { params, query, body } = route.sample((name) => names[name] ?? name);
    const [path, method] =
      route.kind === 'api'
        ? [route.endpoint.path, route.endpoint.method]
        : [route.path, route.method];
    const as = route.face === 'staff' ? author : ANYBODY;
    const answer = await ask(as, addressOf(path, params, query), {
      method: method.toUpperCase(),
      body,
    });
    expect([path, answer.status]).toEqual([path, 200]);
  }
});
