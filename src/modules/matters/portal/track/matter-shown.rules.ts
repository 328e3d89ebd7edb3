// How a matter reads on the portal: public entries only, the answer's text beside the entry that gave it.
import { textOf } from '#kernel/pure/messages.ts';
import type { CheckingRules } from '../../matters/change.types.ts';
import { mayReopen } from '../../matters/dispose.rules.ts';
import { askedAbout, isSameWork, leadOf, stateOf } from '../../matters/fold.rules.ts';
import type { Case } from '../../matters/matter.types.ts';
import type { ReporterActs, WordShown } from './matter-shown.types.ts';

const DAY_MS = 86_400_000;

/** What the reporter may do now; the rules decide again when he does it. */
export function reporterActs(
  c: Case,
  now: Date,
  rules: CheckingRules,
  dayOf: (instant: Date) => string,
): ReporterActs {
  const { matter } = c;
  const state = stateOf(c);
  const lead = leadOf(c.tasks);
  const asked = askedAbout(c);
  const isDone = state === 'MERGED' || lead?.result === 'done';
  const mayAnswer =
    asked !== null && isDone && !matter.words.some((word) => isSameWork(word, asked));
  const isOpen = ['RECEIVED', 'IN_HAND', 'SUSPENDED', 'CHECKING'].includes(state);
  const isClosed = matter.closure !== null;
  const isMerged = matter.disposition === 'MERGED';
  const until = matter.closedAt && new Date(matter.closedAt.getTime() + rules.reopenDays * DAY_MS);
  const isReopenable = isClosed && mayReopen(matter, rules) && until && now <= until;
  return {
    mayAnswer,
    mayRate: isClosed && matter.rating === null,
    mayAsk:
      rules.onSiteWhenAsked &&
      state === 'CHECKING' &&
      !matter.askedForCheck &&
      matter.space !== 'dispute',
    grades: rules.grades,
    mayWithdraw: isOpen && !matter.reporterLeft,
    maySplit: isMerged && !mayAnswer && (!until || now <= until),
    reopenUntil: isReopenable ? dayOf(until) : null,
    mayWish: isClosed && !isMerged && !mayReopen(matter, rules),
  };
}

/** What the reporter said of each finish, which stands beside what checkers found. */
export function wordsSaid(c: Case, dayOf: (instant: Date) => string): WordShown[] {
  return c.matter.words.map(({ solved, saidAt }) => ({
    word: solved ? 'solved' : 'not_solved',
    when: dayOf(saidAt),
    at: saidAt,
  }));
}

/** The text that belongs to an entry of the timeline, where the public may read it. */
export function textOfEntry(c: Case, verb: string, codes: Record<string, unknown>): string | null {
  const task = c.tasks.find((one) => one.id === codes['task']);
  if (verb === 'finish' || verb === 'cannot')
    return task && task.round === codes['round'] ? task.answerPublic : null;
  if (verb === 'parent_finish' || verb === 'parent_cannot') return answerOfParent(c, codes);
  if (verb === 'extend') return c.matter.extensions[Number(codes['nth']) - 1]?.reason ?? null;
  if (verb === 'suspend') return task?.suspension?.reason ?? null;
  if (['reject', 'redirect', 'answer', 'decide'].includes(verb)) return c.matter.dispositionReason;
  return null;
}

/** Of its last finish only: that is what is known here of a parent's work. */
function answerOfParent({ matter: { parentWork } }: Case, codes: Record<string, unknown>) {
  return parentWork !== null && parentWork.round === codes['round'] ? parentWork.answer : null;
}

/** The parts of a place side by side; one that says again what another says is left out. */
export function placeOf(parts: readonly string[]): string {
  const bare = (part: string) => part.replace(/\s/g, '');
  return parts
    .filter(
      (part, at) => part !== '' && !parts.slice(0, at).some((one) => bare(one) === bare(part)),
    )
    .join(' · ');
}

/** The code's text in the reader's language. */
export const worded = (texts: Readonly<Record<string, unknown>>, code: string): string =>
  textOf(texts, code);
