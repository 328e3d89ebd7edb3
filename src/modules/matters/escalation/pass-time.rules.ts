// What time alone does: a matter not done when it is due becomes overdue. It never moves the resident's clock.

import { changed, withMatter } from '../matters/change.rules.ts';
import type { Changed, ChangeFacts } from '../matters/change.types.ts';
import { isOpen, ownerOf, stateOf } from '../matters/fold.rules.ts';
import type { Case } from '../matters/matter.types.ts';

export function passTime(c: Case, facts: ChangeFacts): Changed {
  const { matter } = c;
  const isStopped = matter.pauses.some((pause) => pause.to === null);
  const state = stateOf(c);
  // The clock ends with the work: how long its reporter takes to answer counts against nobody.
  const isAtWork = isOpen(state) && state !== 'CHECKING';
  if (matter.isOverdue || isStopped || !isAtWork || facts.now <= matter.dueAt) return changed(c);
  return changed(withMatter(c, { isOverdue: true }), {
    verb: 'become_overdue',
    isPublic: true,
    codes: { organisation: ownerOf(c).organisation },
  });
}
