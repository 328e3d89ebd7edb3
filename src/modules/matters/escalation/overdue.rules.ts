// A matter not done when it is due becomes overdue, and comes before a higher body the longer it stays so. It never moves the resident's clock.
import { mergePauses } from '#kernel/pure/pauses.ts';
import { changed, withMatter } from '../matters/change.rules.ts';
import { isOpen, leadOf, ownerOf, stateOf } from '../matters/fold.rules.ts';
import type { Case } from '../matters/matter.types.ts';
import type { Clock } from './clock.types.ts';

const DAY_MS = 86_400_000;

/**
 * The clock ends with the work: how long its reporter takes to answer counts against nobody. A merged matter keeps its
 * own, until its parent's work is done.
 */
export function isClockRunning(c: Case): boolean {
  const state = stateOf(c);
  const isAtWork =
    state === 'MERGED' ? c.matter.parentWork === null : isOpen(state) && state !== 'CHECKING';
  return isAtWork && c.matter.pauses.every(({ to }) => to !== null);
}

/** Overdue, and somebody should be at work on it; on a merged matter its parent's are. */
export function isOverdueWork(c: Case): boolean {
  return c.matter.isOverdue && isOpen(stateOf(c)) && isClockRunning(c);
}

/** From when higher bodies are called in: the resident's date; where work was handed back after it, its holder's new one. */
function calledInFrom({ matter, tasks }: Case): Date {
  const { dueAt } = matter;
  const lead = leadOf(tasks);
  const isAgain = lead !== null && (lead.round > 0 || lead.offeredAt > dueAt);
  return isAgain && lead.dueAt !== null && lead.dueAt > dueAt ? lead.dueAt : dueAt;
}

/** When the clock has been past its end for so many natural days; pauses stop it. */
export function overdueForAt(c: Case, days: number): Date {
  const since = calledInFrom(c).getTime();
  let at = since + days * DAY_MS;
  for (const pause of mergePauses(c.matter.pauses)) {
    const from = Math.max(pause.from.getTime(), since);
    if (from < at) at += Math.max(0, pause.to.getTime() - from);
  }
  return new Date(at);
}

export const overdue: Clock = {
  nextAt: (c) => (c.matter.isOverdue || !isClockRunning(c) ? null : c.matter.dueAt),
  strike: (c) =>
    changed(withMatter(c, { isOverdue: true }), {
      verb: 'become_overdue',
      isPublic: true,
      codes: { organisation: ownerOf(c).organisation },
    }),
};

export const escalation: Clock = {
  nextAt(c, rules) {
    const step = rules.escalation[c.matter.escalatedTo.length];
    return step && isOverdueWork(c) ? overdueForAt(c, step.daysOverdue) : null;
  },
  strike(c, { rules, bodyAt }) {
    const { escalatedTo } = c.matter;
    const step = rules.escalation[escalatedTo.length];
    if (!step) return changed(c);
    return changed(withMatter(c, { escalatedTo: [...escalatedTo, step.to] }), {
      verb: 'escalate',
      isPublic: true,
      codes: {
        level: step.to,
        organisation: bodyAt(step.to).organisation,
        days: step.daysOverdue,
      },
    });
  },
};
