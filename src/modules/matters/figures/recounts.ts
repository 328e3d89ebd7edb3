import type { Recount } from '#kernel/counters/recount.ts';
import type { World } from '#kernel/world.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { matterRecounts } from './recounts.queries.ts';

export function recountsOfMatters(world: Pick<World, 'database'>): readonly Recount[] {
  return matterRecounts((db) => readRulebook(world, db));
}
