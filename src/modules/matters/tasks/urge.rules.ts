// A word to whoever keeps a matter waiting: kept in its history and sent to him again. It moves no clock.
import { refuse } from '#kernel/pure/refusal.ts';
import { isOverdueWork } from '../escalation/overdue.rules.ts';
import { changed, refusalUnlessOpen } from '../matters/change.rules.ts';
import type { ChangeFacts, Outcome } from '../matters/change.types.ts';
import { leadOf, ownerOf } from '../matters/fold.rules.ts';
import type { Case } from '../matters/matter.types.ts';

export function urge(c: Case, _facts: ChangeFacts, given: { reason: string | null }): Outcome {
  const refusal = refusalUnlessOpen(c);
  if (refusal) return refusal;
  if (!isOverdueWork(c)) return refuse('not_late');
  const lead = leadOf(c.tasks);
  return changed(c, {
    verb: 'urge',
    isPublic: true,
    codes: {
      organisation: (lead?.body ?? ownerOf(c)).organisation,
      ...(lead ? { task: lead.id } : {}),
    },
    ...(given.reason ? { detail: { reason: given.reason } } : {}),
  });
}
