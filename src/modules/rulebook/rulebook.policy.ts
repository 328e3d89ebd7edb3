// Who may change the rulebook: a post with the verb, for its own area; for the whole district only with that reach. The system administrator's post belongs to no area and reaches all of them.
import type { Actor } from '#kernel/pure/actor.ts';
import { isWithin } from '#kernel/pure/area.ts';
import { EVERYWHERE } from './rule-sets/pick-rule-set.rules.ts';

export const READ_RULES = 'rules.read';
export const MANAGE_RULES = 'rules.manage';
export const MANAGE_ROLLOUTS = 'rollout.manage';

function mayChange(actor: Actor, verb: string, area: string): boolean {
  if (actor.face === 'system') return true;
  const reach = actor.verbs[verb];
  if (reach === undefined) return false;
  const isOfNoArea = actor.area.lo === actor.area.hi;
  if (area === EVERYWHERE || isOfNoArea) return reach === 'district';
  return isWithin(actor.area, area);
}

export function mayManageRules(actor: Actor, area: string): boolean {
  return mayChange(actor, MANAGE_RULES, area);
}

export function mayManageRollouts(actor: Actor, area: string): boolean {
  return mayChange(actor, MANAGE_ROLLOUTS, area);
}

/** Where the journal keeps a change that holds everywhere: the district of the actor. */
export function journalArea(actor: Actor, area: string): string {
  return area === EVERYWHERE ? actor.area.lo.slice(0, 6).padEnd(12, '0') : area;
}
