import type { WorkingCalendar } from '#kernel/pure/calendar.ts';
import type { Rollout } from '../rollouts/rollout.rules.ts';
import type { RuleSet } from '../rule-sets/rule-set.types.ts';

/** All that the rulebook says, of every day: a plain value that rules are given. */
export type RuleBook = {
  readonly version: string;
  readonly calendar: WorkingCalendar;
  readonly ruleSets: readonly RuleSet[];
  readonly rollouts: readonly Rollout[];
};
