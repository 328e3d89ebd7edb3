import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations, openBrowser, sidewaysScroll } from '../../../test/browser.ts';
import { buildWorkbench, firstLoadBytes } from './build-sample.factory.ts';
import { type FakeState, openFakeServer } from './fake-server.factory.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 375, height: 760 };
const SHELL_BYTES = 420 * 1024;

let browser: Browser;
let fake: { server: Server; state: FakeState; address: string };

beforeAll(async () => {
  const folder = await buildWorkbench('sample');
  [browser, fake] = await Promise.all([openBrowser(), openFakeServer(folder)]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  fake?.server.closeAllConnections();
  fake?.server.close();
});

beforeEach(() => {
  Object.assign(fake.state, { signedIn: true, code: false, post: 'a', needs: [] });
  fake.state.calls.length = 0;
  fake.state.next.clear();
});

async function openPage(path: string, size = DESK, language = 'zh'): Promise<Page> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  await context.addInitScript((chosen) => {
    if (!localStorage.getItem('linli.language')) localStorage.setItem('linli.language', chosen);
  }, language);
  const page = await context.newPage();
  await page.goto(`${fake.address}/workbench/${path}`);
  return page;
}

/** A drawer that still fades in has no colours to judge. */
const stillness = (page: Page) =>
  page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));

const PAGES: readonly (readonly [string, string])[] = [
  ['today', 'canvas'],
  ['matters', 'text=LL-1045'],
  ['matters/LL-1042', '.lk-timeline'],
  ['matters?who=nobody', '.lk-empty'],
  ['intake', 'textarea'],
  ['search?q=LL', '.lk-card'],
  ['more', '.ls-posts'],
  ['nowhere', '.lk-empty'],
  ['rules', '.lk-empty'],
  ['bodies', '[role=alert]'],
];

// Words' length matters on a phone; on a desk one language shows every colour and label.
const VIEWS = [
  ['desk', 'zh', DESK],
  ['phone', 'zh', PHONE],
  ['phone', 'en', PHONE],
] as const;

describe('every page', () => {
  it.each(VIEWS)(
    'has no axe violation and fits on a %s in %s',
    async (_, language, size) => {
      const page = await openPage('', size, language);
      for (const [path, sign] of PAGES) {
        await page.goto(`${fake.address}/workbench/${path}`);
        await page.waitForSelector(sign);
        await stillness(page);
        expect([path, await axeViolations(page), await sidewaysScroll(page)]).toEqual([
          path,
          [],
          0,
        ]);
      }
      fake.state.signedIn = false;
      await page.goto(`${fake.address}/workbench/`);
      await page.waitForSelector('.ls-demo');
      expect(await axeViolations(page)).toEqual([]);
      await page.context().close();
    },
    90_000,
  );
});

describe('a list', () => {
  it('is worked by keyboard: j moves, x selects, Enter opens, Escape returns', async () => {
    const page = await openPage('matters');
    await page.waitForSelector('text=LL-1045');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.waitForSelector('.lk-batch');
    expect(await page.textContent('.lk-batch [role=status]')).toBe('已选 1 条');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.lk-timeline');
    expect(new URL(page.url()).pathname).toBe('/workbench/matters/LL-1042');
    await page.keyboard.press('Escape');
    await page.waitForURL('**/workbench/matters');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('LL-1042'));
    // The list stood still behind it: what was selected is selected.
    expect(await page.textContent('.lk-batch [role=status]')).toBe('已选 1 条');
    await page.context().close();
  });

  it('reads on from the cursor and keeps its conditions in the address', async () => {
    const page = await openPage('matters?queue=late&who=王');
    await page.click('text=显示更多');
    await page.waitForSelector('text=LL-1080');
    expect(await page.locator('tbody tr').count()).toBe(40);
    expect(await page.textContent('[aria-pressed=true]')).toContain('已超期');
    await page.click('text=导出');
    const file = await page.getAttribute('a[download]:has-text("Excel")', 'href');
    expect(file).toBe('/api/v1/sample?sort=due&queue=late&who=%E7%8E%8B&format=xlsx');
    await page.context().close();
  });

  it('is a list of cards on a phone, with the four tabs below', async () => {
    const page = await openPage('matters', PHONE);
    await page.waitForSelector('.lk-cards > li');
    expect(await page.locator('table').count()).toBe(0);
    expect(await page.locator('.ls-tabs a').allTextContents()).toEqual([
      '今天',
      '登记',
      '搜索',
      '更多',
    ]);
    await page.context().close();
  });
});

describe('the shell', () => {
  it('shows in its menu only what the post may open', async () => {
    const page = await openPage('today');
    await page.waitForSelector('.ls-side');
    expect(await page.locator('.ls-side li').allTextContents()).toEqual([
      '今天5',
      '登记',
      '诉求',
      '组织',
    ]);
    await page.context().close();
  });

  it('changes post and language, and remembers the language', async () => {
    const page = await openPage('matters');
    await page.click('.ls-account');
    await page.click('text=居民委员会委员');
    await page.waitForURL('**/workbench/today');
    expect(fake.state.calls.map((call) => [call.path, call.body])).toEqual([
      ['/api/v1/session/post', { id: 'b' }],
    ]);
    await page.click('text=English');
    await page.reload();
    await page.waitForSelector('text=Committee member');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.context().close();
  });

  it('loads at most 420 KB before the first page', async () => {
    expect(firstLoadBytes(await buildWorkbench('shell'))).toBeLessThan(SHELL_BYTES);
  }, 60_000);
});
