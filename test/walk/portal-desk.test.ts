import { afterAll, beforeAll, expect, test } from 'vitest';
import { isFile, type Look, openWalk, stopsOf, type Walk } from './portal-walk.ts';
import { openWalkedTown, type WalkedTown } from './walked-town.ts';

const desk = { width: 1280, scripts: true } as const;
const LOOKS: readonly Look[] = [
  { ...desk, language: 'zh', elder: false },
  { ...desk, language: 'en', elder: false },
  { ...desk, language: 'en', elder: true },
];
const MINUTES_4 = 240_000;

let walked: WalkedTown;
let walk: Walk;
beforeAll(async () => {
  walked = await openWalkedTown([]);
  walk = await openWalk(walked, true);
}, MINUTES_4);
afterAll(async () => {
  await walk?.close();
  await walked?.close();
});

test.each(LOOKS)(
  'every page at a desk, with scripts: $language, large type $elder',
  async (look) => {
    const faults: string[] = [];
    for (const stop of stopsOf(walked).filter(({ path }) => !isFile(path)))
      faults.push(...(await walk.look(stop, look)));
    expect(faults).toEqual([]);
  },
  MINUTES_4,
);

test('every photo, drawing and feed of the samples is there', async () => {
  const files = stopsOf(walked).filter(({ path }) => isFile(path));
  const answers = await Promise.all(
    files.map(async ({ path }) => [path, (await fetch(walked.town.url + path)).status]),
  );
  expect(answers).toEqual(files.map(({ path }) => [path, 200]));
});

test(
  'no link of any page leads nowhere',
  async () => {
    const from = new Map<string, string>();
    for (const stop of stopsOf(walked).filter(({ path }) => !isFile(path)))
      for (const href of await walk.linksOn(stop)) {
        const path = href.split('#')[0] ?? '';
        if (!from.has(path)) from.set(path, stop.name);
      }
    const dead: string[] = [];
    for (const [path, page] of from) {
      const { status } = await fetch(walked.town.url + path, { redirect: 'manual' });
      if (status >= 400 && status !== 401)
        dead.push(`${path} answers ${status}, linked from ${page}`);
    }
    expect(dead).toEqual([]);
  },
  MINUTES_4,
);
