// When the clock alone will change something about a matter: the escalation job comes back then, and not before.
import { daysToAnswer, silenceCountsAfter } from '../checks/next-step.rules.ts';
import { nextStrokes } from '../escalation/clocks.rules.ts';
import type { CheckingRules } from './change.types.ts';
import { isAwaited, isOfRound, isOpen, leadOf, stateOf } from './fold.rules.ts';
import type { Case } from './matter.types.ts';

const DAY_MS = 86_400_000;

/** The earliest instant at which a clock strikes or the reporter's silence counts; null when neither can happen. */
export function nextLookAt(c: Case, rules: CheckingRules): Date | null {
  const isMerged = stateOf(c) === 'MERGED';
  if (!isMerged && !isOpen(stateOf(c))) return null;
  const silence = isMerged ? silenceBesideParent(c, rules) : silenceAt(c, rules);
  const times = silence ? [...nextStrokes(c, rules), silence] : nextStrokes(c, rules);
  return times.length === 0 ? null : new Date(Math.min(...times.map((time) => time.getTime())));
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
