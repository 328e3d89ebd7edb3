// A matter not done when it is due becomes overdue, and comes before a higher body the longer it stays so. It never moves the resident's clock.
import { mergePauses } from '#kernel/pure/pauses.ts';
import { changed, withMatter } from '../matters/change.rules.ts';
import { isOpen, ownerOf, stateOf } from '../matters/fold.rules.ts';
import type { Case, Matter } from '../matters/matter.types.ts';
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

/** When the resident's clock has been past its end for so many natural days; pauses stop it. */
export function overdueForAt({ dueAt, pauses }: Pick<Matter, 'dueAt' | 'pauses'>, days: number) {
  let at = dueAt.getTime() + days * DAY_MS;
  for (const pause of mergePauses(pauses)) {
    const from = Math.max(pause.from.getTime(), dueAt.getTime());
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
    return step && isOverdueWork(c) ? overdueForAt(c.matter, step.daysOverdue) : null;
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
