import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestWorld } from '../../../../test/world.ts';
import { COMMUNITY } from '../matters/matters.factory.ts';
import { aPortalApp, aPortalWorld, aStairwellCode, PlainBrowser } from './portal.factory.ts';

let world: TestWorld;
let app: Hono;

beforeAll(async () => {
  world = await aPortalWorld();
  app = aPortalApp(world);
});
afterAll(() => world.close());

const NASTY = ['\u0000', '\ud800', '路'.repeat(3000), '%00', '../../etc', "' or 1=1 --", '{"a":1}'];
const FIELDS = ['words', 'place', 'building', 'category', 'kind', 'pin', 'telephone', 'name', 'of'];

describe('hostile forms', () => {
  it.each(FIELDS)('answers none with a server error, whatever stands in %s', async (field) => {
    const code = await aStairwellCode(world);
    for (const value of NASTY) {
      const browser = new PlainBrowser(app);
      const first = { words: '路灯不亮', place: '东门', [field]: value };
      await browser.press(`/b/${code}/say`, first);
      expect(browser.status, `step 1: ${value.slice(0, 20)}`).toBeLessThan(500);
      await browser.press('/say/contact', { publish: 'yes', [field]: value });
      expect(browser.status, `step 2: ${value.slice(0, 20)}`).toBeLessThan(500);
      await browser.press('/say/send', { [field]: value });
      expect(browser.status, `step 3: ${value.slice(0, 20)}`).toBeLessThan(500);
    }
  });

  it('answers queries and numbers nobody wrote with a page', async () => {
    const browser = new PlainBrowser(app);
    for (const value of NASTY) {
      const text = value === '\ud800' ? '%F0' : encodeURIComponent(value.slice(0, 200));
      for (const path of [
        `/?q=${text}`,
        `/say?q=${text}&community=${text}`,
        `/answered?after=${text}`,
        `/c/${COMMUNITY}/answered?after=${text}`,
        `/m/${text}`,
        `/b/${text}`,
        `/t/${text}`,
        `/l/${text}`,
        `/files/${text}`,
        `/c/${COMMUNITY}/map/wide.svg?at=${text}`,
      ]) {
        await browser.open(path);
        expect(browser.status, path).toBeLessThan(500);
      }
      await browser.press('/track', { number: value, code: value });
      expect(browser.status).toBeLessThan(500);
    }
  });
});
