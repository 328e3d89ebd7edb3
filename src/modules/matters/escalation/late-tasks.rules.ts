// The clock of whoever has a task: an offer not accepted, or work not answered, within its time is counted against him. The resident's clock runs on regardless.
import { changed, withTask } from '../matters/change.rules.ts';
import { isLate, isOpen, stateOf } from '../matters/fold.rules.ts';
import type { Case, Task } from '../matters/matter.types.ts';
import type { Clock } from './clock.types.ts';

function nextToBeLate({ tasks }: Case): (Task & { dueAt: Date }) | undefined {
  return tasks
    .filter((task) => task.state === 'OFFERED' || task.state === 'ACCEPTED')
    .filter((task) => !isLate(task))
    .flatMap(({ dueAt, ...task }) => (dueAt ? [{ ...task, dueAt }] : []))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
}

export const lateTasks: Clock = {
  nextAt: (c) => (isOpen(stateOf(c)) ? (nextToBeLate(c)?.dueAt ?? null) : null),
  strike(c) {
    const task = nextToBeLate(c);
    if (!task) return changed(c);
    return changed(withTask(c, task.id, { lateAt: task.dueAt }), {
      verb: 'task_late',
      isPublic: false,
      codes: {
        task: task.id,
        against: task.body.organisation,
        state: task.state,
        round: task.round,
      },
    });
  },
};
