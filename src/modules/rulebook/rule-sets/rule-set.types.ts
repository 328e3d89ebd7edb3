import type { PlainDate } from '#kernel/pure/dates.ts';
import type { RuleCode, RuleParams } from './rule-set.contract.ts';

/** One dated row of the rulebook: the numbers of a rule, with where they come from. Never changed once published. */
export type RuleSetOf<C extends RuleCode> = {
  readonly id: string;
  readonly code: C;
  /** What kind of thing it is for, e.g. a category; '*' for all that have no row of their own. */
  readonly subject: string;
  /** Where it holds: an area code, or EVERYWHERE. */
  readonly area: string;
  readonly validFrom: PlainDate;
  /** First day it no longer holds; null: until another takes over. */
  readonly validTo: PlainDate | null;
  readonly source: string;
  readonly article: string;
  readonly params: RuleParams<C>;
};

export type RuleSet = { readonly [C in RuleCode]: RuleSetOf<C> }[RuleCode];
