// Whose turn it is: what a matter puts on Today, for which body, with which clock.
import type { WorkItem } from '#modules/worklist/pure.ts';
import { reviewDueAt } from '../escalation/reviews.rules.ts';
import { openProposal } from '../tasks/extend.rules.ts';
import type { CheckingRules } from './change.types.ts';
import type { Desks } from './desks.rules.ts';
import { isAwaited, isLate, isOpen, leadOf, safeBy, stateOf } from './fold.rules.ts';
import { CHECK_CAPABILITY } from './matter.policy.ts';
import type { Case, Check, Matter, Task } from './matter.types.ts';

/** @param rules those of the day on which it was received */
export function workItemsOf(c: Case, desks: Desks, rules: CheckingRules): WorkItem[] {
  const { matter } = c;
  const checks = c.checks.filter((check) => isAwaited(c, check));
  const state = stateOf(c);
  const item = (
    given: Pick<WorkItem, 'organisation' | 'verb' | 'part'> & Partial<WorkItem>,
  ): WorkItem => ({
    dueAt: matter.dueAt,
    isUrgent: matter.isSafety,
    ...given,
    facts: {
      state,
      category: matter.category,
      matterDue: matter.dueAt.toISOString(),
      ...given.facts,
    },
  });
  return [
    ...(isOpen(state) ? untilSafe(c, itemsOfWork(c, desks, rules, item)) : []),
    ...checks.flatMap((check) => itemOfCheck(check, item)),
  ];
}

type Make = (
  given: Pick<WorkItem, 'organisation' | 'verb' | 'part'> & Partial<WorkItem>,
) => WorkItem;

function itemsOfWork(c: Case, desks: Desks, rules: CheckingRules, item: Make): WorkItem[] {
  const lead = leadOf(c.tasks);
  const asked = lead !== null && openProposal(c, rules) ? [lead] : [];
  return [
    ...c.tasks.flatMap((task) => itemOfTask(task, desks, item)),
    ...asked.map((task) =>
      item({
        organisation: desks.dispatcherOf(task),
        verb: 'matter.extend.approve',
        part: task.id,
      }),
    ),
    ...desks.above.map(({ root, level }) =>
      item({
        organisation: root,
        verb: 'matter.urge',
        part: level,
        facts: { why: 'escalated', level },
      }),
    ),
    ...(lead === null ? withoutLead(c.matter, desks, item) : []),
  ];
}

/** What lies with whoever is to lay hands on it. */
const AT_HAND: readonly string[] = ['matter.take', 'matter.accept', 'matter.finish'];

/** Where there is danger, the first clock of those at hand is until it is made safe. */
function untilSafe(c: Case, items: WorkItem[]): WorkItem[] {
  const by = safeBy(c);
  if (by === null) return items;
  return items.map((one) =>
    AT_HAND.includes(one.verb) && (one.dueAt === null || by < one.dueAt)
      ? { ...one, dueAt: by, facts: { ...one.facts, why: 'make_safe' } }
      : one,
  );
}

function itemOfTask(task: Task, desks: Desks, item: Make): WorkItem[] {
  const dispatcher = desks.dispatcherOf(task);
  const own = { organisation: task.body.root, part: task.id, dueAt: task.dueAt };
  const suspension = task.suspension && task.suspension.approvedBy === null;
  const approval = suspension
    ? [item({ organisation: dispatcher, part: task.id, verb: 'matter.suspend.approve' })]
    : [];
  if (task.state === 'OFFERED')
    return [
      item({ ...own, verb: 'matter.accept', facts: { whistle: task.whistle } }),
      ...approval,
      ...lateOffer(task, dispatcher, item),
    ];
  if (task.state === 'ACCEPTED')
    return [item({ ...own, verb: 'matter.finish', facts: { round: task.round } }), ...approval];
  if (task.state === 'RETURNED')
    return [
      item({
        organisation: dispatcher,
        part: task.id,
        verb: 'matter.overrule',
        facts: { from: task.body.organisation },
      }),
    ];
  return task.state === 'SUSPENDED' ? suspended(task, dispatcher, item) : [];
}

/** Its owner's all the time; on the day of its review also the dispatcher's. */
function suspended(task: Task, dispatcher: string, item: Make): WorkItem[] {
  const dueAt = reviewDueAt(task);
  const reviewOn = task.suspension?.reviewOn ?? null;
  const lists = dueAt === null ? [task.body.root] : [task.body.root, dispatcher];
  return [...new Set(lists)].map((organisation) =>
    item({
      organisation,
      part: task.id,
      verb: 'matter.suspend.propose',
      dueAt,
      facts: dueAt === null ? { reviewOn } : { reviewOn, why: 'review_due' },
    }),
  );
}

/** The first contact's, by his own clock; when that has run out, also whoever's dispatches above him. */
function withoutLead({ firstContact, ...matter }: Matter, desks: Desks, item: Make): WorkItem[] {
  const { firstDueAt, isUnowned } = matter;
  const dueAt = firstDueAt !== null && firstDueAt < matter.dueAt ? firstDueAt : matter.dueAt;
  const own = item({ organisation: firstContact.root, verb: 'matter.take', part: '', dueAt });
  if (!isUnowned) return [own];
  const facts = { why: 'unowned' };
  return [
    own,
    item({ organisation: desks.overFirstContact, verb: 'matter.offer', part: '', dueAt, facts }),
  ];
}

/** Nobody accepts it: whoever dispatches urges, or takes it back. */
function lateOffer(task: Task, dispatcher: string, item: Make): WorkItem[] {
  if (!isLate(task)) return [];
  const { id: part, dueAt, body } = task;
  const facts = { why: 'late_offer', to: body.organisation };
  return [item({ organisation: dispatcher, part, verb: 'matter.urge', dueAt, facts })];
}

function itemOfCheck(check: Check, item: Make): WorkItem[] {
  return [
    item({
      organisation: check.body.root,
      verb: CHECK_CAPABILITY[check.kind],
      part: check.id,
      dueAt: check.dueAt,
      facts: { reason: check.reason, check: check.kind, tried: check.attempts.length },
    }),
  ];
}
