import { type Actor, may } from '#kernel/pure/actor.ts';
import { FINDINGS, refusalToCheck } from '../checks/say.rules.ts';
import { openProposal, refusalToExtend } from '../tasks/extend.rules.ts';
import { isReachedByLink } from '../tasks/task-link.rules.ts';
import type { CheckingRules } from './change.types.ts';
import type { CommandVerb } from './commands.contract.ts';
import type { Desks } from './desks.rules.ts';
import { isAwaited, isLate, isOpen, leadOf, stateOf } from './fold.rules.ts';
import type { Case, Check, CheckKind, Finding, Hand, Task } from './matter.types.ts';

/** The capability each command asks for; 'find' depends on the kind of check. */
export const CAPABILITY: Readonly<Record<Exclude<CommandVerb, 'find'>, string>> = {
  take: 'matter.take',
  offer: 'matter.offer',
  whistle: 'matter.offer',
  accept: 'matter.accept',
  return: 'matter.return',
  overrule: 'matter.overrule',
  reoffer: 'matter.overrule',
  finish: 'matter.finish',
  propose_suspension: 'matter.suspend.propose',
  suspend: 'matter.suspend.approve',
  resume: 'matter.suspend.propose',
  propose_extension: 'matter.extend.propose',
  extend: 'matter.extend.approve',
  cancel: 'matter.cancel',
  renew_link: 'matter.offer',
  withdraw_link: 'matter.offer',
  reject: 'matter.reject',
  redirect: 'matter.redirect',
  urge: 'matter.urge',
  merge: 'matter.merge',
  answer: 'matter.finish',
  decide: 'matter.finish',
};

/** What making each kind of check asks for; also the list on which it waits. */
export const CHECK_CAPABILITY: Readonly<Record<CheckKind, string>> = {
  site: 'matter.check',
  settlement: 'matter.check',
  call: 'matter.call',
  unsolved: 'matter.unsolved.approve',
  rating: 'matter.check',
};

/** One thing the actor may do now, on which task or check; pages draw just these. */
export type Action = {
  readonly verb: CommandVerb;
  readonly task: string | null;
  readonly check: string | null;
  readonly findings: readonly Finding[];
};

const isOwn = (actor: Actor, body: { root: string; organisation: string }) =>
  body.root === actor.rootOrganisation || body.organisation === actor.organisation;

/** Reach 'own' asks that the matter lies with the actor's body: as its first contact, or by a task. */
export function mayCommand(actor: Actor, verb: Exclude<CommandVerb, 'find'>, c: Case): boolean {
  const reach = may(actor, CAPABILITY[verb]) ? actor.verbs[CAPABILITY[verb]] : undefined;
  if (reach === undefined) return false;
  return (
    reach !== 'own' ||
    isOwn(actor, c.matter.firstContact) ||
    c.tasks.some((task) => isOwn(actor, task.body))
  );
}

export function mayFind(actor: Actor, check: Check, hand: Hand): boolean {
  return may(actor, CHECK_CAPABILITY[check.kind]) && refusalToCheck(check, hand) === null;
}

/** What beside the actor and the matter decides what may be done. */
export type Standing = {
  readonly hand: Hand | null;
  readonly desks: Desks;
  readonly rules: CheckingRules;
};

/** All that this actor may do with this matter as it stands. */
export function actionsFor(actor: Actor, c: Case, standing: Standing): Action[] {
  const { hand, desks } = standing;
  if (hand === null) return [];
  const plain = (verb: CommandVerb): Action => ({ verb, task: null, check: null, findings: [] });
  const onChecks = checksFor(actor, c, hand);
  if (!isOpen(stateOf(c))) return onChecks;
  const onMatter = matterVerbs(c, actor, desks)
    .filter((verb) => mayCommand(actor, verb, c))
    .map(plain);
  const onTasks = c.tasks.flatMap((task) =>
    taskVerbs(c, task, actor, standing)
      .filter((verb) => mayCommand(actor, verb, c))
      .map((verb) => ({ ...plain(verb), task: task.id })),
  );
  return [...onTasks, ...onChecks, ...onMatter];
}

/** What he may find out, on a matter that is over too: a bad grade is answered afterwards. */
function checksFor(actor: Actor, c: Case, hand: Hand): Action[] {
  return c.checks
    .filter((check) => isAwaited(c, check) && mayFind(actor, check, hand))
    .map((check) => ({
      verb: 'find',
      task: null,
      check: check.id,
      findings: FINDINGS[check.kind],
    }));
}

type PlainVerb = Exclude<CommandVerb, 'find'>;

function matterVerbs(c: Case, actor: Actor, desks: Desks): PlainVerb[] {
  const lead = leadOf(c.tasks);
  const isFree = lead === null;
  const verbs: PlainVerb[] = stateOf(c) === 'CHECKING' ? [] : ['whistle', 'merge'];
  if (isFree && c.matter.kind === 'problem') verbs.unshift('take', 'offer');
  if (isFree && c.matter.kind === 'consultation') verbs.unshift('answer', 'offer');
  if (isFree && c.matter.kind === 'suggestion') verbs.unshift('decide', 'offer');
  if (stateOf(c) === 'RECEIVED') verbs.push('reject', 'redirect');
  if (desks.above.some(({ root }) => root === actor.rootOrganisation)) verbs.push('urge');
  return verbs;
}

const OWNERS_VERBS: Partial<Record<Task['state'], readonly PlainVerb[]>> = {
  OFFERED: ['accept', 'return', 'propose_suspension'],
  ACCEPTED: ['finish', 'propose_suspension'],
};
const DISPATCHERS_VERBS: Partial<Record<Task['state'], readonly PlainVerb[]>> = {
  OFFERED: ['cancel'],
  ACCEPTED: ['cancel'],
  RETURNED: ['overrule', 'reoffer', 'cancel'],
  SUSPENDED: ['resume', 'cancel'],
};

/** A link speaks for the body it was sent to; whoever may offer work may take it back or make it anew. */
const LINK_VERBS: readonly PlainVerb[] = ['renew_link', 'withdraw_link'];

function taskVerbs(c: Case, task: Task, actor: Actor, { desks, rules }: Standing): PlainVerb[] {
  const own = isOwn(actor, task.body);
  // A return is judged, and a late receiver urged, where it waits on Today and nowhere else.
  const isHere = desks.dispatcherOf(task) === actor.rootOrganisation;
  const isElsewhere = task.state === 'RETURNED' && !isHere;
  const dispatchers = isElsewhere ? [] : (DISPATCHERS_VERBS[task.state] ?? []);
  return [
    ...(own ? (OWNERS_VERBS[task.state] ?? []) : []),
    ...(own && refusalToExtend(c, task, rules) === null ? (['propose_extension'] as const) : []),
    ...approval(task, actor, rules),
    ...extending(c, task, actor, rules),
    ...dispatchers,
    ...(!own && isReachedByLink(task) ? LINK_VERBS : []),
    ...(task.state === 'OFFERED' && isLate(task) && isHere ? (['urge'] as const) : []),
  ];
}

/** Whoever asked for more time does not allow it. */
function extending(c: Case, task: Task, actor: Actor, rules: CheckingRules): PlainVerb[] {
  const asked = openProposal(c, rules);
  const isAnothers = asked?.task === task.id && asked.proposedBy.account !== actor.account;
  return isAnothers ? ['extend'] : [];
}

/** Whoever proposed a suspension does not approve it, where the rule says so. */
function approval({ suspension }: Task, actor: Actor, rules: CheckingRules): PlainVerb[] {
  if (suspension === null || suspension.approvedBy !== null) return [];
  const isOwn = suspension.proposedBy.account === actor.account;
  return isOwn && rules.suspension.approvalByAnother ? [] : ['suspend'];
}
