import { expect, test } from 'vitest';
import { MINUTES_4 } from './in-one-town.ts';
import { pagesOf, testPortalIn } from './portal-tests.ts';
import { isFile, type Look, stopsOf } from './portal-walk.ts';

const desk = { width: 1280, scripts: true } as const;
const LOOKS: readonly Look[] = [
  { ...desk, language: 'zh', elder: false },
  { ...desk, language: 'en', elder: false },
  { ...desk, language: 'en', elder: true },
];

const there = testPortalIn(LOOKS, true);

test('every photo, drawing and feed of the samples is there', async () => {
  const { walked } = there();
  const files = stopsOf(walked).filter(({ path }) => isFile(path));
  const answers = await Promise.all(
    files.map(async ({ path }) => [path, (await fetch(walked.town.url + path)).status]),
  );
  expect(answers).toEqual(files.map(({ path }) => [path, 200]));
});

test(
  'no link of any page leads nowhere',
  async () => {
    const { walk, walked } = there();
    const from = new Map<string, string>();
    for (const stop of pagesOf(walked))
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
