import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANYBODY } from '#kernel/pure/actor.ts';
import type { TestWorld } from '../../../../../test/world.ts';
import { recordFinding } from '../../checks/say.rules.ts';
import { fileMatter } from '../../filing/file-matter.ts';
import { actOnMatter } from '../../matters/act.ts';
import { lockCase } from '../../matters/case.queries.ts';
import type { Case } from '../../matters/matter.types.ts';
import { aFiling, anActor, COMMUNITY } from '../../matters/matters.factory.ts';
import { merge } from '../../matters/merge.rules.ts';
import { queryCode, taskLink, trackingOf } from '../../messages/tracking.ts';
import { finish } from '../../tasks/do-task.rules.ts';
import { take } from '../../tasks/hand-over.rules.ts';
import { aPortalApp, aPortalWorld, PlainBrowser } from '../portal.factory.ts';
import { openByCode } from './open-by-code.ts';

let world: TestWorld;
let app: Hono;

beforeAll(async () => {
  world = await aPortalWorld();
  app = aPortalApp(world);
});
afterAll(() => world.close());

const station = anActor('station');

async function filed(given: Parameters<typeof aFiling>[0] = {}, actor = ANYBODY) {
  const { id, number } = await fileMatter(world, actor, aFiling(given));
  const { token } = trackingOf(world, { id });
  return { id, number: number ?? '', base: `/t/${token}`, token };
}
type Filed = Awaited<ReturnType<typeof filed>>;

const lead = (c: Case) => c.tasks.find((task) => task.isLead)?.id ?? '';

async function done(matter: Filed, result: 'done' | 'cannot' = 'done') {
  await actOnMatter(world, station, matter.number, ({ case: c }, facts) => take(c, facts));
  return finishAgain(matter, result);
}
const finishAgain = (matter: Filed, result: 'done' | 'cannot' = 'done') =>
  actOnMatter(world, station, matter.number, ({ case: c }, facts) =>
    finish(
      c,
      { ...facts, draw: 0.99 },
      {
        task: lead(c),
        result,
        answerPublic: '换了灯泡。',
        answerPrivate: '门卡给您留在窗口。',
        madeSafeAt: null,
      },
    ),
  );
const browse = (path: string, account?: string) =>
  new PlainBrowser(app, account ?? null).open(path);
const rowOf = async ({ id }: Filed) =>
  (await world.test.ownerPool.query('select * from matter where id = $1', [id])).rows[0];

describe('tracking', () => {
  it('opens by number and query code; either one wrong is told the same way, and guessing is stopped', async () => {
    const matter = await filed();
    const code = queryCode(world, matter.id);
    const browser = await new PlainBrowser(app).press('/track', { number: matter.number, code });
    expect([browser.status, browser.path]).toEqual([200, matter.base]);
    const wrong = code === '111111' ? '222222' : '111111';
    const statuses: number[] = [];
    for (let guess = 0; guess < 6; guess += 1) {
      await browser.press('/track', { number: matter.number, code: wrong });
      statuses.push(browser.status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect(browser.html).toContain('15 分钟后再试');
    await browser.press('/track', { number: matter.number, code });
    expect(browser.status).toBe(429);
  });

  it('stops one address that tries one code at many numbers, and nobody else', async () => {
    const matter = await filed();
    const code = queryCode(world, matter.id);
    const guess = (number: string, peer: string) => openByCode(world, number, code, peer);
    for (let n = 0; n < 30; n += 1) await guess(`2699${String(n).padStart(7, '0')}`, 'guesser');
    expect(await guess(matter.number, 'guesser')).toEqual({ minutes: 15 });
    expect(await guess(matter.number, 'somebody')).toHaveProperty('token');
    const { rows } = await world.test.ownerPool.query('select key from attempt');
    expect(JSON.stringify(rows)).not.toMatch(/guesser|somebody|2699/);
  });

  it('takes two activations from the link to solved, with one grade, and then it is public', async () => {
    const matter = await filed();
    await done(matter);
    const browser = await browse(matter.base);
    expect(browser.html).toContain('解决了吗');
    expect(browser.html).toContain('换了灯泡');
    expect(browser.html).toContain('门卡给您留在窗口');
    await browser.press(`${matter.base}/word`, { solved: 'yes', rating: '2' });
    expect(browser.presses).toBe(1);
    expect(browser.html).toContain('反映人确认已解决');
    expect(await rowOf(matter)).toMatchObject({ closure: 'solved', rating: 2, is_published: true });
    const page = await browse(`/m/${matter.number}`);
    expect(page.html).toContain('换了灯泡');
    for (const secret of ['门卡', '王小明', '10000000001', '满意'])
      expect(page.html).not.toContain(secret);
    expect((await browse(`/c/${COMMUNITY}/answered`)).html).toContain(`/m/${matter.number}`);
    expect((await browse('/answered')).html).toContain('映月社区');
  });

  it("goes on after 'not solved', is looked at by another body, and both words stand", async () => {
    const matter = await filed();
    await done(matter);
    const browser = await browse(matter.base);
    await browser.press(`${matter.base}/word`, { solved: 'no' });
    expect(browser.html).toContain('有单位接下了，正在办');
    const again = await finishAgain(matter);
    const check = again.checks.find((one) => one.finding === null);
    expect(check).toMatchObject({ kind: 'site', reason: 'rework' });
    await actOnMatter(world, anActor('residents'), matter.number, ({ case: c }, facts) =>
      recordFinding(c, facts, { check: check?.id ?? '', finding: 'fixed', note: '灯亮了' }),
    );
    await browser.open(matter.base);
    for (const text of ['反映人的回答', '没有解决', '现场核查 · 映月社区居民委员会', '灯亮了'])
      expect(browser.html).toContain(text);
  });

  it('asks for a choice where none was made, and says politely what is no longer possible', async () => {
    const matter = await filed();
    const browser = await browse(matter.base);
    await browser.press(`${matter.base}/word`, {});
    expect([browser.status, browser.html]).toEqual([422, expect.stringContaining('请选一个答案')]);
    await browser.press(`${matter.base}/word`, { solved: 'yes' });
    expect([browser.status, browser.html]).toEqual([
      422,
      expect.stringContaining('现在没有需要确认'),
    ]);
  });

  it('asks another body to look, withdraws, and opens again once', async () => {
    const asked = await filed();
    await done(asked);
    await (await browse(asked.base)).press(`${asked.base}/check`, {});
    expect(await rowOf(asked)).toMatchObject({ asked_for_check: true });
    const taken = await filed();
    const browser = await browse(taken.base);
    await browser.press(`${taken.base}/withdrawal`, {});
    expect(await rowOf(taken)).toMatchObject({ state: 'WITHDRAWN' });
    const closed = await filed();
    await done(closed);
    const reporter = await browse(closed.base);
    await reporter.press(`${closed.base}/word`, { solved: 'yes' });
    expect(reporter.html).toContain('重新打开');
    await reporter.press(`${closed.base}/reopening`, {});
    expect(await rowOf(closed)).toMatchObject({ state: 'RECEIVED', closure: null });
  });

  it("splits a merged matter off by 'not solved' and gives it to whoever did the parent's work", async () => {
    const parent = await filed();
    const child = await filed();
    await actOnMatter(world, station, parent.number, ({ case: c }, facts) => take(c, facts));
    await actOnMatter(world, station, child.number, async ({ case: c }, facts, { tx }) => {
      const stored = await lockCase(tx, parent.number);
      if (!stored) throw new Error('no parent');
      return merge(c, facts, { parent: stored.case });
    });
    const browser = await browse(child.base);
    expect(browser.html).toContain('分出来单独办');
    await browser.press(`${child.base}/split`, {});
    expect(await rowOf(child)).toMatchObject({ state: 'RECEIVED', merged_into: null });
  });

  it("answers 404 to a forged link, another matter's file, and a department's link used as a reporter's", async () => {
    const matter = await filed();
    await actOnMatter(world, station, matter.number, ({ case: c }, facts) => take(c, facts));
    const { rows } = await world.test.ownerPool.query('select id from task where matter_id = $1', [
      matter.id,
    ]);
    const expires = new Date(world.clock.now().getTime() + 60_000);
    const token = taskLink(world, { id: rows[0].id, linkVersion: 0 }, expires).split('/l/')[1];
    expect((await browse(`/l/${token}`)).status).toBe(200);
    expect((await browse(`/l/${matter.token}`)).status).toBe(404);
    for (const path of [`/t/${matter.token}x`, '/t/abc', `/t/${token}`, `/m/${matter.number}`])
      expect((await browse(path)).status).toBe(404);
    const other = world.newId();
    expect((await browse(`${matter.base}/files/${other}`)).status).toBe(404);
    expect((await browse(`/files/${other}`)).status).toBe(404);
  });
});

it('calls bodies and places by English names on an English page', async () => {
  const matter = await filed();
  const english = { headers: { 'accept-language': 'en' } };
  const html = await (await app.request(matter.base, english)).text();
  expect(html).toContain('Yingyue Community Service Station');
  expect(html).not.toContain('服务站');
  expect((await browse(matter.base)).html).toContain('映月社区服务站');
});

it('keeps a tracking link for as long as the matter is kept', async () => {
  const matter = await filed();
  const now = world.clock.now();
  world.setNow(new Date(now.getTime() + 10 * 365 * 86_400_000));
  expect((await browse(matter.base)).status).toBe(200);
  world.setNow(now);
});

describe('my matters', () => {
  it('shows a resident his own, and nobody else’s', async () => {
    const me = { ...ANYBODY, face: 'self' as const, account: 'resident-1' };
    const contact = { name: null, telephone: null, account: 'resident-1', person: null };
    const matter = await filed({ contact }, me);
    const mine = await browse('/mine', 'resident-1');
    expect(mine.html).toContain(`/mine/${matter.number}`);
    await mine.open(`/mine/${matter.number}`);
    expect(mine.path).toMatch(/^\/t\//);
    expect((await browse('/mine', 'resident-2')).html).toContain('还没有您的诉求');
    expect((await browse(`/mine/${matter.number}`, 'resident-2')).status).toBe(404);
    expect((await browse('/mine')).status).toBe(401);
  });
});
