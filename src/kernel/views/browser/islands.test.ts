import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../../test/browser.ts';

const ORIGIN = 'http://linli.example';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="450"/>';

const bundle = (name: string): string =>
  buildSync({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2018',
    write: false,
  }).outputFiles[0]?.text ?? '';

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.replace('.ts', ''));

let browser: Browser;
let page: Page;
let body = '';

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 800, height: 700 } });
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith('.js'))
      return route.fulfill({ contentType: 'text/javascript', body: bundle(pathname.slice(1, -3)) });
    if (pathname.endsWith('.svg'))
      return route.fulfill({ contentType: 'image/svg+xml', body: SVG });
    if (pathname === '/live')
      return route.fulfill({ contentType: 'text/event-stream', body: 'data: {"votes":"87"}\n\n' });
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  return () => page.close();
});

/** Loads a page with one island and the HTML it works on. */
async function open(island: string, html: string): Promise<void> {
  body = `<!DOCTYPE html><meta name="viewport" content="width=device-width"><body>${html}<script type="module" src="/${island}.js"></script>`;
  await page.goto(ORIGIN);
}

describe('the islands', () => {
  it.each(names)('%s weighs no more than 5 KB', (name) => {
    expect(bundle(name).length).toBeLessThanOrEqual(5 * 1024);
  });

  it('place a pin by pointer and move it by keys', async () => {
    await open(
      'map-pin',
      '<form><fieldset data-map-pin="pin" data-label="Map" data-hint="hint" data-placed="placed" data-moved="moved">' +
        '<input type="hidden" name="pin"><input type="image" name="pin-narrow" src="/n.svg" width="280"><input type="image" name="pin-wide" src="/w.svg" width="600"></fieldset></form>' +
        '<style>.l-pin__stage{position:relative;width:600px}img{width:100%;display:block}</style>',
    );
    const stage = page.locator('.l-pin__stage');
    await stage.locator('img').evaluate((image: HTMLImageElement) => image.decode());
    await stage.click({ position: { x: 300, y: 90 } });
    expect(await page.inputValue('input[name=pin]')).toBe('0.5,0.2');
    expect(await page.textContent('[role=status]')).toBe('placed');
    await stage.press('ArrowRight');
    await stage.press('ArrowDown');
    expect(await page.inputValue('input[name=pin]')).toBe('0.52,0.22');
    expect(await page.textContent('[role=status]')).toBe('moved');
    expect(await page.locator('input[type=image]:visible').count()).toBe(0);
  });

  it('count characters as the server does, one for each', async () => {
    await open(
      'character-count',
      '<textarea id="text" data-count="5"></textarea><div id="text-count" data-remaining="# left" data-over="# over"></div>',
    );
    await page.fill('#text', '路灯𠮷');
    expect(await page.textContent('#text-count')).toBe('2 left');
    await page.fill('#text', '路灯不亮三天了');
    expect(await page.textContent('#text-count')).toBe('2 over');
  });

  it('renew live numbers', async () => {
    await open('live', '<div data-live-source="/live"><b data-live="votes">86</b></div>');
    await page.waitForFunction(() => document.querySelector('b')?.textContent === '87');
    expect(await page.textContent('b')).toBe('87');
  });

  it('make a large photo smaller, and keep what is no photo', async () => {
    await open(
      'photo-shrink',
      '<div><input type="file" multiple data-shrink data-ready="smaller" data-kept="kept"></div>',
    );
    const bytes = await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      canvas.width = 3000;
      canvas.height = 1500;
      const brush = canvas.getContext('2d');
      // Stripes of changing colour compress badly enough to be a large file.
      for (let x = 0; x < 3000; x += 2)
        for (let y = 0; y < 1500; y += 6) brush?.fillRect(x, y, (x * y) % 3, (x + y) % 5);
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
      return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))];
    });
    const photo = Buffer.concat([Buffer.from(bytes), Buffer.alloc(700_000)]);
    await page.setInputFiles('input', [
      { name: 'lamp.png', mimeType: 'image/png', buffer: photo },
      { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('x') },
    ]);
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent !== '');
    const files = await page.$eval('input', (input: HTMLInputElement) =>
      [...(input.files ?? [])].map((file) => ({
        name: file.name,
        type: file.type,
        size: file.size,
      })),
    );
    expect(files.map((file) => file.name)).toEqual(['lamp.jpg', 'note.txt']);
    expect(files[0]?.size).toBeLessThan(photo.length);
    expect(await page.locator('.l-photos img').count()).toBe(1);
  });

  it('leave the file field alone where the microphone is refused', async () => {
    await open(
      'voice-note',
      '<div><input type="file" data-voice="60" data-record="record" data-denied="denied"></div>',
    );
    const record = page.locator('.l-voice button');
    // A page without a secure address has no microphone at all, and then no button either.
    if ((await record.count()) > 0) await record.click();
    expect(await page.isVisible('input[type=file]')).toBe(true);
  });
});
