// The reporter's part: solved or not, one grade, a wish for somebody to look; and what a checker found.
import { isRefusal, refuse } from '#kernel/pure/refusal.ts';
import { changed, handOf, withCheck, withMatter } from '../matters/change.rules.ts';
import type { ChangeFacts, Outcome } from '../matters/change.types.ts';
import { askedAbout, isAwaited, isSameWork, leadOf, stateOf } from '../matters/fold.rules.ts';
import type { Case, Check, CheckKind, Finding } from '../matters/matter.types.ts';
import { split } from '../matters/merge.rules.ts';
import { mayRework } from './next-step.rules.ts';

const HOUR_MS = 3_600_000;

export type Said = { readonly solved: boolean; readonly rating: number | null };

/**
 * Takes the reporter's word on the present round; a second word replaces the first as long as it is awaited. Where his
 * matter is merged it is about the parent's work, and 'not solved' splits his off again.
 */
export function sayWord(c: Case, facts: ChangeFacts, given: Said): Outcome {
  const asked = askedAbout(c);
  if (asked === null) return refuse('nothing_to_confirm', { state: stateOf(c) });
  const refusal = refusalOfGrade(facts, given.rating);
  if (refusal) return refusal;
  const { taskId, round } = asked;
  const word = { taskId, round, solved: given.solved, saidAt: facts.now };
  const words = [...c.matter.words.filter((earlier) => !isSameWork(earlier, asked)), word];
  // A grade comes with the closing answer: 'not solved' closes nothing.
  const rating = given.solved ? (given.rating ?? c.matter.rating) : c.matter.rating;
  const next = withMatter(c, { words, rating });
  const said = {
    verb: given.solved ? 'say_solved' : 'say_not_solved',
    isPublic: true,
    codes: { round },
  };
  const { parentWork } = c.matter;
  if (given.solved || parentWork === null) return changed(next, said);
  const apart = split(next, facts, { lastOwner: parentWork.body });
  return isRefusal(apart) ? apart : changed(apart.case, said, ...apart.events);
}

/** The one grade a matter ever asks for (1 is the best); once given it stays. */
export function rate(c: Case, facts: ChangeFacts, given: { rating: number }): Outcome {
  if (c.matter.closure === null) return refuse('not_closed_yet');
  if (c.matter.rating !== null) return refuse('rated_already');
  const refusal = refusalOfGrade(facts, given.rating);
  if (refusal) return refusal;
  return changed(withMatter(c, { rating: given.rating }), {
    verb: 'rate',
    isPublic: false,
    codes: { rating: given.rating },
  });
}

function refusalOfGrade({ rules }: ChangeFacts, rating: number | null) {
  return rating !== null && rating > rules.grades
    ? refuse('no_such_grade', { grades: rules.grades })
    : null;
}

export function askForCheck(c: Case, facts: ChangeFacts): Outcome {
  if (!facts.rules.onSiteWhenAsked) return refuse('no_checks_on_wish');
  if (stateOf(c) !== 'CHECKING') return refuse('nothing_to_confirm', { state: stateOf(c) });
  if (c.matter.space === 'dispute') return refuse('disputes_are_not_visited');
  if (c.matter.askedForCheck) return changed(c);
  return changed(withMatter(c, { askedForCheck: true }), { verb: 'ask_for_check', isPublic: true });
}

export const FINDINGS: Record<CheckKind, readonly Finding[]> = {
  site: ['fixed', 'not_fixed'],
  call: ['solved', 'not_solved', 'unreachable', 'refused'],
  settlement: ['settled', 'not_settled'],
  unsolved: ['approved', 'denied'],
  rating: ['upheld', 'not_upheld'],
};

export type Found = {
  readonly check: string;
  readonly finding: Finding;
  readonly note: string | null;
};

/** What the other body found. Its own work, or its own root's, it may not check: neither here nor in the database. */
export function recordFinding(c: Case, facts: ChangeFacts, given: Found): Outcome {
  const check = c.checks.find((one) => one.id === given.check);
  if (!check) return refuse('no_such_check');
  if (check.finding !== null) return refuse('already_checked');
  if (!isAwaited(c, check)) return refuse('nothing_to_confirm', { state: stateOf(c) });
  const hand = handOf(facts);
  const refusal = refusalToCheck(check, hand) ?? refusalOfFinding(c, facts, check, given);
  if (refusal) return refusal;
  if (given.finding === 'unreachable' && check.attempts.length + 1 < facts.rules.callAttempts)
    return triedInVain(c, facts, check);
  const found = withCheck(c, check.id, {
    finding: given.finding,
    note: given.note,
    checker: hand,
    doneAt: facts.now,
  });
  const event = {
    verb: `found_${given.finding}`,
    // How somebody graded is between him and those who answer.
    isPublic: check.kind !== 'rating',
    codes: { check: check.id, kind: check.kind, organisation: hand.organisation },
  };
  return changed(withCalledWord(found, check, given.finding, facts.now), event);
}

/** Nobody answered: kept with its time, and the call stays on the pool's list until it was tried often enough. */
function triedInVain(c: Case, facts: ChangeFacts, check: Check): Outcome {
  const attempts = [...check.attempts, facts.now];
  return changed(withCheck(c, check.id, { attempts }), {
    verb: 'try_call',
    isPublic: true,
    codes: { check: check.id, attempt: attempts.length, of: facts.rules.callAttempts },
  });
}

/** Handler ≠ checker: by person and by root organisation. */
export function refusalToCheck(check: Check, hand: { account: string; root: string }) {
  if (hand.account === check.handler.account) return refuse('own_work');
  if (hand.root === check.handler.root) return refuse('own_organisations_work');
  if (hand.root !== check.body.root)
    return refuse('not_your_check', { organisation: check.body.organisation });
  return null;
}

function refusalOfFinding(c: Case, facts: ChangeFacts, check: Check, { finding, note }: Found) {
  if (!FINDINGS[check.kind].includes(finding)) return refuse('no_such_finding');
  if (finding === 'unreachable' && triedJustNow(check, facts))
    return refuse('tried_just_now', { hours: facts.rules.callHoursApart });
  if (check.kind === 'rating' && !note?.trim()) return refuse('reply_missing');
  const lead = leadOf(c.tasks);
  const isLast = lead !== null && !mayRework({ lead, rules: facts.rules });
  return finding === 'denied' && isLast ? refuse('no_more_rework') : null;
}

function triedJustNow({ attempts }: Check, { now, rules }: ChangeFacts): boolean {
  const last = attempts.at(-1);
  return last !== undefined && now.getTime() - last.getTime() < rules.callHoursApart * HOUR_MS;
}

/** An answer given on the telephone is the reporter's word. */
function withCalledWord(c: Case, check: Check, finding: Finding, now: Date): Case {
  if (finding !== 'solved' && finding !== 'not_solved') return c;
  const word = {
    taskId: check.taskId,
    round: check.round,
    solved: finding === 'solved',
    saidAt: now,
  };
  return withMatter(c, { words: [...c.matter.words, word] });
}
