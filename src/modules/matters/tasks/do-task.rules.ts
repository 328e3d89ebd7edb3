// What the owner of a task does with it: finish it in words the resident can read, or have it suspended by two persons.
import { addDays, dateOf, type PlainDate } from '#kernel/pure/dates.ts';
import { isRefusal, refuse } from '#kernel/pure/refusal.ts';
import {
  changed,
  endedPauses,
  findTask,
  handOf,
  moved,
  refusalUnlessOpen,
  refusalUnlessOwn,
  withMatter,
  withTask,
} from '../matters/change.rules.ts';
import type { ChangeFacts, Outcome } from '../matters/change.types.ts';
import { isOpenTask } from '../matters/fold.rules.ts';
import type { Case } from '../matters/matter.types.ts';

export type Finish = {
  readonly task: string;
  readonly result: 'done' | 'cannot';
  readonly answerPublic: string;
  readonly answerPrivate: string | null;
  readonly madeSafeAt: Date | null;
};

/** What was done, or that it cannot be done and why. The sample is drawn here, before anybody is asked. */
export function finish(c: Case, facts: ChangeFacts, given: Finish): Outcome {
  const task = findTask(c, given.task);
  if (isRefusal(task)) return task;
  const refusal = refusalUnlessOpen(c) ?? refusalUnlessOwn(task, facts.hand);
  if (refusal) return refusal;
  const state = moved(task, 'finish');
  if (isRefusal(state)) return state;
  const others = c.tasks.filter(
    (other) => other.id !== task.id && isOpenTask(other) && other.state !== 'DONE',
  );
  if (task.isLead && others.length > 0)
    return refuse('others_still_at_work', { tasks: others.length });
  const isSampled =
    c.matter.isSampled || (task.isLead && task.round === 0 && facts.draw < facts.rules.sampleShare);
  const next = withTask(c, task.id, {
    state,
    result: given.result,
    answerPublic: given.answerPublic,
    answerPrivate: given.answerPrivate,
    madeSafeAt: given.madeSafeAt ?? task.madeSafeAt,
    doneAt: facts.now,
    handler: handOf(facts),
    round: task.round + 1,
    dueAt: null,
    // What was asked about the work before says nothing of a next round.
    suspension: null,
  });
  return changed(withMatter(next, { isSampled, askedForCheck: false }), {
    verb: given.result === 'done' ? 'finish' : 'cannot',
    isPublic: true,
    codes: { task: task.id, organisation: task.body.organisation, round: task.round + 1 },
    detail: { answerPublic: given.answerPublic, answerPrivate: given.answerPrivate },
  });
}

/** Asks for both clocks to stop; they go on until another person approves. */
export function proposeSuspension(
  c: Case,
  facts: ChangeFacts,
  given: { task: string; reason: string; reviewOn: PlainDate },
): Outcome {
  const task = findTask(c, given.task);
  if (isRefusal(task)) return task;
  const refusal = refusalUnlessOpen(c) ?? refusalUnlessOwn(task, facts.hand);
  if (refusal) return refusal;
  if (task.state !== 'OFFERED' && task.state !== 'ACCEPTED')
    return refuse('task_not_in_that_state', { state: task.state, verb: 'suspend' });
  const unfit = refusalOfReview(given.reviewOn, facts);
  if (unfit) return unfit;
  const suspension = {
    reason: given.reason,
    reviewOn: given.reviewOn,
    proposedBy: handOf(facts),
    approvedBy: null,
    from: null,
    isReviewDue: false,
  };
  return changed(withTask(c, task.id, { suspension }), {
    verb: 'propose_suspension',
    isPublic: false,
    codes: { task: task.id, reviewOn: given.reviewOn },
    detail: { reason: given.reason },
  });
}

/** A suspension is looked at again soon: after today, and within the days that the rule allows. */
function refusalOfReview(reviewOn: PlainDate, { now, rules }: ChangeFacts) {
  const { reviewWithinDays: days } = rules.suspension;
  const today = dateOf(now);
  if (reviewOn <= today) return refuse('review_not_ahead');
  const last = addDays(today, days);
  return reviewOn > last ? refuse('review_too_far', { days, last }) : null;
}

export function approveSuspension(c: Case, facts: ChangeFacts, given: { task: string }): Outcome {
  const task = findTask(c, given.task);
  if (isRefusal(task)) return task;
  if (!task.suspension) return refuse('no_suspension_proposed');
  const hand = handOf(facts);
  const isOwn = hand.account === task.suspension.proposedBy.account;
  if (isOwn && facts.rules.suspension.approvalByAnother) return refuse('needs_another_person');
  const state = moved(task, 'suspend');
  if (isRefusal(state)) return state;
  const unfit = refusalOfReview(task.suspension.reviewOn as PlainDate, facts);
  if (unfit) return unfit;
  const suspension = { ...task.suspension, approvedBy: hand, from: facts.now };
  // A side task that waits does not stop the resident's clock.
  const pause = { from: facts.now, to: null, reason: suspension.reason };
  const pauses = task.isLead ? [...c.matter.pauses, pause] : c.matter.pauses;
  return changed(withMatter(withTask(c, task.id, { state, suspension }), { pauses }), {
    verb: 'suspend',
    isPublic: true,
    codes: { task: task.id, reviewOn: suspension.reviewOn },
    detail: { reason: suspension.reason },
  });
}

/** The clocks go on where they stopped. */
export function resume(c: Case, facts: ChangeFacts, given: { task: string }): Outcome {
  const task = findTask(c, given.task);
  if (isRefusal(task)) return task;
  const back = task.acceptedAt ? 'ACCEPTED' : 'OFFERED';
  const state = moved(task, 'resume', back);
  if (isRefusal(state)) return state;
  const pauses = task.isLead ? endedPauses(c, facts) : c.matter.pauses;
  const stopped = facts.now.getTime() - (task.suspension?.from ?? facts.now).getTime();
  const later = (at: Date | null) => at && new Date(at.getTime() + stopped);
  const clock = { dueAt: later(task.dueAt), lateAt: later(task.lateAt) };
  const next = withTask(c, task.id, { state, ...clock, suspension: null });
  return changed(withMatter(next, { pauses }), {
    verb: 'resume',
    isPublic: true,
    codes: { task: task.id },
  });
}

export function cancel(
  c: Case,
  facts: ChangeFacts,
  given: { task: string; reason: string },
): Outcome {
  const task = findTask(c, given.task);
  if (isRefusal(task)) return task;
  const refusal = refusalUnlessOpen(c);
  if (refusal) return refusal;
  if (task.state === 'DONE')
    return refuse('task_not_in_that_state', { state: task.state, verb: 'cancel' });
  const state = moved(task, 'cancel');
  if (isRefusal(state)) return state;
  const pauses =
    task.isLead && task.state === 'SUSPENDED' ? endedPauses(c, facts) : c.matter.pauses;
  // The first contact answers for it again, with his own time from now on.
  const anew = task.isLead
    ? { firstDueAt: facts.dueOf(facts.rules.firstContactWithin, facts.now), isUnowned: false }
    : {};
  return changed(
    withMatter(withTask(c, task.id, { state, isLead: false, dueAt: null }), { pauses, ...anew }),
    {
      verb: 'cancel',
      isPublic: true,
      codes: { task: task.id, organisation: task.body.organisation },
      detail: { reason: given.reason },
    },
  );
}
