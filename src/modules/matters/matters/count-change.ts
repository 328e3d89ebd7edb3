import { applyCounts, type Count, changed, changedFor } from '#kernel/counters/counters.ts';
import type { Tx } from '#kernel/db/client.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { sharedWith } from './case-rows.queries.ts';
import { contributionsOf } from './counts.rules.ts';
import type { Case } from './matter.types.ts';

/** Moves every figure by the difference between what the matter added before and what it adds now. Last in its transaction. */
export async function countChange(
  tx: Tx,
  world: World,
  before: Case | null,
  after: Case,
  quickDays: number,
): Promise<void> {
  const of = (c: Case | null, by: number): Count[] =>
    c ? contributionsOf(c, quickDays, dateOf).map((one) => ({ ...one, by })) : [];
  await applyCounts(tx, world, [
    ...of(before, -1),
    ...of(after, 1),
    changed('matters', after.matter.area),
    ...wokenBodies(after).map((root) => changedFor('matters', root)),
  ]);
}

/** Bodies that see the matter by sharing and perhaps by no area; the first contact, which mostly works alone, sees it by area. */
function wokenBodies(after: Case): string[] {
  return sharedWith(after).filter((root) => root !== after.matter.firstContact.root);
}
