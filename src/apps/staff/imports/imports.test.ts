import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMUNITY } from '#modules/matters/matters/matters.factory.ts';
import { aSheet, manyStories, prefixed, received } from '#modules/matters/past/past.factory.ts';
import { axeViolations, openBrowser, sidewaysScroll } from '../../../../test/browser.ts';
import { jobs } from '../../jobs.ts';
import { buildWorkbench } from '../build-sample.factory.ts';
import { type Desk, openDesk } from '../desk.factory.ts';

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 375, height: 760 };

let browser: Browser;
let desk: Desk;
let folder: string;

beforeAll(async () => {
  folder = await buildWorkbench('shell');
  [browser, desk] = await Promise.all([openBrowser(), openDesk(folder, 1)]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(path: string, size: typeof DESK, language: string): Promise<Page> {
  desk.sit('command');
  // What begins later stands above what began before.
  desk.world.setNow(new Date());
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  await context.addInitScript((chosen) => localStorage.setItem('linli.language', chosen), language);
  const page = await context.newPage();
  await page.goto(`${desk.address}/workbench/${path}`);
  return page;
}

/** Works off what the page has just begun, as the worker would. */
async function workOff(page: Page): Promise<void> {
  await page.waitForURL(/job=/);
  const id = new URL(page.url()).searchParams.get('job') ?? '';
  const { rows } = await desk.world.test.ownerPool.query(
    `select kind from long_job where id = $1 and state = 'waiting'`,
    [id],
  );
  const job = jobs.find(({ name }) => name === rows[0]?.kind);
  if (!job) throw new Error(`nobody works off ${id}`);
  await job.handle(desk.world, { longJob: id } as never, AbortSignal.timeout(60_000));
}

const fits = async (page: Page) => [await axeViolations(page), await sidewaysScroll(page)];
const count = async (prefix: string) =>
  (
    await desk.world.test.ownerPool.query(
      'select count(*)::int as n from past_matter where starts_with(external, $1)',
      [prefix],
    )
  ).rows[0].n;

const VIEWS = [
  ['desk', DESK, 'zh'],
  ['phone', PHONE, 'en'],
] as const;
const WORDS = {
  zh: { check: '检查', apply: '导入', checked: '检查结果：还没有写入任何东西', done: '已导入' },
  en: { check: 'Check', apply: 'Import', checked: 'Checked: nothing', done: 'Imported' },
};
const REASON = { zh: '日期看不懂，请写成 2010-12-09', en: 'The date can’t be read' };

describe('past matters', () => {
  it.each(VIEWS)(
    'are checked, then imported, on a %s',
    async (name, size, language) => {
      const words = WORDS[language];
      const rows = [
        ...prefixed(name, manyStories(12)),
        received(`${name}BAD`, { at: '前天' }),
        received(`${name}HERE`, { area: COMMUNITY }),
      ];
      const { bytes } = aSheet(rows);
      const page = await open('imports', size, language);
      await page.waitForSelector('#import-events');
      expect(await fits(page)).toEqual([[], 0]);
      await page.setInputFiles('#import-events', {
        name: 'events.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(bytes),
      });
      await page.click(`.lk-form button:has-text("${words.check}")`);
      await workOff(page);
      await page.waitForSelector(`text=${words.checked}`);
      await page.waitForSelector(`text=${REASON[language]}`);
      expect(await fits(page)).toEqual([[], 0]);
      expect(await count(name)).toBe(0);
      const file = await page.getAttribute('section a[download][href*="/faults"]', 'href');
      const said = await (
        await page.request.get(`${desk.address}${file}`, {
          headers: { 'accept-language': language },
        })
      ).text();
      expect(said).toContain(REASON[language]);
      expect(said).toMatch(/前天/);

      const checked = new URL(page.url()).search;
      await page.click(`.lk-form button:has-text("${words.apply}")`);
      await page.waitForFunction((old) => location.search !== old, checked);
      await workOff(page);
      await page.waitForSelector(`text=${words.done}`);
      expect(await count(name)).toBe(13);
      await page.reload();
      await page.waitForSelector(`text=${words.done}`);
      expect(await fits(page)).toEqual([[], 0]);
      await page.context().close();
    },
    60_000,
  );

  it('tell in words why a file cannot be read at all, and are found again among the recent ones', async () => {
    const page = await open('imports', DESK, 'zh');
    await page.setInputFiles('#import-events', {
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('a,b\n1,2\n'),
    });
    await page.click('.lk-form button:has-text("检查")');
    await workOff(page);
    await page.waitForSelector('text=缺少必需的列：原编号、事件、时间');
    expect(await fits(page)).toEqual([[], 0]);
    await page.goto(`${desk.address}/workbench/imports`);
    await page.click('section[aria-labelledby=recent-imports] li:first-child a');
    await page.waitForSelector('.lk-job >> text=缺少必需的列');
    await page.context().close();
  }, 60_000);
});
