import { systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import { applyChange } from '../matters/act.ts';
import { lockCaseById } from '../matters/case.queries.ts';
import { followParent } from '../matters/dispose.rules.ts';
import { listMergedInto } from './tell.queries.ts';

/** When a parent closes, the matters merged into it close with it; each reporter is told and may say 'not solved'. */
export async function closeMerged(world: World, input: { readonly matter: string }): Promise<void> {
  const children = await world.database.withReadScope(systemScope, (db) =>
    listMergedInto(db, input.matter),
  );
  for (const id of children) {
    await world.database.withScope(systemScope, async (tx) => {
      const parent = await lockCaseById(tx, input.matter);
      const child = await lockCaseById(tx, id);
      if (!parent || !child) return;
      await applyChange(world, SYSTEM, tx, child, ({ case: c }, facts) =>
        followParent(c, facts, { parent: parent.case.matter }),
      );
    });
  }
}
