// A department's link opens its one task while that waits for the department; whoever may offer work may withdraw the link or make a new one.
import { isRefusal, refuse } from '#kernel/pure/refusal.ts';
import { changed, findTask, refusalUnlessOpen, withTask } from '../matters/change.rules.ts';
import type { ChangeFacts, Outcome } from '../matters/change.types.ts';
import type { Case, Task } from '../matters/matter.types.ts';

type Given = { readonly task: string };

/** Whether the task waits for the body it lies with, so that its link has something to open. */
export const isReachedByLink = ({ state }: Pick<Task, 'state'>): boolean =>
  state === 'OFFERED' || state === 'ACCEPTED';

/** A new link is sent; those sent before open nothing any more. */
export function renewLink(c: Case, _facts: ChangeFacts, { task }: Given): Outcome {
  return withNextLink(c, task, 'renew_link');
}

/** Nothing is sent; those sent before open nothing any more. */
export function withdrawLink(c: Case, _facts: ChangeFacts, { task }: Given): Outcome {
  return withNextLink(c, task, 'withdraw_link');
}

function withNextLink(c: Case, id: string, verb: 'renew_link' | 'withdraw_link'): Outcome {
  const task = findTask(c, id);
  if (isRefusal(task)) return task;
  const refusal = refusalUnlessOpen(c);
  if (refusal) return refusal;
  if (!isReachedByLink(task)) return refuse('task_not_in_that_state', { state: task.state, verb });
  return changed(withTask(c, id, { linkVersion: task.linkVersion + 1 }), {
    verb,
    isPublic: false,
    codes: { task: id, organisation: task.body.organisation },
  });
}
