import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { loadRulebookDefaults } from '#modules/rulebook/index.ts';
import { openTestWorld, type TestWorld } from '../../../../test/world.ts';
import { fileMatter } from '../filing/file-matter.ts';
import { askingAs } from '../matters/asked.factory.ts';
import { command } from '../matters/commands.ts';
import {
  aFiling,
  anActor,
  bodyId,
  COMMUNITY,
  ELSEWHERE,
  insertBodies,
} from '../matters/matters.factory.ts';
import { matterJobs } from '../messages/matter.jobs.ts';

let world: TestWorld;
const postWith = (name: 'station' | 'subdistrict' | 'department', ...verbs: string[]): Actor => {
  const actor = anActor(name);
  return {
    ...actor,
    verbs: { ...actor.verbs, ...Object.fromEntries(verbs.map((verb) => [verb, 'area' as const])) },
  };
};
const office = postWith('subdistrict', 'dashboard.read', 'matter.export');

beforeAll(async () => {
  world = await openTestWorld(matterJobs);
  await loadRulebookDefaults(world);
  await insertBodies(world.test.ownerPool);
  for (const [code, kind, name] of [
    ['320105901000', 'subdistrict', '甲街道'],
    [COMMUNITY, 'community', '甲社区'],
    [ELSEWHERE, 'community', '乙社区'],
  ])
    await world.test.ownerPool.query(
      `insert into area (id, code, kind, name, parent, valid_from) values ($1, $2, $3, $4, $5, '2005-01-01')`,
      [world.newId(), code, kind, name, kind === 'community' ? '320105901000' : '320105000000'],
    );
  const [first] = await Promise.all([
    fileMatter(world, ANYBODY, aFiling()),
    fileMatter(
      world,
      ANYBODY,
      aFiling({ category: 'noise', source: 'hotline', hotline: { number: 'H1', dueAt: null } }),
    ),
    fileMatter(world, ANYBODY, aFiling({ area: ELSEWHERE })),
  ]);
  await command(world, anActor('station'), first.number ?? '', 'take', {});
});
afterAll(() => world.close());

type Shown = {
  whole: { received: Figure; open: Figure; states: Record<string, Figure> };
  communities: { code: string; name: string; received: Figure }[];
  categories: { key: string; received: Figure }[];
  days: { day: string; received: number }[];
  bodies: { id: string; owned: Figure }[];
};
type Figure = { count: number; records: string };
const read = async (actor: Actor, query = '') =>
  (await (await askingAs(world)(actor, `/api/v1/dashboards/matters${query}`)).json()) as Shown;
const behind = async (actor: Actor, figure: Figure) => {
  const response = await askingAs(world)(actor, `/api/v1${figure.records}`);
  return ((await response.json()) as { items: unknown[] }).items.length;
};

describe('the dashboard of matters', () => {
  it('counts by community, category, day and body, and every number opens as many records', async () => {
    const shown = await read(office, '?area=320105901000');
    expect(shown.whole.received.count).toBe(3);
    expect(shown.communities.map((one) => [one.name, one.received.count])).toEqual([
      ['甲社区', 2],
      ['乙社区', 1],
    ]);
    expect(shown.days.at(-1)).toEqual({ day: '2026-03-02', received: 3, closed: 0 });
    expect(shown.days).toHaveLength(30);
    expect(shown.bodies.find((one) => one.id === bodyId('station'))?.owned.count).toBe(2);
    const figures = [
      shown.whole.received,
      shown.whole.open,
      ...Object.values(shown.whole.states),
      ...shown.categories.map((one) => one.received),
      ...shown.communities.map((one) => one.received),
      ...shown.bodies.map((one) => one.owned),
    ];
    for (const figure of figures)
      expect([figure, await behind(office, figure)]).toEqual([figure, figure.count]);
  });

  it('shows a department only what waits for it, and nobody what his post does not reach', async () => {
    const shown = await read(postWith('department', 'dashboard.read'));
    expect(shown.whole.open.count).toBe(0);
    expect(shown.whole.received.count).toBe(0);
    const there = await askingAs(world)(
      postWith('station', 'dashboard.read'),
      `/api/v1/dashboards/matters?area=${ELSEWHERE}`,
    );
    expect(there.status).toBe(404);
  });

  it('refuses a period that ends before it begins', async () => {
    const response = await askingAs(world)(
      office,
      '/api/v1/dashboards/matters?from=2026-03-02&to=2026-03-01',
    );
    expect(response.status).toBe(422);
  });
});

describe('the head of a queue', () => {
  it('names the bodies that open matters lie with, as many as are open', async () => {
    const response = await askingAs(world)(
      postWith('station', 'matter.read'),
      '/api/v1/matter-counts',
    );
    const { open, owners } = (await response.json()) as {
      open: number;
      owners: { id: string; name: string; count: number }[];
    };
    expect(owners.reduce((sum, { count }) => sum + count, 0)).toBe(open);
    expect(owners.map(({ id }) => id)).toContain(bodyId('station'));
  });
});

describe('the export of a queue', () => {
  const take = (query: string, actor = office) =>
    askingAs(world)(actor, `/api/v1/exports/matters?${query}`);

  it('gives the queue as CSV, signed with who took it, when and why, and journals it', async () => {
    const response = await take('format=csv&reason=周例会&category=noise');
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('csv');
    expect(text.split('\r\n').filter((line) => line !== '')).toHaveLength(3);
    expect(text).toContain('噪声扰民');
    expect(text).toContain('用途：周例会');
    expect(text).not.toContain('王小明');
    const { rows } = await world.test.ownerPool.query(
      "select purpose, codes from journal where verb = 'export' and codes ->> 'format' = 'csv'",
    );
    expect(rows).toEqual([{ purpose: '周例会', codes: { format: 'csv', rows: 1 } }]);
  });

  it('gives a workbook too, asks why, and gives nothing to a post that may not', async () => {
    const book = await take('format=xlsx&reason=周例会');
    expect(
      Buffer.from(await book.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await take('format=csv')).status).toBe(422);
    expect((await take('format=csv&reason=看看', anActor('station'))).status).toBe(403);
  });
});
