import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicScope } from '#kernel/db/scope.ts';
import { ANYBODY } from '#kernel/pure/actor.ts';
import type { TestWorld } from '../../../../../test/world.ts';
import { readExpress } from '../../figures/read-express.ts';
import { fileMatter } from '../../filing/file-matter.ts';
import { actOnMatter } from '../../matters/act.ts';
import { answer } from '../../matters/dispose.rules.ts';
import { aFiling, anActor, COMMUNITY } from '../../matters/matters.factory.ts';
import { aPortalApp, aPortalWorld, aStairwellCode, PlainBrowser } from '../portal.factory.ts';

let world: TestWorld;
let app: Hono;

beforeAll(async () => {
  world = await aPortalWorld();
  app = aPortalApp(world);
});
afterAll(() => world.close());

const open = (path: string) => new PlainBrowser(app).open(path);

describe('pages of a place', () => {
  it('let a reader find his community by name or list', async () => {
    expect((await open('/?q=映月')).html).toContain(`href="/c/${COMMUNITY}"`);
    expect((await open('/?q=nobody')).html).toContain('没有找到');
    const chosen = await open(`/?community=${COMMUNITY}`);
    expect([chosen.path, chosen.status]).toEqual([`/c/${COMMUNITY}`, 200]);
  });

  it('show the three bodies with hours and telephone in a community, and none in a village', async () => {
    const home = await open(`/c/${COMMUNITY}`);
    for (const text of ['映月社区服务站', '映月社区居民委员会', '025-0000 0118', '周一至周六'])
      expect(home.html).toContain(text);
    expect(home.html).toContain('<svg');
    const village = await open('/c/320105901201');
    expect(village.html).toContain('村民委员会');
    expect(village.html).toContain('江湾街道办事处');
    expect(village.html).not.toContain('三个组织');
  });

  it('say where a code hangs, and print the codes of a building', async () => {
    const code = await aStairwellCode(world);
    const page = await open(`/b/${code.toLowerCase()}`);
    expect(page.html).toContain('映月园 3幢 1单元');
    expect(page.html).toContain(`action="/b/${code}/say"`);
    const sheet = await open(`/b/${code}/sheet`);
    expect(sheet.html).toContain(`127.0.0.1:8080/b/${code}`);
    expect(sheet.html.match(/class="l-sheet"/g)).toHaveLength(2);
  });
});

describe('Opinion Express', () => {
  it('puts every matter received in the window into one line, from the counters', async () => {
    await fileMatter(world, ANYBODY, aFiling());
    const { number } = await fileMatter(world, ANYBODY, aFiling({ kind: 'consultation' }));
    await actOnMatter(world, anActor('station'), number ?? '', ({ case: c }, facts) =>
      answer(c, facts, { text: '周六也上班。' }),
    );
    const read = (days: number) =>
      world.database.withReadScope(publicScope, (db) => readExpress(world, db, COMMUNITY, days));
    const { express, quickDays } = await read(30);
    expect(quickDays).toBe(7);
    expect(express).toMatchObject({ received: 2, open: 1, answered: 1, solvedQuick: 0 });
    const { received, ...lines } = express;
    expect(Object.values(lines).reduce((sum, one) => sum + one, 0)).toBe(received);
    const now = world.clock.now();
    world.setNow(new Date(now.getTime() + 40 * 86_400_000));
    expect((await read(30)).express.received).toBe(0);
    world.setNow(now);
  });
});
