import { expect, test } from 'vitest';
import { inOneTown, MINUTES_4 } from './in-one-town.ts';
import { isFile, type Look, openWalk, stopsOf } from './portal-walk.ts';
import type { WalkedTown } from './walked-town.ts';

/** The stops that are pages and no photos, drawings or feeds. */
export const pagesOf = (walked: WalkedTown) => stopsOf(walked).filter(({ path }) => !isFile(path));

/** Walks every page of the portal in each of these looks; returns the way to its town and browser. */
export function testPortalIn(looks: readonly Look[], scripts: boolean) {
  const there = inOneTown((walked) => openWalk(walked, scripts), []);
  test.each(looks)(
    `every page at $width px, scripts ${scripts}: $language, large type $elder`,
    async (look) => {
      const { walk, walked } = there();
      const faults: string[] = [];
      for (const stop of pagesOf(walked)) faults.push(...(await walk.look(stop, look)));
      expect(faults).toEqual([]);
    },
    MINUTES_4,
  );
  return there;
}
