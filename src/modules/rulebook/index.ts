/** The door of the rulebook for commands and reads; pure rules and types are in pure.ts. */
export { loadRulebookDefaults } from './book/load-defaults.ts';
export { readRulebook } from './book/read-rulebook.ts';
export { loadCalendarYear } from './calendars/load-calendar-year.ts';
export { switchRollout } from './rollouts/switch-rollout.ts';
export { publishRuleSet } from './rule-sets/publish-rule-set.ts';
export { rulebookMessages } from './rulebook.messages.ts';
