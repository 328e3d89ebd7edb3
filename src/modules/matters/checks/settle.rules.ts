// Carries out what follows from a change, step by step, until somebody's word is awaited.

import { changed, withMatter, withTask } from '../matters/change.rules.ts';
import type { CaseEvent, Changed, ChangeFacts } from '../matters/change.types.ts';
import { leadOf } from '../matters/fold.rules.ts';
import type { Case, Check, Closure, Task } from '../matters/matter.types.ts';
import { nextStep, type Step } from './next-step.rules.ts';

/** Applies every consequence that needs nobody. Terminates: each step either closes, reworks, or adds a check that is then awaited. */
export function settle(c: Case, facts: ChangeFacts): Changed {
  let current = c;
  const events: CaseEvent[] = [];
  for (;;) {
    const step = nextStep(current, facts.rules, facts.now);
    if (step.do === 'wait') return answeringBadGrade(current, facts, events);
    const next = applyStep(current, facts, step);
    current = next.case;
    events.push(...next.events);
  }
}

/** A bad grade of what is over goes to another body, once: it looks why, and answers. */
function answeringBadGrade(c: Case, facts: ChangeFacts, events: readonly CaseEvent[]): Changed {
  const { closure, rating, parentWork } = c.matter;
  const lead = leadOf(c.tasks);
  const work = parentWork ? { ...parentWork, id: parentWork.taskId } : lead;
  const isBad = closure !== null && rating !== null && rating >= facts.rules.badFrom;
  const isAsked = c.checks.some((check) => check.kind === 'rating');
  // What was just answered or decided was nobody's task, and is not looked at.
  if (!isBad || isAsked || !work?.handler) return { case: c, events };
  const asked = ask(c, facts, work, { kind: 'rating', reason: 'bad_rating' });
  return { case: asked.case, events: [...events, ...asked.events] };
}

function applyStep(c: Case, facts: ChangeFacts, step: Exclude<Step, { do: 'wait' }>): Changed {
  if (step.do === 'close') return close(c, facts, step.closure);
  const lead = leadOf(c.tasks);
  if (lead === null) throw new Error(`nobody leads ${c.matter.number}`);
  if (step.do === 'ask') return ask(c, facts, lead, step);
  const next = withTask(c, lead.id, {
    state: 'ACCEPTED',
    dueAt: facts.dueOf(facts.rules.handleWithin, facts.now),
    result: null,
  });
  return changed(next, {
    verb: 'rework',
    isPublic: true,
    codes: { task: lead.id, why: step.why, round: lead.round },
  });
}

type Asking = Pick<Extract<Step, { do: 'ask' }>, 'kind' | 'reason'>;

type Judged = Pick<Task, 'id' | 'round' | 'handler'>;

function ask(c: Case, facts: ChangeFacts, lead: Judged, step: Asking): Changed {
  const { handler } = lead;
  if (handler === null) throw new Error(`task ${lead.id} was finished by nobody`);
  const body = facts.checkerFor(step.kind, handler);
  const within = step.kind === 'call' ? facts.rules.callWithin : facts.rules.checkWithin;
  const check: Check = {
    id: facts.newId(),
    taskId: lead.id,
    round: lead.round,
    kind: step.kind,
    reason: step.reason,
    body,
    handler,
    askedAt: facts.now,
    dueAt: facts.dueOf(within, facts.now),
    checker: null,
    finding: null,
    note: null,
    doneAt: null,
    attempts: [],
  };
  return changed(
    { ...c, checks: [...c.checks, check] },
    {
      verb: `ask_${step.kind}`,
      isPublic: step.kind !== 'rating',
      codes: { check: check.id, reason: step.reason, organisation: body.organisation },
    },
  );
}

const LEAD_AFTER: Partial<Record<Closure, Task['state']>> = {
  solved: 'CONFIRMED',
  verified: 'VERIFIED',
};

function close(c: Case, facts: ChangeFacts, closure: Closure): Changed {
  const state = LEAD_AFTER[closure] ?? 'DONE';
  const ended = c.tasks.map((task) => (task.state === 'DONE' ? { ...task, state } : task));
  const next = withMatter(
    { ...c, tasks: ended },
    {
      closure,
      closedAt: facts.now,
      firstClosedAt: c.matter.firstClosedAt ?? facts.now,
    },
  );
  const parent = c.matter.mergedInto;
  const codes = parent === null ? { closure } : { closure, parent };
  return changed(next, { verb: 'close', isPublic: true, codes });
}
