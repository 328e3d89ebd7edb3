import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { compile } from 'sass';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageContext, placeMapFile } from '#kernel/views/index.ts';
import { axeViolations, openBrowser, sidewaysScroll } from '../../../test/browser.ts';
import { renderErrorPage } from './error-page.tsx';
import { aContext, someFacts } from './kit-context.factory.ts';
import { confirmationSample, formSample, homeSample } from './kit-pages.factory.tsx';
import { partsSample, sheetSample, someMap } from './kit-parts.factory.tsx';
import { renderPage } from './shell.tsx';
import { drawStatement, statementPages } from './statements/pages.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const ORIGIN = 'http://linli.example';
const SAMPLES = {
  home: homeSample,
  form: formSample,
  confirmation: confirmationSample,
  parts: partsSample,
  sheet: sheetSample,
};
const css = compile(join(ROOT, 'src/kernel/views/styles/portal.scss'), {
  loadPaths: [join(ROOT, 'node_modules')],
  style: 'compressed',
  quietDeps: true,
}).css;
// The policy the server sends: nothing inline, nothing from elsewhere.
const CSP =
  "default-src 'none'; style-src 'self'; img-src 'self' blob:; form-action 'self'; base-uri 'none'";

async function pagesFor(context: PageContext): Promise<[string, string][]> {
  const samples = Object.entries(SAMPLES).map(async ([name, sample]): Promise<[string, string]> => {
    const { title, body, options } = sample(context);
    return [name, await renderPage(context, title, body, options)];
  });
  const statements = statementPages.map(async (page): Promise<[string, string]> => {
    const { title, body } = drawStatement(page, context.lang, someFacts(context.lang));
    return [page.path.slice(1), await renderPage({ ...context, path: page.path }, title, body)];
  });
  const error = renderErrorPage(context, { status: 500, incident: '0199-aa' });
  return [...(await Promise.all([...samples, ...statements])), ['error', await error]];
}

let browser: Browser;
let tab: BrowserContext;
let page: Page;
let html = '';

beforeAll(async () => {
  browser = await openBrowser();
  tab = await browser.newContext({ javaScriptEnabled: true });
  const map = await placeMapFile(someMap, { width: 600, height: 450 }, 'map');
  await tab.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith('.css')) return route.fulfill({ contentType: 'text/css', body: css });
    if (pathname.endsWith('.svg'))
      return route.fulfill({ contentType: 'image/svg+xml', body: map });
    if (pathname.endsWith('.js') || pathname.endsWith('.ico'))
      return route.fulfill({ status: 404 });
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': CSP },
      body: html,
    });
  });
  page = await tab.newPage();
});
afterAll(() => browser.close());

async function faultsAt(width: number, name: string, shots: string | undefined): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  if (shots) await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
  const wider = await sidewaysScroll(page);
  const scroll = wider > 0 ? [`${name} at ${width}: ${wider} px too wide`] : [];
  return [...scroll, ...(await axeViolations(page)).map((text) => `${name} at ${width}: ${text}`)];
}

const shotsRoot = process.env['LINLI_SHOTS'];

describe.each([
  { lang: 'zh', elder: false },
  { lang: 'en', elder: false },
  { lang: 'zh', elder: true },
  { lang: 'en', elder: true },
] as const)('the portal in $lang, large type: $elder', ({ lang, elder }) => {
  it('has no axe violation and no sideways scroll at 1280, 375 and 320 px', async () => {
    const shots = shotsRoot && join(shotsRoot, `${lang}${elder ? '-elder' : ''}`);
    if (shots) mkdirSync(shots, { recursive: true });
    const faults: string[] = [];
    for (const [name, text] of await pagesFor(aContext({ lang, elder }))) {
      html = text;
      await page.goto(`${ORIGIN}/${name}`);
      for (const width of [1280, 375, 320]) faults.push(...(await faultsAt(width, name, shots)));
    }
    expect(faults).toEqual([]);
  }, 180_000);
});

describe('the looking itself', () => {
  it('sees pale text, a nameless field and a page that is too wide', async () => {
    html =
      '<!DOCTYPE html><html lang="zh-CN"><title>x</title><link rel="stylesheet" href="/x.css"><main><h1>x</h1>' +
      '<p><font color="#bbbbbb">pale</font></p><input><table width="2000"><tr><td>wide</table></main>';
    await page.goto(`${ORIGIN}/planted`);
    const faults = await faultsAt(375, 'planted', undefined);
    for (const rule of ['too wide', 'color-contrast', 'label'])
      expect(faults.join('\n')).toContain(rule);
  });
});

describe('the style sheet', () => {
  it('stays small for old phones', () => {
    expect(gzipSync(css, { level: 9 }).length).toBeLessThan(14 * 1024);
  });
});
