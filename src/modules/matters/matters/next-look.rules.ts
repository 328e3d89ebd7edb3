// When the clock alone will change something about a matter: the escalation job comes back then, and not before.
import { daysToAnswer, silenceCountsAfter } from '../checks/next-step.rules.ts';
import type { CheckingRules } from './change.types.ts';
import { isAwaited, isClockRunning, isOfRound, leadOf, stateOf } from './fold.rules.ts';
import type { Case } from './matter.types.ts';

const DAY_MS = 86_400_000;

/** The earliest instant at which the matter becomes overdue or its reporter's silence counts; null when neither can happen. */
export function nextLookAt(c: Case, rules: CheckingRules): Date | null {
  const { matter } = c;
  const isStopped = matter.pauses.some((pause) => pause.to === null);
  const times = [
    matter.isOverdue || isStopped || !isClockRunning(c) ? null : matter.dueAt,
    stateOf(c) === 'MERGED' ? silenceBesideParent(c, rules) : silenceAt(c, rules),
  ];
  const known = times.filter((time) => time !== null).map((time) => time.getTime());
  return known.length === 0 ? null : new Date(Math.min(...known));
}

function silenceAt(c: Case, rules: CheckingRules): Date | null {
  const lead = leadOf(c.tasks);
  if (stateOf(c) !== 'CHECKING' || !lead?.doneAt) return null;
  const hasWord = c.matter.words.some((word) => isOfRound(word, lead));
  const isAsked = c.checks.some((check) => check.kind !== 'rating' && isAwaited(c, check));
  if (hasWord || isAsked) return null;
  return new Date(lead.doneAt.getTime() + silenceCountsAfter(c.matter, rules) * DAY_MS);
}

/** As long as the parent is open its end is waited for, not the clock. */
function silenceBesideParent({ matter }: Case, rules: CheckingRules): Date | null {
  const work = matter.parentWork;
  if (work === null || work.closure === null) return null;
  return new Date(work.toldAt.getTime() + daysToAnswer(matter, rules) * DAY_MS);
}
