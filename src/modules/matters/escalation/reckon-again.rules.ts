// A due date that was reckoned before a year's holidays were announced is reckoned again when they are. Nothing else moves it without an event of its own.
import type { Deadline } from '#kernel/pure/deadlines.ts';
import { changed, withMatter } from '../matters/change.rules.ts';
import type { Changed } from '../matters/change.types.ts';
import type { Case } from '../matters/matter.types.ts';

/** @param deadline by the calendar as it is now */
export function reckonAgain(c: Case, { dueAt, provisional }: Deadline, now: Date): Changed {
  const { matter } = c;
  const clock = { dueAt, isDueProvisional: provisional };
  if (dueAt.getTime() === matter.dueAt.getTime()) return changed(withMatter(c, clock));
  // Overdue by a date that was wrong is not overdue.
  const late = now > dueAt ? {} : { isOverdue: false, escalatedTo: [] };
  return changed(withMatter(c, { ...clock, ...late }), {
    verb: 'reckon_again',
    isPublic: true,
    codes: { from: matter.dueAt.toISOString(), until: dueAt.toISOString() },
  });
}
