import { expect, test } from 'vitest';
import { inOneTown, MINUTES_4 } from './in-one-town.ts';
import { deskStops, openDeskWalk } from './workbench-walk.ts';

/** Walks every page of the workbench in both languages at one width. Two widths are two files, which run side by side. */
export function testWorkbenchAt(width: number): void {
  const there = inOneTown(openDeskWalk);
  test.each(['zh', 'en'] as const)(
    `every page of the workbench at ${width} px: %s`,
    async (language) => {
      const { walk, walked } = there();
      const look = { language, width };
      const faults = await walk.lookAtDoor(look);
      for (const stop of deskStops(walked)) faults.push(...(await walk.look(stop, look)));
      expect(faults).toEqual([]);
    },
    MINUTES_4,
  );
}
