// Looking a number up in the rulebook, and what deadlines are reckoned with.
import type { PlainDate } from '#kernel/pure/dates.ts';
import type { DeadlineSetting, OfficeInterval } from '#kernel/pure/deadlines.ts';
import { EVERYWHERE, pickRuleSet } from '../rule-sets/pick-rule-set.rules.ts';
import type { RuleCode, RuleParams } from '../rule-sets/rule-set.contract.ts';
import type { RuleBook } from './book.types.ts';

/** The numbers of a rule for an event on a day, at a place. That none is in force is a bug: defaults are loaded first. */
export function ruleFor<C extends RuleCode>(
  book: RuleBook,
  code: C,
  date: PlainDate,
  area: string,
  subject?: string,
): RuleParams<C> {
  const set = pickRuleSet(book.ruleSets, code, date, area, subject);
  if (!set) throw new Error(`no rule set ${code} in force on ${date} in ${area}`);
  return set.params;
}

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Calendar and office hours for `computeDeadline`, as they were on a day, at a place. */
export function deadlineSetting(
  book: RuleBook,
  date: PlainDate,
  area: string = EVERYWHERE,
): DeadlineSetting {
  const officeHours: OfficeInterval[] = ruleFor(book, 'office.hours', date, area).intervals.map(
    ({ from, to }) => ({ from: minutes(from), to: minutes(to) }),
  );
  return { calendar: book.calendar, officeHours };
}
