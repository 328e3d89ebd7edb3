// What one matter adds to each figure. A change moves a figure by the difference of before and after; a recount is the sum over all.
import type { PlainDate } from '#kernel/pure/dates.ts';
import { finishedAt, isOpen, ownerOf, stateOf } from './fold.rules.ts';
import type { Case } from './matter.types.ts';

export type Contribution = {
  readonly name: string;
  readonly area: string;
  readonly day: string;
  readonly key: string;
};

/** Figures of the present moment have no day. */
export const NO_DAY = '1970-01-01';
const DAY_MS = 86_400_000;

/**
 * @param quickDays the N of "solved within N days" (Opinion Express), counted from receipt to the first close
 * @param dayOf the district's calendar day of an instant
 */
export function contributionsOf(
  c: Case,
  quickDays: number,
  dayOf: (instant: Date) => PlainDate,
): Contribution[] {
  const { matter } = c;
  const { area } = matter;
  const state = stateOf(c);
  const received = dayOf(matter.receivedAt);
  const list: Contribution[] = [
    { name: 'matters.state', area, day: NO_DAY, key: state },
    { name: 'matters.received', area, day: received, key: matter.source },
    { name: 'matters.category', area, day: received, key: matter.category },
    { name: 'matters.outcome', area, day: received, key: outcomeOf(c, quickDays) },
  ];
  if (isOpen(state)) list.push({ name: 'matters.owned', area, day: NO_DAY, key: ownerOf(c).root });
  // A merged one keeps its own clock: it is late by its own date.
  if ((isOpen(state) || state === 'MERGED') && matter.isOverdue)
    list.push({ name: 'matters.overdue', area, day: NO_DAY, key: ownerOf(c).root });
  if (matter.closedAt && matter.closure) {
    const day = dayOf(matter.closedAt);
    list.push({ name: 'matters.closed', area, day, key: matter.closure });
    list.push({ name: 'matters.on_time', area, day, key: isOnTime(c) ? 'yes' : 'no' });
    if (matter.rating !== null)
      list.push({ name: 'matters.rating', area, day, key: String(matter.rating) });
  }
  return list;
}

/** The clock ends with the work; how long somebody takes to confirm it counts against nobody. */
function isOnTime(c: Case): boolean {
  const { matter } = c;
  const at = finishedAt(c) ?? matter.firstClosedAt;
  return at !== null && at <= matter.dueAt && matter.reopenedAt === null;
}

export type OutcomeKey =
  | 'solved_quick'
  | 'solved_later'
  | 'unsolved'
  | 'unconfirmed'
  | 'answered'
  | 'open'
  | 'elsewhere';

/** Which line of the Opinion Express a matter stands in. Unconfirmed is a line of its own: it is never solved. */
export function outcomeOf(c: Case, quickDays: number): OutcomeKey {
  const { matter } = c;
  if (matter.closure === 'solved' || matter.closure === 'verified') {
    const closed = matter.closedAt ?? matter.receivedAt;
    return closed.getTime() - matter.receivedAt.getTime() <= quickDays * DAY_MS
      ? 'solved_quick'
      : 'solved_later';
  }
  if (matter.closure !== null) return matter.closure;
  return isOpen(stateOf(c)) ? 'open' : 'elsewhere';
}
