import { systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import { applyChange } from '../matters/act.ts';
import { lockCaseById } from '../matters/case.queries.ts';
import { passTime } from './clocks.rules.ts';
import { listDueForLook, lookAgainAt } from './escalate.queries.ts';

const BATCH = 200;
/** One that fails is tried again in an hour, so that it never stands before the others. */
const LATER_MS = 3_600_000;

/**
 * Looks at every matter whose time has come: a clock strikes, or its reporter's silence begins to count. One
 * transaction each, so that one that fails stops no other. Returns how many were looked at.
 */
export async function escalate(world: World): Promise<number> {
  const now = world.clock.now();
  const due = await world.database.withReadScope(systemScope, (db) =>
    listDueForLook(db, now, BATCH),
  );
  for (const id of due) {
    try {
      await world.database.withScope(systemScope, async (tx) => {
        const stored = await lockCaseById(tx, id);
        if (stored)
          await applyChange(world, SYSTEM, tx, stored, ({ case: c }, facts) => passTime(c, facts));
      });
    } catch (error) {
      world.log.error({ err: error, matter: id }, 'a matter could not be escalated');
      await world.database.withScope(systemScope, (tx) =>
        lookAgainAt(tx, id, new Date(now.getTime() + LATER_MS)),
      );
    }
  }
  return due.length;
}
