import { afterAll, beforeAll, expect, test } from 'vitest';
import { isFile, type Look, openWalk, stopsOf, type Walk } from './portal-walk.ts';
import { openWalkedTown, type WalkedTown } from './walked-town.ts';

const LOOKS: readonly Look[] = (['zh', 'en'] as const).flatMap((language) =>
  [false, true].map((elder) => ({ language, elder, width: 320, scripts: false })),
);
const MINUTES_4 = 240_000;

let walked: WalkedTown;
let walk: Walk;
beforeAll(async () => {
  walked = await openWalkedTown([]);
  walk = await openWalk(walked, false);
}, MINUTES_4);
afterAll(async () => {
  await walk?.close();
  await walked?.close();
});

test.each(LOOKS)(
  'every page fits a phone of 320 px without scripts: $language, large type $elder',
  async (look) => {
    const faults: string[] = [];
    for (const stop of stopsOf(walked).filter(({ path }) => !isFile(path)))
      faults.push(...(await walk.look(stop, look)));
    expect(faults).toEqual([]);
  },
  MINUTES_4,
);
