// What can happen to a matter as a whole: refused, sent where it belongs, joined to another, withdrawn, answered, opened again.
import { refuse } from '#kernel/pure/refusal.ts';
import { changed, endedPauses, newTask, refusalUnlessOpen, withMatter } from './change.rules.ts';
import type { ChangeFacts, Outcome } from './change.types.ts';
import { isOpenTask, leadOf, stateOf } from './fold.rules.ts';
import type { Case, Matter } from './matter.types.ts';

const DAY_MS = 86_400_000;

/** Before anybody accepted it, with a reason that the reporter is told. */
export function reject(c: Case, _facts: ChangeFacts, given: { reason: string }): Outcome {
  return disposeEarly(c, 'REJECTED', 'reject', given.reason);
}

/** It belongs to another channel: 110, the petitions office, a court. */
export function redirect(
  c: Case,
  _facts: ChangeFacts,
  given: { reason: string; channel: string },
): Outcome {
  return disposeEarly(c, 'REDIRECTED', 'redirect', given.reason, { channel: given.channel });
}

function disposeEarly(
  c: Case,
  disposition: 'REJECTED' | 'REDIRECTED',
  verb: string,
  reason: string,
  codes: Record<string, string> = {},
): Outcome {
  const state = stateOf(c);
  if (state !== 'RECEIVED') return refuse('only_before_acceptance', { state });
  return changed(over(c, { disposition, dispositionReason: reason }), {
    verb,
    isPublic: true,
    codes,
    detail: { reason },
  });
}

/** The parent carries the work from here; the reporter keeps his own number, clock and question. */
export function merge(c: Case, _facts: ChangeFacts, given: { parent: Case }): Outcome {
  const refusal = refusalUnlessOpen(c);
  if (refusal) return refusal;
  const parent = given.parent.matter;
  if (parent.id === c.matter.id) return refuse('merge_with_itself');
  if (parent.disposition === 'MERGED') return refuse('parent_is_merged');
  if (refusalUnlessOpen(given.parent))
    return refuse('parent_is_over', { state: stateOf(given.parent) });
  if (parent.area !== c.matter.area) return refuse('parent_elsewhere');
  return changed(over(c, { disposition: 'MERGED', mergedInto: parent.id }), {
    verb: 'merge',
    isPublic: true,
    codes: { parent: parent.id },
  });
}

/** The reporter's 'not solved' takes his matter off its parent again, with a lead offered to whoever did the parent's work. */
export function split(
  c: Case,
  facts: ChangeFacts,
  given: { lastOwner: Matter['firstContact'] },
): Outcome {
  if (c.matter.disposition !== 'MERGED') return refuse('not_merged');
  const task = leadAgain(facts, c, given.lastOwner);
  const next = withMatter(
    { ...c, tasks: [...c.tasks, task] },
    {
      disposition: null,
      mergedInto: null,
      closure: null,
      closedAt: null,
      pauses: endedPauses(c, facts),
    },
  );
  return changed(next, { verb: 'split', isPublic: true, codes: { task: task.id } });
}

/** The parent is closed and this reporter says so too, or says nothing: his matter ends as its parent did. */
export function followParent(c: Case, facts: ChangeFacts, given: { parent: Matter }): Outcome {
  if (c.matter.disposition !== 'MERGED' || given.parent.closure === null)
    return refuse('parent_not_closed');
  if (c.matter.closure !== null) return refuse('matter_is_over', { state: 'CLOSED' });
  // Its reporter has not said 'solved' himself: another's word does not make it so.
  const closure = given.parent.closure === 'solved' ? 'unconfirmed' : given.parent.closure;
  return changed(
    withMatter(c, {
      closure,
      closedAt: facts.now,
      firstClosedAt: c.matter.firstClosedAt ?? facts.now,
    }),
    { verb: 'close', isPublic: true, codes: { closure, parent: given.parent.id } },
  );
}

/** The reporter takes it back. Where safety is concerned the work goes on without him. */
export function withdraw(c: Case, _facts: ChangeFacts): Outcome {
  const refusal = refusalUnlessOpen(c);
  if (refusal) return refusal;
  if (c.matter.isSafety) {
    if (c.matter.reporterLeft) return refuse('withdrawn_already');
    return changed(withMatter(c, { reporterLeft: true, isAnonymous: true }), {
      verb: 'leave',
      isPublic: true,
    });
  }
  return changed(over(c, { disposition: 'WITHDRAWN' }), { verb: 'withdraw', isPublic: true });
}

/** A question is answered at once by whoever was asked; nobody checks an answer. */
export function answer(c: Case, facts: ChangeFacts, given: { text: string }): Outcome {
  if (c.matter.kind !== 'consultation') return refuse('only_consultations');
  return conclude(c, facts, 'ANSWERED', 'answer', given.text);
}

/** A suggestion is adopted, partly, or not, always with a reason. */
export function decide(
  c: Case,
  facts: ChangeFacts,
  given: { decision: 'ADOPTED' | 'PARTLY' | 'NOT_ADOPTED'; text: string },
): Outcome {
  if (c.matter.kind !== 'suggestion') return refuse('only_suggestions');
  return conclude(c, facts, given.decision, 'decide', given.text);
}

function conclude(
  c: Case,
  facts: ChangeFacts,
  disposition: NonNullable<Matter['disposition']>,
  verb: string,
  text: string,
): Outcome {
  const state = stateOf(c);
  if (state !== 'RECEIVED') return refuse('only_before_acceptance', { state });
  const next = over(c, {
    disposition,
    dispositionReason: text,
    closure: 'answered',
    closedAt: facts.now,
    firstClosedAt: c.matter.firstClosedAt ?? facts.now,
  });
  return changed(
    next,
    { verb, isPublic: true, codes: { decision: disposition }, detail: { text } },
    { verb: 'close', isPublic: true, codes: { closure: 'answered' } },
  );
}

/** Once, within the days allowed. A second wish is kept, answered, and put before the appraisal meeting. */
export function reopen(c: Case, facts: ChangeFacts): Outcome {
  const { matter } = c;
  if (matter.closure === null || matter.closedAt === null) return refuse('not_closed_yet');
  if (matter.disposition === 'MERGED') return refuse('merged_follow_their_parent');
  if (matter.reopenedAt !== null) {
    return changed(
      c,
      { verb: 'wish_reopening', isPublic: true },
      { verb: 'put_on_agenda', isPublic: false, codes: { meeting: 'appraisal' } },
    );
  }
  const days = (facts.now.getTime() - matter.closedAt.getTime()) / DAY_MS;
  if (days > facts.rules.reopenDays)
    return refuse('too_late_to_reopen', { days: facts.rules.reopenDays });
  const lead = leadOf(c.tasks);
  const task = leadAgain(facts, c, lead?.body ?? matter.firstContact);
  const tasks = c.tasks.map((one) => ({ ...one, isLead: false }));
  const next = withMatter(
    { ...c, tasks: [...tasks, task] },
    {
      closure: null,
      closedAt: null,
      disposition: null,
      reopenedAt: facts.now,
      isOverdue: false,
      escalatedTo: [],
    },
  );
  return changed(next, {
    verb: 'reopen',
    isPublic: true,
    codes: { task: task.id, organisation: task.body.organisation },
  });
}

function leadAgain(facts: ChangeFacts, c: Case, body: Matter['firstContact']) {
  return newTask(facts, {
    state: 'OFFERED',
    isLead: true,
    body,
    offeredBy: c.matter.firstContact,
    dueAt: facts.dueOf(facts.rules.acceptWithin, facts.now),
  });
}

/** Ends the matter and what is still open of its tasks. */
function over(c: Case, change: Partial<Matter>): Case {
  const tasks = c.tasks.map((task) =>
    isOpenTask(task) ? { ...task, state: 'CANCELLED' as const, dueAt: null } : task,
  );
  return withMatter({ ...c, tasks }, change);
}
