import { AROUND, aRuleSet, daysLater, facts, SEATS } from '../matters/case.factory.ts';
import type { CaseEvent } from '../matters/change.types.ts';
import { desksOf } from '../matters/desks.rules.ts';
import type { Case } from '../matters/matter.types.ts';
import { workItemsOf } from '../matters/work-items.rules.ts';
import { passTime } from './clocks.rules.ts';

/** What time does to a matter of `aCase` in so many days. */
export const passed = (c: Case, days: number) => passTime(c, facts(null, { now: daysLater(days) }));

export const verbsOf = (events: readonly CaseEvent[]) => events.map((event) => event.verb);

export const levelsOf = (events: readonly CaseEvent[]) =>
  events.filter(({ verb }) => verb === 'escalate').map(({ codes }) => codes?.['level']);

/** What it puts on Today. */
export const waitsOf = (c: Case, around = AROUND) =>
  workItemsOf(c, desksOf(c, around, SEATS), aRuleSet);

/** Whom it makes urge, and on which level. */
export const urgedAt = (c: Case) =>
  waitsOf(c)
    .filter(({ verb }) => verb === 'matter.urge')
    .map(({ organisation, facts: { level } }) => [organisation, level]);
