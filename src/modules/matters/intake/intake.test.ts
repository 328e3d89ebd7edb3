import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '#kernel/pure/actor.ts';
import { ANYBODY, SYSTEM } from '#kernel/pure/actor.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import { loadRulebookDefaults, publishRuleSet } from '#modules/rulebook/index.ts';
import { openTestWorld, type TestWorld } from '../../../../test/world.ts';
import { fileMatter } from '../filing/file-matter.ts';
import { askingAs } from '../matters/asked.factory.ts';
import {
  aFiling,
  anActor,
  bodyId,
  bodyRows,
  COMMUNITY,
  ELSEWHERE,
} from '../matters/matters.factory.ts';
import { matterJobs } from '../messages/matter.jobs.ts';
import { similarTo } from './similar.rules.ts';

let world: TestWorld;
const station = anActor('station');
const saying = {
  source: 'telephone',
  category: 'street_light',
  words: '三号楼门口路灯不亮。',
  area: COMMUNITY,
  telephone: '10000000007',
};

beforeAll(async () => {
  world = await openTestWorld(matterJobs);
  await loadRulebookDefaults(world);
  for (const row of bodyRows()) {
    await world.test.ownerPool.query(
      'insert into organisation (id, code, kind, area, root_id, valid_from, email) values ($1, $2, $3, $4, $5, $6, $7)',
      Object.values(row),
    );
    await world.test.ownerPool.query(
      'insert into organisation_version (id, organisation_id, name, valid_from) values ($1, $2, $3, $4)',
      [world.newId(), row.id, `名称 ${row.code}`, row.valid_from],
    );
  }
});
afterAll(() => world.close());

const rows = async (sql: string, values: unknown[] = []) =>
  (await world.test.ownerPool.query(sql, values)).rows;
const ask = async (
  actor: Actor,
  path: string,
  given: Parameters<ReturnType<typeof askingAs>>[2] = {},
) => {
  const response = await askingAs(world)(actor, path, given);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe('intake', () => {
  it('draws another number where the one drawn is somebody else’s', async () => {
    const draws = [41, 41, 41, 42];
    const counted = vi
      .spyOn(world, 'random')
      .mockImplementation((below) => (below < 1000 ? 0 : (draws.shift() ?? 43)));
    const numbers = [];
    for (const words of ['第一盏路灯不亮。', '第二盏路灯不亮。'])
      numbers.push(
        (await ask(station, '/api/v1/matters', { body: { ...saying, words } })).body['number'],
      );
    counted.mockRestore();
    expect(draws).toEqual([]);
    expect(new Set(numbers).size).toBe(2);
    expect(numbers).not.toContain(undefined);
  });

  it('files at once with number, code and link, public where the place is, owned by who was asked', async () => {
    const { status, body } = await ask(station, '/api/v1/matters', { body: saying });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        number: expect.stringMatching(/^26\d{9}$/),
        queryCode: expect.stringMatching(/^\d{6}$/),
        trackingUrl: expect.stringContaining('/t/'),
        matter: { owner: { id: bodyId('station') }, source: 'telephone' },
      },
    });
    expect(await rows('select is_public from matter where number = $1', [body['number']])).toEqual([
      { is_public: true },
    ]);
    const home = await ask(station, '/api/v1/matters', {
      body: { ...saying, category: 'home_repair' },
    });
    expect(
      await rows('select is_public from matter where number = $1', [home.body['number']]),
    ).toEqual([{ is_public: false }]);
  });

  it('counts the same form sent twice once, and refuses the key for other words', async () => {
    const headers = { 'idempotency-key': 'form-1' };
    const first = await ask(station, '/api/v1/matters', { body: saying, headers });
    const again = await ask(station, '/api/v1/matters', { body: saying, headers });
    expect(again.body).toEqual(first.body);
    const other = await ask(station, '/api/v1/matters', {
      body: { ...saying, words: '别的事' },
      headers,
    });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  it('files only where the post reaches, and only a telephone number that can be', async () => {
    const there = await ask(station, '/api/v1/matters', { body: { ...saying, area: ELSEWHERE } });
    expect(there.status).toBe(422);
    const odd = await ask(station, '/api/v1/matters', { body: { ...saying, telephone: '12' } });
    expect(odd).toMatchObject({ status: 422, body: { fields: [{ field: 'telephone' }] } });
  });

  it('knows who calls, masked, with the last matters of the number, and journals the look-up', async () => {
    await rows(
      `insert into person (id, area, name, name_tail, initials, sex, telephone, created_at)
       values ($1, $2, '王小明', '小明', 'WXM', '1', '10000000007', now())`,
      [world.newId(), COMMUNITY],
    );
    await ask(station, '/api/v1/matters', { body: saying });
    const { body } = await ask(station, '/api/v1/intake/person?telephone=10000000007');
    expect(body['persons']).toMatchObject([{ surname: '王', area: COMMUNITY }]);
    expect((body['matters'] as unknown[]).length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain('小明');
    expect(await rows("select purpose from journal where verb = 'person.looked_up'")).toEqual([
      { purpose: 'intake' },
    ]);
    const known = (body['persons'] as { id: string }[])[0]?.id;
    const filed = await ask(station, '/api/v1/matters', {
      body: { ...saying, person: known, telephone: null },
    });
    expect(
      await rows(
        'select r.name, r.telephone from matter_reporter r join matter m on m.id = r.matter_id where m.number = $1',
        [filed.body['number']],
      ),
    ).toEqual([{ name: '王小明', telephone: '10000000007' }]);
    expect(
      (await ask(anActor('party'), '/api/v1/intake/person?telephone=10000000007')).status,
    ).toBe(403);
  });

  it('prints a receipt with the number, the code and a QR of the link', async () => {
    const { body } = await ask(station, '/api/v1/matters', { body: saying });
    const page = await askingAs(world)(station, `/receipts/${body['number']}`);
    const html = await page.text();
    expect(html).toContain(String(body['number']));
    expect(html).toContain(String(body['queryCode']));
    expect(html).toContain('<svg');
  });
});

describe('similar matters', () => {
  it('shows open ones of the same community and category within the rule set’s days', async () => {
    const given = { category: 'manhole', area: COMMUNITY };
    const one = await fileMatter(world, ANYBODY, aFiling(given));
    const two = await fileMatter(world, ANYBODY, aFiling(given));
    await fileMatter(world, ANYBODY, aFiling({ ...given, area: ELSEWHERE }));
    await fileMatter(world, ANYBODY, aFiling({ category: 'sewer' }));
    const { body } = await ask(station, `/api/v1/matters/${one.number}/similar`);
    expect(body).toMatchObject({
      metres: 50,
      days: 14,
      items: [{ matter: { number: two.number } }],
    });
  });

  it('puts the same building first, the far away nowhere, those without a point last', () => {
    const at = (id: string, latitude: number | null, building: string | null = null) => ({
      id,
      building,
      longitude: latitude === null ? null : 118.7,
      latitude,
      crs: 'CGCS2000',
    });
    const found = similarTo(
      at('self', 32, 'b1'),
      [at('none', null), at('near', 32.0002), at('far', 32.01), at('same', null, 'b1')],
      50,
    );
    expect(found.map((one) => one.placed.id)).toEqual(['same', 'near', 'none']);
  });
});

describe('receivers', () => {
  const names = async (path: string) =>
    ((await ask(station, path)).body['items'] as { name: string }[]).map((one) => one.name).sort();

  it('offers inside the community, and whistles up to office, department and command', async () => {
    expect(await names(`/api/v1/receivers?for=offer&area=${COMMUNITY}`)).toEqual([
      '名称 party',
      '名称 residents',
      '名称 station',
    ]);
    expect(await names(`/api/v1/receivers?for=whistle&area=${COMMUNITY}`)).toEqual([
      '名称 command',
      '名称 department',
      '名称 subdistrict',
    ]);
  });

  it('sets a whistle’s receiver beforehand: the office next above, or the department the rule names from its day on', async () => {
    const path = `/api/v1/receivers?for=whistle&area=${COMMUNITY}&category=`;
    const presetOf = async (category: string) =>
      (await ask(station, path + category)).body['preset'];
    expect(await presetOf('street_light')).toBe(bodyId('subdistrict'));
    const today = world.clock.now();
    const tomorrow = new Date(today.getTime() + 86_400_000);
    await publishRuleSet(world, SYSTEM, {
      code: 'matter.whistle',
      subject: 'street_light',
      area: COMMUNITY,
      validFrom: dateOf(tomorrow),
      validTo: null,
      source: '区职责清单',
      article: '',
      params: { department: 'department' },
    });
    expect(await presetOf('street_light')).toBe(bodyId('subdistrict'));
    world.setNow(tomorrow);
    expect(await presetOf('street_light')).toBe(bodyId('department'));
    expect(await presetOf('noise')).toBe(bodyId('subdistrict'));
    expect((await ask(station, path.replace('whistle', 'offer'))).body['preset']).toBeNull();
    world.setNow(today);
  });
});

describe('the shell’s questions', () => {
  it('counts what waits, finds a number, names the categories', async () => {
    const { number } = await fileMatter(world, ANYBODY, aFiling());
    const { items } = (await ask(station, '/api/v1/today')).body;
    expect(items).toContainEqual(
      expect.objectContaining({
        subject: expect.objectContaining({ number }),
        since: world.clock.now().toISOString(),
      }),
    );
    expect((await ask(station, '/api/v1/worklist/count')).body['count']).toBeGreaterThan(0);
    const hits = await ask(station, `/api/v1/search?q=${number?.slice(0, 9)}`);
    expect(hits.body['items']).toMatchObject([{ to: `/matters/${number}` }]);
    const categories = (await ask(ANYBODY, '/api/v1/categories')).body['items'] as unknown[];
    expect(categories.length).toBeGreaterThan(20);
  });
});
