// Who may change the rulebook: a post with 'rules.manage', for its own area; for the whole district only with that reach.
import type { Actor } from '#kernel/pure/actor.ts';
import { isWithin } from '#kernel/pure/area.ts';
import { EVERYWHERE } from './rule-sets/pick-rule-set.rules.ts';

export const MANAGE_RULES = 'rules.manage';

export function mayManageRules(actor: Actor, area: string): boolean {
  if (actor.face === 'system') return true;
  const reach = actor.verbs[MANAGE_RULES];
  if (reach === undefined) return false;
  return area === EVERYWHERE ? reach === 'district' : isWithin(actor.area, area);
}

/** Where the journal keeps a change that holds everywhere: the district of the actor. */
export function journalArea(actor: Actor, area: string): string {
  return area === EVERYWHERE ? actor.area.lo.slice(0, 6).padEnd(12, '0') : area;
}
