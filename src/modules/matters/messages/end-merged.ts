import { systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import { applyChange } from '../matters/act.ts';
import { lockCaseById } from '../matters/case.queries.ts';
import { followParent, split } from '../matters/dispose.rules.ts';
import { listMergedInto } from './tell.queries.ts';

/**
 * What becomes of the matters merged into one that is over: they close as it closed, and each reporter is told and may
 * say 'not solved'; where it ended without work (withdrawn, not taken, sent elsewhere), each goes on by itself.
 */
export async function endMerged(world: World, input: { readonly matter: string }): Promise<void> {
  const children = await world.database.withReadScope(systemScope, (db) =>
    listMergedInto(db, input.matter),
  );
  for (const id of children) {
    await world.database.withScope(systemScope, async (tx) => {
      // The child first, as a merge locks them.
      const child = await lockCaseById(tx, id);
      const parent = await lockCaseById(tx, input.matter);
      if (
        !parent ||
        child?.case.matter.mergedInto !== input.matter ||
        child.case.matter.closure !== null
      )
        return;
      const { matter } = parent.case;
      await applyChange(world, SYSTEM, tx, child, ({ case: c }, facts) =>
        matter.closure === null
          ? split(c, facts, { lastOwner: matter.firstContact })
          : followParent(c, facts, { parent: matter }),
      );
    });
  }
}
