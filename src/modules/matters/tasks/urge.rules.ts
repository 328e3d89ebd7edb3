// A word to whoever keeps a matter waiting: kept in its history and sent to him again. It moves no clock.
import { isRefusal, refuse } from '#kernel/pure/refusal.ts';
import { isOverdueWork } from '../escalation/overdue.rules.ts';
import { changed, findTask, refusalUnlessOpen } from '../matters/change.rules.ts';
import type { ChangeFacts, Outcome } from '../matters/change.types.ts';
import { isLate, leadOf, ownerOf } from '../matters/fold.rules.ts';
import type { Case } from '../matters/matter.types.ts';

/** @param given.task an offer that nobody accepts in time; null for the lead of an overdue matter, or its first contact */
export function urge(
  c: Case,
  _facts: ChangeFacts,
  given: { task: string | null; reason: string | null },
): Outcome {
  const refusal = refusalUnlessOpen(c);
  if (refusal) return refusal;
  const task = given.task === null ? leadOf(c.tasks) : findTask(c, given.task);
  if (isRefusal(task)) return task;
  const isDue = given.task === null ? isOverdueWork(c) : task !== null && isLate(task);
  if (!isDue) return refuse('not_late');
  return changed(c, {
    verb: 'urge',
    isPublic: true,
    codes: {
      organisation: (task?.body ?? ownerOf(c)).organisation,
      ...(task ? { task: task.id } : {}),
    },
    ...(given.reason ? { detail: { reason: given.reason } } : {}),
  });
}
