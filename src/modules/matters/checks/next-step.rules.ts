// What follows when the work is said to be done: whom to ask, whom to send, when to close, when to work again.
import type { CheckingRules } from '../matters/change.types.ts';
import { isOfRound, isSameWork, leadOf, stateOf } from '../matters/fold.rules.ts';
import type {
  Case,
  Check,
  CheckKind,
  CheckReason,
  Closure,
  Finding,
  Matter,
  Task,
} from '../matters/matter.types.ts';

export type Step =
  | { readonly do: 'wait' }
  | { readonly do: 'ask'; readonly kind: CheckKind; readonly reason: CheckReason }
  | { readonly do: 'rework'; readonly why: string }
  | { readonly do: 'close'; readonly closure: Closure };

const WAIT: Step = { do: 'wait' };
const DAY_MS = 86_400_000;

/** All that the rules of checking look at, for the present round. */
type Round = {
  readonly c: Case;
  readonly lead: Task;
  readonly rules: CheckingRules;
  readonly now: Date;
  readonly word: boolean | null;
  readonly check: (kind: CheckKind) => Check | undefined;
};

/** The next consequence of a finished lead, or 'wait'. Repeated until it waits; `reworkLimit` bounds the rounds. */
export function nextStep(c: Case, rules: CheckingRules, now: Date): Step {
  if (stateOf(c) === 'MERGED') return besideParent(c.matter, rules, now);
  const lead = leadOf(c.tasks);
  if (lead === null || stateOf(c) !== 'CHECKING') return WAIT;
  const ofRound = c.checks.filter((check) => isOfRound(check, lead));
  const round: Round = {
    c,
    lead,
    rules,
    now,
    word: c.matter.words.findLast((word) => isOfRound(word, lead))?.solved ?? null,
    check: (kind) => ofRound.findLast((check) => check.kind === kind),
  };
  if (c.matter.kind !== 'problem') return { do: 'close', closure: 'answered' };
  if (lead.result === 'cannot' || round.check('unsolved')) return unsolved(round);
  if (c.matter.space === 'dispute') return settlement(round);
  return round.word === false && lead.round === 1
    ? { do: 'rework', why: 'reporter' }
    : looked(round);
}

/** A merged matter ends by its own reporter's word; his silence follows the parent's end. */
function besideParent(matter: Matter, rules: CheckingRules, now: Date): Step {
  const work = matter.parentWork;
  if (work === null) return WAIT;
  if (matter.words.some((word) => isSameWork(word, work) && word.solved))
    return { do: 'close', closure: 'solved' };
  if (work.closure === null) return WAIT;
  const isAsked = work.result === 'done' && work.closure !== 'answered';
  if (isAsked && !isPast(work.toldAt, daysToAnswer(matter, rules), now)) return WAIT;
  // Its reporter has not said 'solved' himself: another's word does not make it so.
  return { do: 'close', closure: work.closure === 'solved' ? 'unconfirmed' : work.closure };
}

/** Rule 4: what cannot be done, or stays unsolved after a checked rework, closes only with another body's approval where the district wants it. */
function unsolved(round: Round): Step {
  const check = round.check('unsolved');
  if (!check && !round.rules.unsolvedNeedsApproval) return { do: 'close', closure: 'unsolved' };
  if (!check) return { do: 'ask', kind: 'unsolved', reason: 'unsolved' };
  if (check.finding === null) return WAIT;
  if (check.finding === 'denied' && mayRework(round)) return { do: 'rework', why: 'denied' };
  return { do: 'close', closure: 'unsolved' };
}

/** Rule 5: a signed settlement recorded by another organisation than the mediator's is a dispute's only check. */
function settlement(round: Round): Step {
  const check = round.check('settlement');
  if (!check) return { do: 'ask', kind: 'settlement', reason: 'dispute' };
  if (check.finding === null) return WAIT;
  return check.finding === 'settled' ? { do: 'close', closure: 'verified' } : unsolved(round);
}

/** Rule 2: a look on the spot where it is owed, else rule 3. */
function looked(round: Round): Step {
  const reason = reasonForSite(round);
  const check = round.check('site');
  if (!check && reason === null) return asked(round);
  if (!check) return { do: 'ask', kind: 'site', reason: reason ?? 'asked' };
  if (check.finding === null) return WAIT;
  if (check.finding === 'not_fixed') return again(round, 'site');
  if (round.word === null) return { do: 'close', closure: 'verified' };
  return round.word ? { do: 'close', closure: 'solved' } : unsolved(round);
}

/** Rules 1 and 3: the reporter's word, then a call to the silent, then an honest 'unconfirmed'. */
function asked(round: Round): Step {
  if (round.word === true) return { do: 'close', closure: 'solved' };
  const { matter } = round.c;
  const isHotline = matter.source === 'hotline';
  const call = round.check('call');
  if (call && call.finding !== null) return called(round, call.finding);
  // After an unchecked rework: nobody has to go on calling somebody who has answered.
  if (round.word === false) return again(round, 'reporter');
  if (call) return WAIT;
  if (!silentFor(round, daysToAnswer(matter, round.rules))) return WAIT;
  // A hotline makes its own calls; a reporter who left no address can't be called.
  if (isHotline || matter.isAnonymous) return { do: 'close', closure: 'unconfirmed' };
  return { do: 'ask', kind: 'call', reason: 'silent' };
}

function called(round: Round, finding: Finding): Step {
  if (finding === 'solved') return { do: 'close', closure: 'solved' };
  if (finding !== 'not_solved') return { do: 'close', closure: 'unconfirmed' };
  return again(round, 'call');
}

/** Once more, as long as the rounds last. */
function again(round: Round, why: string): Step {
  return mayRework(round) ? { do: 'rework', why } : unsolved(round);
}

function reasonForSite(round: Round): CheckReason | null {
  const { matter } = round.c;
  const { rules } = round;
  const isLookedAt = isLookedAtUnasked(matter, rules);
  if (rules.onSiteAfterRework && round.lead.round > 1) return 'rework';
  if (rules.onSiteWhenAsked && matter.askedForCheck) return 'asked';
  if (isLookedAt && matter.isAnonymous) return 'anonymous';
  if (matter.isSampled) return 'sample';
  const isSilent = round.word === null && silentFor(round, rules.silentDays);
  return isSilent && isLookedAt ? 'silent' : null;
}

/** What concerns all is looked at where its reporter can't be asked or doesn't answer. */
function isLookedAtUnasked(matter: Matter, rules: CheckingRules): boolean {
  return rules.onSiteWhenAnonymousOrSilent && (matter.space === 'public' || matter.isSafety);
}

/** How long its reporter has to answer; a hotline, which asks him itself, may have longer. */
export function daysToAnswer(
  { source }: Matter,
  { hotlineDays, silentDays }: CheckingRules,
): number {
  return source === 'hotline' ? hotlineDays : silentDays;
}

/** After how many days without a word something follows: the first of a look and of the end of the time to answer. */
export function silenceCountsAfter(matter: Matter, rules: CheckingRules): number {
  const days = daysToAnswer(matter, rules);
  return isLookedAtUnasked(matter, rules) ? Math.min(days, rules.silentDays) : days;
}

function silentFor({ lead, now }: Round, days: number): boolean {
  return lead.doneAt !== null && isPast(lead.doneAt, days, now);
}

function isPast(from: Date, days: number, now: Date): boolean {
  return now.getTime() - from.getTime() >= days * DAY_MS;
}

export function mayRework({ lead, rules }: Pick<Round, 'lead' | 'rules'>): boolean {
  return lead.round <= rules.reworkLimit;
}
