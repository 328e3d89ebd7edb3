import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWalkedTown, type WalkedTown } from './walked-town.ts';
import { type DeskWalk, deskStops, openDeskWalk } from './workbench-walk.ts';

const WIDTH = 375;
const MINUTES_4 = 240_000;

let walked: WalkedTown;
let walk: DeskWalk;
beforeAll(async () => {
  walked = await openWalkedTown();
  walk = await openDeskWalk(walked);
}, MINUTES_4);
afterAll(async () => {
  await walk?.close();
  await walked?.close();
});

test.each(['zh', 'en'] as const)(
  'every page of the workbench at 375 px: %s',
  async (language) => {
    const look = { language, width: WIDTH };
    const faults = await walk.lookAtDoor(look);
    for (const stop of deskStops(walked)) faults.push(...(await walk.look(stop, look)));
    expect(faults).toEqual([]);
  },
  MINUTES_4,
);
