// Everything that time alone does to a matter, in the order in which it is done.
import { changed } from '../matters/change.rules.ts';
import type { Changed, ChangeFacts, CheckingRules } from '../matters/change.types.ts';
import type { Case } from '../matters/matter.types.ts';
import type { Clock } from './clock.types.ts';
import { lateTasks } from './late-tasks.rules.ts';
import { escalation, overdue } from './overdue.rules.ts';
import { reviews } from './reviews.rules.ts';
import { unowned } from './unowned.rules.ts';

const CLOCKS: readonly Clock[] = [overdue, escalation, lateTasks, unowned, reviews];

/** The instants that the clocks of a matter wait for. */
export function nextStrokes(c: Case, rules: CheckingRules): Date[] {
  return CLOCKS.map((clock) => clock.nextAt(c, rules)).filter((at) => at !== null);
}

/** Lets every clock strike as often as its instant has passed. */
export function passTime(c: Case, facts: ChangeFacts): Changed {
  return CLOCKS.reduce((before, clock) => run(before, clock, facts), changed(c));
}

function run(before: Changed, clock: Clock, facts: ChangeFacts): Changed {
  let current = before;
  for (;;) {
    const at = clock.nextAt(current.case, facts.rules);
    if (at === null || at >= facts.now) return current;
    const next = clock.strike(current.case, facts);
    current = { case: next.case, events: [...current.events, ...next.events] };
  }
}
