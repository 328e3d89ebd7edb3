// Nothing is suspended for ever: on the day of its review it stands on the lists again, of its owner and of whoever dispatches.
import { endOfDay, instantOf, type PlainDate } from '#kernel/pure/dates.ts';
import { changed, withTask } from '../matters/change.rules.ts';
import { isOpen, stateOf } from '../matters/fold.rules.ts';
import type { Case, Suspension, Task } from '../matters/matter.types.ts';
import type { Clock } from './clock.types.ts';

type Suspended = Task & { readonly suspension: Suspension };

const dayOf = ({ suspension }: Suspended) => suspension.reviewOn as PlainDate;

function nextReview({ tasks }: Case): Suspended | undefined {
  return tasks
    .filter((task): task is Suspended => task.state === 'SUSPENDED' && task.suspension !== null)
    .filter(({ suspension }) => !suspension.isReviewDue)
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))[0];
}

/** Until when the review is made: the end of its day; null before that day has come. */
export function reviewDueAt({ suspension }: Task): Date | null {
  return suspension?.isReviewDue ? endOfDay(suspension.reviewOn as PlainDate) : null;
}

export const reviews: Clock = {
  nextAt(c) {
    const task = isOpen(stateOf(c)) ? nextReview(c) : undefined;
    return task ? instantOf(dayOf(task)) : null;
  },
  strike(c) {
    const task = nextReview(c);
    if (!task) return changed(c);
    const suspension = { ...task.suspension, isReviewDue: true };
    return changed(withTask(c, task.id, { suspension }), {
      verb: 'review_due',
      isPublic: true,
      codes: {
        task: task.id,
        organisation: task.body.organisation,
        reviewOn: task.suspension.reviewOn,
      },
    });
  },
};
