import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANYBODY, SYSTEM } from '#kernel/pure/actor.ts';
import { sayWord } from '#modules/matters/checks/say.rules.ts';
import { fileMatter } from '#modules/matters/filing/file-matter.ts';
import { actOnMatter } from '#modules/matters/matters/act.ts';
import { command } from '#modules/matters/matters/commands.ts';
import { aFiling, anActor, type BodyName } from '#modules/matters/matters/matters.factory.ts';
import { finish } from '#modules/matters/tasks/do-task.rules.ts';
import { axeViolations, openBrowser, sidewaysScroll } from '../../../test/browser.ts';
import { buildWorkbench } from './build-sample.factory.ts';
import { type Desk, openDesk } from './desk.factory.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 375, height: 760 };
const NOBODY = { name: null, telephone: null, account: null, person: null };

let browser: Browser;
let desk: Desk;
let folder: string;

beforeAll(async () => {
  folder = await buildWorkbench('shell');
  [browser, desk] = await Promise.all([openBrowser(), openDesk(folder)]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(who: BodyName, path: string, size = DESK, language = 'zh'): Promise<Page> {
  desk.sit(who);
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  await context.addInitScript((chosen) => localStorage.setItem('linli.language', chosen), language);
  const page = await context.newPage();
  await page.goto(`${desk.address}/workbench/${path}`);
  return page;
}

/** A page whose every click is counted; typing is not. */
async function counted(who: BodyName, path: string, size = DESK) {
  const page = await open(who, path, size);
  let clicks = 0;
  return {
    page,
    press: async (selector: string) => {
      clicks += 1;
      await page.locator(selector).first().click();
    },
    clicks: () => clicks,
  };
}

/** A drawer that still fades in has no colours to judge. */
const stillness = (page: Page) =>
  page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));

const stateOf = async (number: string) =>
  (await desk.world.test.ownerPool.query('select state from matter where number = $1', [number]))
    .rows[0]?.state;

/** Said some days ago, so that it stands on top of every list by clock. */
const filed = async (
  words: string,
  contact?: typeof NOBODY,
  category = 'street_light',
): Promise<string> => {
  const receivedAt = new Date(Date.now() - 30 * 86_400_000);
  const given = { words, category, receivedAt, ...(contact && { contact }) };
  return (await fileMatter(desk.world, ANYBODY, aFiling(given))).number ?? '';
};

const station = anActor('station');

/** Taken and done; the draw decides whether somebody looks anyway. */
async function finished(number: string, draw = 0.99) {
  await command(desk.world, station, number, 'take', {});
  return (await finishedAgain(number, draw)).matter;
}

const finishedAgain = (number: string, draw = 0.99) =>
  actOnMatter(desk.world, station, number, ({ case: c }, facts) => {
    const task = c.tasks.find((one) => one.isLead)?.id ?? '';
    const answer = { result: 'done', answerPublic: '换了灯泡。', answerPrivate: null } as const;
    return finish(c, { ...facts, draw }, { ...answer, task, madeSafeAt: null });
  });

const told = (number: string, subject: string, solved: boolean) =>
  actOnMatter(desk.world, { ...ANYBODY, face: 'link', subject }, number, ({ case: c }, facts) =>
    sayWord(c, facts, { solved, rating: null }),
  );

/** Its reporter has not answered for longer than silence may last. */
async function asThoughSilent(number: string): Promise<void> {
  await desk.world.test.ownerPool.query(
    `update task set done_at = done_at - interval '20 days'
     where matter_id = (select id from matter where number = $1)`,
    [number],
  );
  await actOnMatter(desk.world, SYSTEM, number, ({ case: c }) => ({ case: c, events: [] }));
}

describe('two at the same matter', { timeout: 60_000 }, () => {
  it('tells the second why not, and shows him what is', async () => {
    const number = await filed('戊楼门口路灯不亮');
    const page = await open('station', 'matters');
    // Without the stream the second does not see it coming.
    await page.route('**/api/v1/live*', (route) => route.abort());
    await page.goto(`${desk.address}/workbench/matters/${number}`);
    await page.fill('.mt-now textarea', '我来换。');
    await finished(number);
    await page.click('.mt-now button[type=submit]');
    await page.waitForSelector('.ant-message');
    expect(await page.textContent('.ant-message')).toContain('已有单位接办');
    expect(await page.textContent('.lk-drawer-title')).toContain('核查中');
    expect(await page.locator('.mt-now').count()).toBe(0);
    await page.context().close();
  });
});

describe('clicks, counted', { timeout: 60_000 }, () => {
  it('takes and finishes in two after Today is open', async () => {
    const number = await filed('甲楼门口路灯不亮');
    const { page, press, clicks } = await counted('station', 'today');
    await press('text=甲楼门口路灯不亮');
    await page.fill('.mt-now textarea', '换了灯泡。');
    await press('.mt-now button[type=submit]');
    await page.waitForSelector('.ant-message');
    expect([clicks(), await stateOf(number)]).toEqual([2, 'CHECKING']);
    await page.context().close();
  });

  it('whistles in three', async () => {
    const number = await filed('乙楼门口路灯不亮');
    const { page, press, clicks } = await counted('station', 'today');
    await press('text=乙楼门口路灯不亮');
    await press('.lk-actions-row button:has-text("吹哨")');
    await page.fill('.lk-actions-form textarea', '路灯归市政，社区没有权限。');
    await press('.lk-actions-form button[type=submit]');
    await page.waitForSelector('.ant-message');
    const { rows } = await desk.world.test.ownerPool.query(
      'select t.whistle, t.root from task t join matter m on m.id = t.matter_id where m.number = $1',
      [number],
    );
    expect([clicks(), rows]).toMatchObject([3, [{ whistle: 'power' }]]);
    await page.context().close();
  });

  it('checks on the spot in three, on a phone', async () => {
    const number = await filed('丙楼门口路灯不亮', NOBODY);
    await finished(number);
    const { page, press, clicks } = await counted('residents', 'today', PHONE);
    await press('text=丙楼门口路灯不亮');
    await press('.mt-findings label:has-text("已修好")');
    await stillness(page);
    expect(await axeViolations(page)).toEqual([]);
    await press('.mt-now button[type=submit]');
    await page.waitForSelector('.ant-message');
    expect([clicks(), await stateOf(number)]).toEqual([3, 'CLOSED']);
    await page.context().close();
  });

  it('hands out twenty in three', async () => {
    // Of a category of their own: other tests' matters may be on offer already.
    for (let index = 0; index < 20; index += 1)
      await filed('戊楼门口有宣传栏破了', NOBODY, 'culture_sports');
    const { page, press, clicks } = await counted(
      'subdistrict',
      'matters?state=RECEIVED&category=culture_sports',
    );
    await page.waitForSelector('.lk-table tbody tr');
    await press('thead input[type=checkbox]');
    await press('.lk-batch button:has-text("派出 20 件")');
    await press('.ant-dropdown li:has-text("城市管理局"), .ant-dropdown li:has-text("服务站")');
    await page.waitForSelector('.ant-notification');
    expect([clicks(), await page.textContent('.ant-notification-notice-title')]).toEqual([
      3,
      '已办 20 件。',
    ]);
    await page.context().close();
  });

  it('files by telephone with one click and Enter', async () => {
    const { page, press, clicks } = await counted('station', 'today');
    await press('.ls-side a:has-text("登记")');
    await page.waitForSelector('textarea');
    await page.keyboard.type('10000000001');
    await page.waitForSelector('.mt-intake aside');
    await page.fill('textarea', '地下车库的井盖坏了');
    await page.press('textarea', 'Enter');
    await page.waitForSelector('.mt-receipt-number');
    const number = (await page.textContent('.mt-receipt-number')) ?? '';
    expect(await axeViolations(page)).toEqual([]);
    const { rows } = await desk.world.test.ownerPool.query(
      'select category, source from matter where number = $1',
      [number],
    );
    expect([clicks(), rows]).toEqual([1, [{ category: 'manhole', source: 'telephone' }]]);
    await page.context().close();
  });
});

describe('the drawer', { timeout: 60_000 }, () => {
  it('shows the checker’s finding and the reporter’s word where they differ', async () => {
    const number = await filed('己楼门口路灯不亮');
    const { id } = await finished(number);
    await told(number, id, false);
    const again = await finishedAgain(number);
    await told(number, id, false);
    await command(desk.world, anActor('residents'), number, 'find', {
      check: again.checks.find((check) => check.finding === null)?.id ?? '',
      finding: 'fixed',
      note: '灯亮着',
    });
    const page = await open('station', `matters/${number}`);
    await page.waitForSelector('.lk-timeline');
    for (const text of ['反映人说：没有解决', '已修好', '灯亮着'])
      expect(await page.locator('.ant-drawer').textContent()).toContain(text);
    await page.context().close();
  });

  it('counts the calls nobody answered, on Today and where the caller writes them down', async () => {
    const number = await filed('庚楼水管漏水', undefined, 'home_repair');
    await finished(number, 0.99);
    await asThoughSilent(number);
    const page = await open('pool', `today/${number}`);
    await page.waitForSelector('.mt-findings');
    expect(await page.locator('.mt-now').textContent()).toContain('第 1 次，共 3 次');
    await page.locator('.mt-findings label:has-text("打不通")').click();
    await page.locator('.mt-now button[type=submit]').click();
    await page.waitForSelector('.mt-now:has-text("第 2 次，共 3 次")');
    expect(await page.locator('.lk-table').textContent()).toContain('打过 1 次没打通');
    expect(await stateOf(number)).toBe('CHECKING');
    await page.context().close();
  });
});

describe('every page', () => {
  it.each([
    ['desk', 'zh', DESK],
    ['phone', 'zh', PHONE],
    ['phone', 'en', PHONE],
  ] as const)(
    'has no axe violation and fits on a %s in %s',
    async (_, language, size) => {
      const number = await filed('丁楼门口路灯不亮', NOBODY);
      await finished(number);
      const pages: readonly (readonly [BodyName, string, string])[] = [
        ['station', 'today', '.lk-table-foot'],
        ['subdistrict', 'matters', '.lk-table-foot'],
        ['station', `matters/${number}`, '.lk-timeline'],
        ['residents', `today/${number}`, '.mt-findings'],
        ['station', 'intake', 'textarea'],
        ['subdistrict', 'figures', 'canvas'],
        ['department', 'figures', '.mt-figures'],
      ];
      const page = await open('station', 'today', size, language);
      for (const [who, path, sign] of pages) {
        desk.sit(who);
        await page.goto(`${desk.address}/workbench/${path}`);
        await page.waitForSelector(sign);
        await stillness(page);
        expect([path, await axeViolations(page), await sidewaysScroll(page)]).toEqual([
          path,
          [],
          0,
        ]);
      }
      await page.context().close();
    },
    120_000,
  );
});
