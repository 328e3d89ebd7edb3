import { systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { tell } from './change-notice.ts';
import { lockDueNotices, updateNotice } from './notice.queries.ts';

/**
 * What time does to notices: those whose first day has come appear, those whose last day is over expire. May run twice
 * or late; lists look at the day themselves. Gives how many it moved.
 */
export async function passNoticeDays(world: World): Promise<number> {
  let moved = 0;
  for (;;) {
    const now = world.clock.now();
    const today = dateOf(now);
    const batch = await world.database.withScope(systemScope, async (tx) => {
      const due = await lockDueNotices(tx, today);
      for (const notice of due) {
        const isOver = notice.expiresOn !== null && notice.expiresOn < today;
        const change = isOver ? { state: 'EXPIRED', isShown: false } : { isShown: true };
        const after = await updateNotice(tx, notice, { ...change, changedAt: now });
        await tell(tx, world, SYSTEM, after, isOver ? 'expire' : 'appear');
      }
      return due.length;
    });
    if (batch === 0) return moved;
    moved += batch;
  }
}
