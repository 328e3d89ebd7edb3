import { afterAll, beforeAll } from 'vitest';
import type { Role } from '../journeys/town-register.ts';
import { openWalkedTown, type WalkedTown } from './walked-town.ts';

/** As long as every page in one look may take, or the town and its visitors before it. */
export const MINUTES_4 = 240_000;

type Closable = { readonly close: () => Promise<void> };

/** A town and a browser walking it for all tests of one file; asked for within them. */
export function inOneTown<W extends Closable>(
  open: (walked: WalkedTown) => Promise<W>,
  roles?: readonly Role[],
): () => { readonly walked: WalkedTown; readonly walk: W } {
  let walked: WalkedTown | undefined;
  let walk: W | undefined;
  beforeAll(async () => {
    walked = await openWalkedTown(roles);
    walk = await open(walked);
  }, MINUTES_4);
  afterAll(async () => {
    await walk?.close();
    await walked?.close();
  });
  return () => {
    if (!walked || !walk) throw new Error('the town is there within tests only');
    return { walked, walk };
  };
}
