// How a matter reads on the portal: public entries only, the answer's text beside the entry that gave it.
import { textOf } from '#kernel/pure/messages.ts';
import { leadOf, stateOf } from '../../matters/fold.rules.ts';
import type { Case } from '../../matters/matter.types.ts';
import type { ReporterActs } from './matter-shown.types.ts';

const DAY_MS = 86_400_000;

/** What the reporter may do now; the rules decide again when he does it. */
export function reporterActs(
  c: Case,
  now: Date,
  reopenDays: number,
  dayOf: (instant: Date) => string,
): ReporterActs {
  const { matter } = c;
  const state = stateOf(c);
  const lead = leadOf(c.tasks);
  const isAsked = state === 'CHECKING' && lead?.result === 'done';
  const isOpen = ['RECEIVED', 'IN_HAND', 'SUSPENDED', 'CHECKING'].includes(state);
  const isClosed = matter.closure !== null;
  const isMerged = matter.disposition === 'MERGED';
  const until = matter.closedAt && new Date(matter.closedAt.getTime() + reopenDays * DAY_MS);
  const mayReopen = isClosed && !isMerged && matter.reopenedAt === null && until && now <= until;
  return {
    mayAnswer: isAsked && !matter.words.some((word) => word.round === lead.round),
    mayRate: isClosed && matter.rating === null,
    mayAsk: state === 'CHECKING' && !matter.askedForCheck && matter.space !== 'dispute',
    mayWithdraw: isOpen && !matter.reporterLeft,
    maySplit: isMerged,
    reopenUntil: mayReopen ? dayOf(until) : null,
    mayWish: isClosed && !isMerged && matter.reopenedAt !== null,
  };
}

/** The reporter's last word in the present round, which stands beside what checkers found. */
export function lastWord(c: Case): 'solved' | 'not_solved' | null {
  const word = c.matter.words.at(-1);
  if (!word) return null;
  return word.solved ? 'solved' : 'not_solved';
}

/** The text that belongs to an entry of the timeline, where the public may read it. */
export function textOfEntry(c: Case, verb: string, codes: Record<string, unknown>): string | null {
  const task = c.tasks.find((one) => one.id === codes['task']);
  if (verb === 'finish' || verb === 'cannot')
    return task && task.round === codes['round'] ? task.answerPublic : null;
  if (verb === 'suspend') return task?.suspension?.reason ?? null;
  if (['reject', 'redirect', 'answer', 'decide'].includes(verb)) return c.matter.dispositionReason;
  return null;
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
