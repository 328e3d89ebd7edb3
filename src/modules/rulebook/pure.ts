/** Pure rules and types of the rulebook, for others' rules and pages. */
export { deadlineSetting, ruleFor } from './book/book.rules.ts';
export type { RuleBook } from './book/book.types.ts';
export { isSwitchedOn, type Rollout } from './rollouts/rollout.rules.ts';
export { ANY_SUBJECT, EVERYWHERE, pickRuleSet } from './rule-sets/pick-rule-set.rules.ts';
export type { RuleCode, RuleParams } from './rule-sets/rule-set.contract.ts';
export type { RuleSet, RuleSetOf } from './rule-sets/rule-set.types.ts';
