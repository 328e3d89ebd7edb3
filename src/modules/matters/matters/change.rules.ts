// The small steps all changes of a case are made of: replace a task, a check or the matter, and say what happened.
import { isRefusal, type Refusal, refuse } from '#kernel/pure/refusal.ts';
import type { CaseEvent, Changed, ChangeFacts } from './change.types.ts';
import { isOpen, leadOf, stateOf } from './fold.rules.ts';
import { taskLife } from './life-cycle.rules.ts';
import type { Case, Check, Hand, Matter, Meeting, Task, TaskState } from './matter.types.ts';

type TaskVerb = (typeof taskLife.table)[number]['verb'];

export function changed(next: Case, ...events: CaseEvent[]): Changed {
  return { case: next, events };
}

export function withMatter(c: Case, change: Partial<Matter>): Case {
  return { ...c, matter: { ...c.matter, ...change } };
}

export function withTask(c: Case, id: string, change: Partial<Task>): Case {
  return { ...c, tasks: c.tasks.map((task) => (task.id === id ? { ...task, ...change } : task)) };
}

export function withCheck(c: Case, id: string, change: Partial<Check>): Case {
  return {
    ...c,
    checks: c.checks.map((check) => (check.id === id ? { ...check, ...change } : check)),
  };
}

/** The resident's clock goes on where it stopped. */
export function endedPauses({ matter }: Case, { now }: ChangeFacts): Matter['pauses'] {
  return matter.pauses.map((pause) => (pause.to === null ? { ...pause, to: now } : pause));
}

/** Puts a matter before the next meeting of a kind, however often the reason comes again. */
export function putOnAgenda(c: Case, meeting: Meeting): Changed {
  if (c.matter.agenda.includes(meeting)) return changed(c);
  return changed(withMatter(c, { agenda: [...c.matter.agenda, meeting] }), {
    verb: 'put_on_agenda',
    isPublic: false,
    codes: { meeting },
  });
}

/** The state a task's verb leads to, or the engine's refusal. */
export function moved(task: Task, verb: TaskVerb, to?: TaskState): TaskState | Refusal {
  const move = taskLife.next(task.state, verb, to);
  return isRefusal(move)
    ? refuse('task_not_in_that_state', { state: task.state, verb })
    : (move.to as TaskState);
}

export function findTask(c: Case, id: string): Task | Refusal {
  return c.tasks.find((task) => task.id === id) ?? refuse('no_such_task');
}

export function refusalUnlessOpen(c: Case): Refusal | null {
  const state = stateOf(c);
  return isOpen(state) ? null : refuse('matter_is_over', { state });
}

/** A task is worked on only by the body it lies with. */
export function refusalUnlessOwn(task: Task, hand: Hand | null): Refusal | null {
  if (hand === null) return refuse('needs_a_hand');
  const isOwn = task.body.root === hand.root || task.body.organisation === hand.organisation;
  return isOwn ? null : refuse('not_your_task');
}

export function handOf(facts: ChangeFacts): Hand {
  if (facts.hand === null) throw new Error('a change by staff needs a hand');
  return facts.hand;
}

/** A lead that has accepted or beyond: there is no second one to take. */
export function refusalToLead(c: Case): Refusal | null {
  const lead = leadOf(c.tasks);
  if (lead === null || lead.state === 'OFFERED' || lead.state === 'RETURNED') return null;
  return refuse('already_taken', { organisation: lead.body.organisation });
}

export function newTask(
  facts: ChangeFacts,
  given: Pick<Task, 'state' | 'isLead' | 'body' | 'offeredBy'> & Partial<Task>,
): Task {
  return {
    id: facts.newId(),
    whistle: null,
    offeredAt: facts.now,
    acceptedAt: null,
    dueAt: null,
    lateAt: null,
    handler: null,
    doneAt: null,
    result: null,
    answerPublic: null,
    answerPrivate: null,
    madeSafeAt: null,
    returnReason: null,
    suspension: null,
    round: 0,
    linkVersion: 0,
    ...given,
  };
}
