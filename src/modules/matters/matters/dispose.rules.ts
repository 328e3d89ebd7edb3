// What can happen to a matter as a whole: refused, sent where it belongs, joined to another, withdrawn, answered, opened again.
import { refuse } from '#kernel/pure/refusal.ts';
import { changed, newTask, putOnAgenda, refusalUnlessOpen, withMatter } from './change.rules.ts';
import type { ChangeFacts, CheckingRules, Outcome } from './change.types.ts';
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

/** Whether it may be opened again at all, as long as the days last: not a merged one, which is split off, and not more often than allowed. */
export function mayReopen(
  matter: { readonly disposition: string | null; readonly reopenings: number },
  { reopenTimes }: Pick<CheckingRules, 'reopenTimes'>,
): boolean {
  return matter.disposition !== 'MERGED' && matter.reopenings < reopenTimes;
}

/** As often as the rule set says, mostly once, within the days allowed. A further wish is kept, answered, and put before the appraisal meeting. */
export function reopen(c: Case, facts: ChangeFacts): Outcome {
  const { matter } = c;
  if (matter.closure === null || matter.closedAt === null) return refuse('not_closed_yet');
  if (matter.disposition === 'MERGED') return refuse('merged_follow_their_parent');
  if (!mayReopen(matter, facts.rules)) {
    // Said once it is heard; said again it costs a message and tells nothing.
    if (matter.agenda.includes('appraisal')) return changed(c);
    const heard = putOnAgenda(c, 'appraisal');
    return changed(heard.case, { verb: 'wish_reopening', isPublic: true }, ...heard.events);
  }
  if (isTooLate(matter, facts))
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
      reopenings: matter.reopenings + 1,
      isOverdue: false,
      escalatedTo: [],
      safeDueAt: safeAgain(facts),
    },
  );
  return changed(next, {
    verb: 'reopen',
    isPublic: true,
    codes: { task: task.id, organisation: task.body.organisation },
  });
}

function safeAgain({ rules: { makeSafeWithin: within }, dueOf, now }: ChangeFacts): Date | null {
  return within && dueOf(within, now);
}

/** Beyond the days in which what was closed may be opened again. */
export function isTooLate({ closedAt }: Matter, { now, rules }: ChangeFacts): boolean {
  return closedAt !== null && now.getTime() - closedAt.getTime() > rules.reopenDays * DAY_MS;
}

/** A lead offered anew, to whoever had the work last. */
export function leadAgain(facts: ChangeFacts, c: Case, body: Matter['firstContact']) {
  return newTask(facts, {
    state: 'OFFERED',
    isLead: true,
    body,
    offeredBy: c.matter.firstContact,
    dueAt: facts.dueOf(facts.rules.acceptWithin, facts.now),
  });
}

/** Ends the matter and what is still open of its tasks. */
export function over(c: Case, change: Partial<Matter>): Case {
  const tasks = c.tasks.map((task) =>
    isOpenTask(task) ? { ...task, state: 'CANCELLED' as const, dueAt: null } : task,
  );
  return withMatter({ ...c, tasks }, change);
}
