// What time alone does: a matter not done when it is due becomes overdue. It never moves the resident's clock.

import { changed, withMatter } from '../matters/change.rules.ts';
import type { Changed, ChangeFacts } from '../matters/change.types.ts';
import { isClockRunning, ownerOf } from '../matters/fold.rules.ts';
import type { Case } from '../matters/matter.types.ts';

export function passTime(c: Case, facts: ChangeFacts): Changed {
  const { matter } = c;
  const isStopped = matter.pauses.some((pause) => pause.to === null);
  if (matter.isOverdue || isStopped || !isClockRunning(c) || facts.now <= matter.dueAt)
    return changed(c);
  return changed(withMatter(c, { isOverdue: true }), {
    verb: 'become_overdue',
    isPublic: true,
    codes: { organisation: ownerOf(c).organisation },
  });
}
