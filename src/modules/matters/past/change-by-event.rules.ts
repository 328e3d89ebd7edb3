// How a row of the events sheet becomes a change: by the same rules as a click of the same name.
import { refuse } from '#kernel/pure/refusal.ts';
import { askForCheck, FINDINGS, rate, recordFinding, sayWord } from '../checks/say.rules.ts';
import type { ChangeFacts, Outcome } from '../matters/change.types.ts';
import * as matters from '../matters/dispose.rules.ts';
import type { Case, Finding, Matter, Task, TaskState } from '../matters/matter.types.ts';
import { merge } from '../matters/merge.rules.ts';
import * as work from '../tasks/do-task.rules.ts';
import * as time from '../tasks/extend.rules.ts';
import * as hands from '../tasks/hand-over.rules.ts';
import type { PastColumn, PastEvent, PastEventName, PastParent } from './past-event.types.ts';

type Doing = (c: Case, facts: ChangeFacts, event: PastEvent) => Outcome;

const UPWARD: readonly (string | null)[] = [
  'SUBDISTRICT_OFFICE',
  'DEPARTMENT',
  'COMMAND_CENTRE',
  'SERVICE_CENTRE',
];

/** The task an event means: the newest in a state, of the acting body where it acts on its own. */
function taskIn(c: Case, states: readonly TaskState[], root?: string): Task | undefined {
  return c.tasks.findLast(
    (task) => states.includes(task.state) && (root === undefined || task.body.root === root),
  );
}

const onTask =
  (
    states: readonly TaskState[],
    whose: 'own' | 'any',
    act: (c: Case, facts: ChangeFacts, task: string, event: PastEvent) => Outcome,
  ): Doing =>
  (c, facts, event) => {
    const task = taskIn(c, states, whose === 'own' ? event.body?.root : undefined);
    return task ? act(c, facts, task.id, event) : refuse('no_such_task');
  };

const found =
  (finding: Finding): Doing =>
  (c, facts, { words }) => {
    // The newest: one of an earlier round may have been left without a finding.
    const check = c.checks.findLast(
      (one) => one.finding === null && FINDINGS[one.kind].includes(finding),
    );
    return check
      ? recordFinding(c, told(facts), { check: check.id, finding, note: words })
      : refuse('no_such_check');
  };

/** A file tells that nobody was reached, not how often it was tried. */
const told = (facts: ChangeFacts): ChangeFacts => ({
  ...facts,
  rules: { ...facts.rules, callAttempts: 1 },
});

const finishing = (result: 'done' | 'cannot'): Doing =>
  onTask(['ACCEPTED'], 'own', (c, facts, task, { words }) =>
    work.finish(c, facts, {
      task,
      result,
      answerPublic: words ?? '',
      answerPrivate: null,
      madeSafeAt: null,
    }),
  );

const offering =
  (isWhistle: boolean): Doing =>
  (c, facts, { to, toKind, lacks, words }) => {
    if (to === null) return refuse('receiver_missing');
    if (isWhistle && !UPWARD.includes(toKind)) return refuse('whistle_goes_up');
    return hands.offer(c, facts, {
      to,
      isLead: true,
      whistle: isWhistle ? lacks : null,
      reason: words,
    });
  };

/** A parent as it stood at an instant, as far as what is merged into it has to know. */
export function parentAt(
  { id, area, disposition, closure, closedAt, lead }: PastParent,
  c: Case,
  at: Date,
): Case {
  const isOver = closedAt !== null && closedAt <= at;
  const isDone = lead?.doneAt && lead.doneAt <= at;
  const matter: Matter = {
    ...c.matter,
    id,
    area,
    disposition: disposition as Matter['disposition'],
    mergedInto: null,
    parentWork: null,
    closure: isOver ? closure : null,
    closedAt: isOver ? closedAt : null,
  };
  return { matter, tasks: isDone ? [{ ...lead, state: 'DONE' }] : [], checks: [] };
}

const DOING: Readonly<Record<Exclude<PastEventName, 'receive'>, Doing>> = {
  take: (c, facts) => hands.take(c, facts),
  offer: offering(false),
  whistle: offering(true),
  accept: onTask(['OFFERED'], 'own', hands.accept),
  return: onTask(['OFFERED'], 'own', (c, facts, task, { words }) =>
    hands.returnTask(c, facts, { task, reason: words ?? '' }),
  ),
  overrule: onTask(['RETURNED'], 'any', (c, facts, task, { words }) =>
    hands.overrule(c, facts, { task, reason: words ?? '' }),
  ),
  reoffer: onTask(['RETURNED'], 'any', (c, facts, task, { to }) =>
    to === null ? refuse('receiver_missing') : hands.reoffer(c, facts, { task, to }),
  ),
  finish: finishing('done'),
  cannot: finishing('cannot'),
  propose_suspension: onTask(['OFFERED', 'ACCEPTED'], 'own', (c, facts, task, given) =>
    given.reviewOn === null
      ? refuse('review_date_missing')
      : work.proposeSuspension(c, facts, {
          task,
          reason: given.words ?? '',
          reviewOn: given.reviewOn,
        }),
  ),
  suspend: onTask(['OFFERED', 'ACCEPTED'], 'any', (c, facts, task) =>
    work.approveSuspension(c, facts, { task }),
  ),
  resume: onTask(['SUSPENDED'], 'any', (c, facts, task) => work.resume(c, facts, { task })),
  propose_extension: onTask(['ACCEPTED'], 'own', (c, facts, task, { words }) =>
    time.proposeExtension(c, facts, { task, reason: words ?? '' }),
  ),
  extend: onTask(['ACCEPTED'], 'any', (c, facts, task) =>
    time.approveExtension(c, facts, { task }),
  ),
  cancel: onTask(
    ['OFFERED', 'RETURNED', 'ACCEPTED', 'SUSPENDED'],
    'any',
    (c, facts, task, { words }) => work.cancel(c, facts, { task, reason: words ?? '' }),
  ),
  reject: (c, facts, { words }) => matters.reject(c, facts, { reason: words ?? '' }),
  redirect: (c, facts, { words, channel }) =>
    matters.redirect(c, facts, { reason: words ?? '', channel: channel ?? 'other' }),
  merge: (c, facts, { parent }) =>
    parent === null
      ? refuse('no_such_parent')
      : merge(c, facts, { parent: parentAt(parent, c, facts.now) }),
  answer: (c, facts, { words }) => matters.answer(c, facts, { text: words ?? '' }),
  decide: (c, facts, { words, decision }) =>
    matters.decide(c, facts, { decision: decision ?? 'NOT_ADOPTED', text: words ?? '' }),
  say_solved: (c, facts, { rating }) => sayWord(c, facts, { solved: true, rating }),
  say_not_solved: (c, facts, { rating }) => sayWord(c, facts, { solved: false, rating }),
  ask_for_check: askForCheck,
  rate: (c, facts, { rating }) => rate(c, facts, { rating: rating ?? 1 }),
  withdraw: matters.withdraw,
  reopen: matters.reopen,
  found_fixed: found('fixed'),
  found_not_fixed: found('not_fixed'),
  found_solved: found('solved'),
  found_not_solved: found('not_solved'),
  found_unreachable: found('unreachable'),
  found_refused: found('refused'),
  found_settled: found('settled'),
  found_not_settled: found('not_settled'),
  found_approved: found('approved'),
  found_denied: found('denied'),
  found_upheld: found('upheld'),
  found_not_upheld: found('not_upheld'),
};

/** What an event does to a matter, or the rule's refusal. */
export function changeByEvent(c: Case, facts: ChangeFacts, event: PastEvent): Outcome {
  return event.event === 'receive' ? refuse('received_twice') : DOING[event.event](c, facts, event);
}

/** What the reporter does himself; everything else is done by a body. */
const REPORTERS: readonly PastEventName[] = [
  'say_solved',
  'say_not_solved',
  'ask_for_check',
  'rate',
  'withdraw',
  'reopen',
];

export const isReporters = (name: PastEventName): boolean => REPORTERS.includes(name);

const NEEDS: Partial<Record<PastEventName, readonly PastColumn[]>> = {
  receive: ['area', 'category', 'words'],
  offer: ['to'],
  whistle: ['to', 'lacks', 'words'],
  return: ['words'],
  overrule: ['words'],
  reoffer: ['to'],
  finish: ['words'],
  cannot: ['words'],
  propose_suspension: ['words', 'reviewOn'],
  propose_extension: ['words'],
  cancel: ['words'],
  reject: ['words'],
  redirect: ['words', 'channel'],
  merge: ['parent'],
  answer: ['words'],
  decide: ['words', 'decision'],
  rate: ['rating'],
  found_upheld: ['words'],
  found_not_upheld: ['words'],
};

/** The first cell an event cannot do without. */
export function missingOf(event: PastEventName): readonly PastColumn[] {
  const own = NEEDS[event] ?? [];
  return event === 'receive' || isReporters(event) ? own : ['body', ...own];
}
