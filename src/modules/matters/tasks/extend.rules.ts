// More time for the whole matter: its owner asks before it is due, another person allows it, and the rule says how much and how often.
import { isRefusal, refuse } from '#kernel/pure/refusal.ts';
import {
  changed,
  findTask,
  handOf,
  refusalUnlessOpen,
  refusalUnlessOwn,
  withMatter,
  withTask,
} from '../matters/change.rules.ts';
import type { ChangeFacts, CheckingRules, Outcome } from '../matters/change.types.ts';
import { leadOf } from '../matters/fold.rules.ts';
import type { Case, Extension, Matter, Task } from '../matters/matter.types.ts';

const allowedOf = ({ extensions }: Matter) => extensions.filter((one) => one.approvedBy !== null);

/** Only while its lead works on it and is in time: what is overdue stays overdue. */
export function refusalToExtend({ matter }: Case, task: Task, rules: CheckingRules) {
  if (!task.isLead || task.state !== 'ACCEPTED') return refuse('only_the_lead_extends');
  if (matter.isOverdue) return refuse('too_late_to_extend');
  const { times } = rules.extension;
  return allowedOf(matter).length < times ? null : refuse('extension_used_up', { times });
}

/** What waits for another person's word. */
export function openProposal(c: Case, rules: CheckingRules): Extension | null {
  const lead = leadOf(c.tasks);
  const asked = c.matter.extensions.find((one) => one.approvedBy === null);
  if (!lead || asked?.task !== lead.id) return null;
  return refusalToExtend(c, lead, rules) === null ? asked : null;
}

export function proposeExtension(
  c: Case,
  facts: ChangeFacts,
  given: { task: string; reason: string },
): Outcome {
  const task = findTask(c, given.task);
  if (isRefusal(task)) return task;
  const refusal =
    refusalUnlessOpen(c) ?? refusalUnlessOwn(task, facts.hand) ?? notNow(c, task, facts);
  if (refusal) return refusal;
  const asked: Extension = {
    task: task.id,
    reason: given.reason,
    proposedBy: handOf(facts),
    proposedAt: facts.now,
    approvedBy: null,
    approvedAt: null,
  };
  return changed(withMatter(c, { extensions: [...allowedOf(c.matter), asked] }), {
    verb: 'propose_extension',
    isPublic: false,
    codes: { task: task.id },
    detail: { reason: given.reason },
  });
}

/** Both clocks end later: each by the rule's time, counted from where it would have ended. */
export function approveExtension(c: Case, facts: ChangeFacts, given: { task: string }): Outcome {
  const task = findTask(c, given.task);
  if (isRefusal(task)) return task;
  const refusal = refusalUnlessOpen(c) ?? notNow(c, task, facts);
  if (refusal) return refusal;
  const asked = openProposal(c, facts.rules);
  if (asked?.task !== task.id) return refuse('no_extension_proposed');
  const hand = handOf(facts);
  if (hand.account === asked.proposedBy.account) return refuse('needs_another_person');
  const later = (at: Date) => facts.dueOf(facts.rules.extension.within, at);
  const allowed = { ...asked, approvedBy: hand, approvedAt: facts.now };
  const extensions = [...allowedOf(c.matter), allowed];
  const dueAt = later(c.matter.dueAt);
  const next = withTask(c, task.id, { dueAt: task.dueAt && later(task.dueAt) });
  return changed(withMatter(next, { extensions, dueAt }), {
    verb: 'extend',
    isPublic: true,
    codes: {
      task: task.id,
      nth: extensions.length,
      from: c.matter.dueAt.toISOString(),
      until: dueAt.toISOString(),
    },
    detail: { reason: asked.reason },
  });
}

/** As `refusalToExtend`, and by the clock itself: the job that marks it overdue may be a minute behind. */
function notNow(c: Case, task: Task, { now, rules }: ChangeFacts) {
  const isPast = now > c.matter.dueAt;
  return refusalToExtend(c, task, rules) ?? (isPast ? refuse('too_late_to_extend') : null);
}
