/** @jsxImportSource hono/jsx */
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { compile } from 'sass';
import { encode } from 'uqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../test/browser.ts';
import { fitView, readPin, toPixel } from './map-view.ts';
import { MapPin, PlaceMap, type PlaceMapView, placeMapFile } from './place-map.tsx';
import { QR } from './qr.tsx';

const ROOT = resolve(import.meta.dirname, '../../..');
const map: PlaceMapView = {
  system: 'WGS84',
  shapes: [
    {
      rings: [
        [
          [118.7, 32],
          [118.71, 32],
          [118.71, 32.01],
          [118.7, 32],
        ],
      ],
      label: '<1>',
    },
  ],
  points: [],
};

describe('a drawn map', () => {
  it('is a file of its own that names its language of SVG, with labels escaped', async () => {
    const file = await placeMapFile(map, { width: 280, height: 210 }, 'label');
    expect(file).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(file).toContain('&lt;1&gt;');
  });

  it('names the reference system beside it', async () => {
    expect(String(await (<PlaceMap lang="en" map={map} label="x" />))).toContain(
      'reference system WGS84',
    );
  });

  it('draws a corner where the view says', async () => {
    const size = { width: 280, height: 210 };
    const [x, y] = toPixel(fitView(map.shapes[0]?.rings.flat() ?? [], size), [118.7, 32]);
    expect(await placeMapFile(map, size, 'x')).toContain(`M${x} ${y}`);
  });
});

describe('pointing at a map without JavaScript', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    { width: 1280, at: { x: 300, y: 90 }, pin: [0.5, 0.2] },
    { width: 320, at: { x: 70, y: 105 }, pin: [0.25, 0.5] },
  ])('posts the same place at $width px', async ({ width, at, pin }) => {
    const tab = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width, height: 900 },
    });
    const page = await tab.newPage();
    const { css } = compile(join(ROOT, 'src/kernel/views/styles/portal.scss'), {
      loadPaths: [join(ROOT, 'node_modules')],
      quietDeps: true,
    });
    const form = await (
      <form method="get" action="/sent">
        <MapPin lang="zh" label="x" source="/{size}.svg" system="WGS84" />
      </form>
    );
    const file = await placeMapFile(map, { width: 600, height: 450 }, 'x');
    await tab.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.endsWith('.svg'))
        return route.fulfill({ contentType: 'image/svg+xml', body: file });
      return route.fulfill({
        contentType: 'text/html',
        body: `<!DOCTYPE html><style>${css}</style>${form}`,
      });
    });
    await page.goto('http://linli.example/');
    const shown = page.locator('input[type=image]:visible');
    // The drawing has a border of 1 px, which a click counts from.
    await shown.click({ position: { x: at.x + 1, y: at.y + 1 } });
    await page.waitForURL('**/sent**');
    const [x, y] = readPin(Object.fromEntries(new URL(page.url()).searchParams)) ?? [];
    expect(x).toBeCloseTo(pin[0] ?? -1, 1);
    expect(y).toBeCloseTo(pin[1] ?? -1, 1);
    await tab.close();
  });
});

describe('a QR code', () => {
  it('has as much black as the code has dark modules', async () => {
    const text = 'https://linli.example/s/3K7Q2';
    const dark = encode(text, { ecc: 'M', border: 0 }).data.flat().filter(Boolean).length;
    const svg = String(await (<QR text={text} label="x" />));
    const runs = [...svg.matchAll(/h(\d+)v1/g)].reduce((sum, [, width]) => sum + Number(width), 0);
    expect(runs).toBe(dark);
  });
});
