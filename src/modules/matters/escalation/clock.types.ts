import type { Changed, ChangeFacts, CheckingRules } from '../matters/change.types.ts';
import type { Case } from '../matters/matter.types.ts';

/** One thing that time alone does to a matter. After each stroke the next lies later, or there is none. */
export type Clock = {
  /** The instant that must have passed; null when this clock does not run. */
  readonly nextAt: (c: Case, rules: CheckingRules) => Date | null;
  readonly strike: (c: Case, facts: ChangeFacts) => Changed;
};
