// When a new rule set may be published: it looks forward, never back, so no figure of the past changes.
import type { PlainDate } from '#kernel/pure/dates.ts';
import { type Refusal, refuse } from '#kernel/pure/refusal.ts';
import type { RuleSet } from './rule-set.types.ts';

export type PublishRefusal = Refusal<
  'rule_in_the_past' | 'rule_already_starts' | 'rule_ends_too_early'
>;

type Proposed = Pick<RuleSet, 'code' | 'subject' | 'area' | 'validFrom' | 'validTo'>;

export function refusalToPublish(
  proposed: Proposed,
  sets: readonly RuleSet[],
  today: PlainDate,
): PublishRefusal | null {
  if (proposed.validFrom <= today) return refuse('rule_in_the_past', { today });
  if (proposed.validTo !== null && proposed.validTo <= proposed.validFrom) {
    return refuse('rule_ends_too_early');
  }
  const same = sets.some(
    (set) =>
      set.code === proposed.code &&
      set.subject === proposed.subject &&
      set.area === proposed.area &&
      set.validFrom === proposed.validFrom,
  );
  return same ? refuse('rule_already_starts', { date: proposed.validFrom }) : null;
}
