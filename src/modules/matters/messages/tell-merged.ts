import { systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import { applyChange } from '../matters/act.ts';
import { lockCaseById } from '../matters/case.queries.ts';
import { followParent, isBehind } from '../matters/merge.rules.ts';
import { listMergedInto } from './tell.queries.ts';

/**
 * Brings the matters merged into one up to date with it: at each finish their own reporters are asked, when it ends they
 * follow, and where it ended without work (withdrawn, not taken, sent elsewhere) each goes on by itself.
 */
export async function tellMerged(world: World, input: { readonly matter: string }): Promise<void> {
  const children = await world.database.withReadScope(systemScope, (db) =>
    listMergedInto(db, input.matter),
  );
  for (const id of children) {
    await world.database.withScope(systemScope, async (tx) => {
      // The child first, as a merge locks them.
      const child = await lockCaseById(tx, id);
      const parent = await lockCaseById(tx, input.matter);
      if (!parent || !child || !isBehind(child.case, parent.case)) return;
      await applyChange(world, SYSTEM, tx, child, ({ case: c }, facts) =>
        followParent(c, facts, { parent: parent.case }),
      );
    });
  }
}
