// How a task finds its owner: taken by the one asked, or offered, accepted, returned, and the return judged.
import { isRefusal, refuse } from '#kernel/pure/refusal.ts';
import {
  changed,
  endedPauses,
  findTask,
  handOf,
  moved,
  newTask,
  putOnAgenda,
  refusalToLead,
  refusalUnlessOpen,
  refusalUnlessOwn,
  withMatter,
  withTask,
} from '../matters/change.rules.ts';
import type { ChangeFacts, Outcome } from '../matters/change.types.ts';
import { isOpenTask, leadOf } from '../matters/fold.rules.ts';
import type { Body, Case, Task } from '../matters/matter.types.ts';

/** Take and do, the normal way inside a community: no offer, no waiting. */
export function take(c: Case, facts: ChangeFacts): Outcome {
  const refusal = refusalUnlessOpen(c) ?? refusalToLead(c);
  if (refusal) return refusal;
  const hand = handOf(facts);
  const waiting = leadOf(c.tasks);
  if (waiting && refusalUnlessOwn(waiting, hand) === null) return accept(c, facts, waiting.id);
  if (waiting) return refuse('offered_to_another', { organisation: waiting.body.organisation });
  const task = newTask(facts, {
    state: 'ACCEPTED',
    isLead: true,
    body: hand,
    offeredBy: c.matter.firstContact,
    acceptedAt: facts.now,
    dueAt: facts.dueOf(facts.rules.handleWithin, facts.now),
    handler: hand,
  });
  return changed(
    { ...c, tasks: [...c.tasks, bodyOnly(task)] },
    { verb: 'take', isPublic: true, codes: { task: task.id, organisation: hand.organisation } },
  );
}

export type Offer = {
  readonly to: Body;
  readonly isLead: boolean;
  readonly whistle: 'power' | 'money' | null;
  readonly reason: string | null;
};

/** Offers work to a named organisation. A whistle goes upward and says whether power or money is missing. */
export function offer(c: Case, facts: ChangeFacts, given: Offer): Outcome {
  const refusal = refusalUnlessOpen(c);
  if (refusal) return refusal;
  const hand = handOf(facts);
  const lead = leadOf(c.tasks);
  if (
    c.tasks.some(
      (task) => task.body.root === given.to.root && ['OFFERED', 'ACCEPTED'].includes(task.state),
    )
  )
    return refuse('already_offered', { organisation: given.to.organisation });
  if (given.isLead && lead !== null && given.whistle === null) return refusalToOfferAgain(lead);
  // Until another leads, the present lead stays: a whistle takes the lead when it is accepted.
  const startsAsLead = given.isLead && lead === null;
  const task = newTask(facts, {
    state: 'OFFERED',
    isLead: startsAsLead,
    whistle: given.whistle,
    body: given.to,
    offeredBy: hand,
    dueAt: facts.dueOf(facts.rules.acceptWithin, facts.now),
  });
  const next = { ...c, tasks: [...c.tasks, bodyOnly(task)] };
  return changed(next, {
    verb: given.whistle ? 'whistle' : 'offer',
    isPublic: true,
    codes: {
      task: task.id,
      organisation: given.to.organisation,
      ...(given.whistle ? { lacks: given.whistle } : {}),
    },
    ...(given.reason ? { detail: { reason: given.reason } } : {}),
  });
}

/** One lead is on offer at a time: it is waited for, or its return is judged first. */
function refusalToOfferAgain(lead: Task) {
  const facts = { organisation: lead.body.organisation };
  if (lead.state === 'RETURNED') return refuse('returned_reoffer', facts);
  return refuse(lead.state === 'OFFERED' ? 'offered_to_another' : 'already_taken', facts);
}

/** The receiver's word that it is his now; until then the first contact answers for the matter. */
export function accept(c: Case, facts: ChangeFacts, taskId: string): Outcome {
  const task = findTask(c, taskId);
  if (isRefusal(task)) return task;
  const refusal = refusalUnlessOpen(c) ?? refusalUnlessOwn(task, facts.hand);
  if (refusal) return refusal;
  const state = moved(task, 'accept');
  if (isRefusal(state)) return state;
  const accepted: Partial<Task> = {
    state,
    acceptedAt: facts.now,
    dueAt: facts.dueOf(facts.rules.handleWithin, facts.now),
    handler: handOf(facts),
  };
  const becomesLead = task.isLead || task.whistle !== null;
  const freed = becomesLead ? withoutFormerLead(c, facts, task.id) : c;
  return changed(withTask(freed, task.id, { ...accepted, isLead: becomesLead }), {
    verb: 'accept',
    isPublic: true,
    codes: { task: task.id, organisation: task.body.organisation },
  });
}

/** "Not ours", with a reason. The first contact stays responsible; the dispatcher judges it. */
export function returnTask(
  c: Case,
  facts: ChangeFacts,
  given: { task: string; reason: string },
): Outcome {
  const task = findTask(c, given.task);
  if (isRefusal(task)) return task;
  const refusal = refusalUnlessOpen(c) ?? refusalUnlessOwn(task, facts.hand);
  if (refusal) return refusal;
  const state = moved(task, 'return');
  if (isRefusal(state)) return state;
  const returns = c.matter.returns + 1;
  const next = withMatter(
    withTask(c, task.id, { state, returnReason: given.reason, dueAt: null }),
    { returns },
  );
  const heard =
    returns >= facts.rules.returnsForMeeting ? putOnAgenda(next, 'joint') : changed(next);
  return changed(
    heard.case,
    {
      verb: 'return',
      isPublic: true,
      codes: { task: task.id, organisation: task.body.organisation, returns },
      detail: { reason: given.reason },
    },
    ...heard.events,
  );
}

/** The return was not right: the same organisation has it again, counted against the one who returned it. */
export function overrule(
  c: Case,
  facts: ChangeFacts,
  given: { task: string; reason: string },
): Outcome {
  const task = findTask(c, given.task);
  if (isRefusal(task)) return task;
  const state = moved(task, 'overrule');
  if (isRefusal(state)) return state;
  const next = withTask(c, task.id, {
    state,
    offeredAt: facts.now,
    dueAt: facts.dueOf(facts.rules.acceptWithin, facts.now),
  });
  return changed(next, {
    verb: 'overrule',
    isPublic: true,
    codes: { task: task.id, against: task.body.organisation },
    detail: { reason: given.reason },
  });
}

/** The return was right: it goes to another, counted against the one who offered it. */
export function reoffer(c: Case, facts: ChangeFacts, given: { task: string; to: Body }): Outcome {
  const task = findTask(c, given.task);
  if (isRefusal(task)) return task;
  const state = moved(task, 'reoffer');
  if (isRefusal(state)) return state;
  if (task.body.root === given.to.root) return refuse('same_organisation');
  const again = newTask(facts, {
    state: 'OFFERED',
    isLead: task.isLead,
    whistle: task.whistle,
    body: given.to,
    offeredBy: handOf(facts),
    dueAt: facts.dueOf(facts.rules.acceptWithin, facts.now),
  });
  const next = withTask(c, task.id, { state, isLead: false });
  return changed(
    { ...next, tasks: [...next.tasks, bodyOnly(again)] },
    {
      verb: 'reoffer',
      isPublic: true,
      codes: {
        task: again.id,
        organisation: given.to.organisation,
        against: task.offeredBy.organisation,
      },
    },
  );
}

/** One lead at a time: whoever led hands over to the one who accepted the whistle. */
function withoutFormerLead(c: Case, facts: ChangeFacts, next: string): Case {
  const former = c.tasks.find((task) => task.isLead && task.id !== next);
  if (!former) return c;
  const without = withTask(c, former.id, {
    isLead: false,
    ...(isOpenTask(former) ? { state: 'CANCELLED', dueAt: null } : {}),
  });
  // What was suspended was the former lead's work.
  return withMatter(without, { pauses: endedPauses(c, facts) });
}

/** A hand is a body and more; a task keeps only the body. */
function bodyOnly(task: Task): Task {
  const plain = ({ organisation, root }: Body): Body => ({ organisation, root });
  return { ...task, body: plain(task.body), offeredBy: plain(task.offeredBy) };
}
