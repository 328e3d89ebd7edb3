import type { StoredFile } from '#kernel/files/store-upload.ts';
import { type Actor, may } from '#kernel/pure/actor.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import { AppError, forbidden } from '#kernel/pure/errors.ts';
import { isRefusal, refuse } from '#kernel/pure/refusal.ts';
import type { World } from '#kernel/world.ts';
import { contactsOf, findBody } from '#modules/bodies/index.ts';
import { recordFinding } from '../checks/say.rules.ts';
import { addAnswerFiles } from '../filing/files.queries.ts';
import * as work from '../tasks/do-task.rules.ts';
import * as time from '../tasks/extend.rules.ts';
import * as hands from '../tasks/hand-over.rules.ts';
import * as links from '../tasks/task-link.rules.ts';
import { urge } from '../tasks/urge.rules.ts';
import { actOnMatter, type Reading } from './act.ts';
import { lockCase } from './case.queries.ts';
import type { ChangeFacts, Outcome } from './change.types.ts';
import type { CommandOf, CommandVerb } from './commands.contract.ts';
import * as matters from './dispose.rules.ts';
import {
  actionsFor,
  CAPABILITY,
  CHECK_CAPABILITY,
  mayCommand,
  type Standing,
} from './matter.policy.ts';
import type { Body, Case } from './matter.types.ts';
import { merge } from './merge.rules.ts';

type Doing<V extends CommandVerb> = (
  c: Case,
  facts: ChangeFacts,
  command: CommandOf<V>,
  reading: Reading,
) => Outcome | Promise<Outcome>;

/** What each command does, in the words of the rules. */
const DOING: { readonly [V in CommandVerb]: Doing<V> } = {
  take: (c, facts) => hands.take(c, facts),
  offer: async (c, facts, { to, reason, isLead }, reading) =>
    hands.offer(c, facts, { to: await bodyOf(reading, to), isLead, whistle: null, reason }),
  whistle: async (c, facts, { to, lacks, reason }, reading) =>
    hands.offer(c, facts, {
      to: await bodyOf(reading, to, UPWARD),
      isLead: true,
      whistle: lacks,
      reason,
    }),
  accept: (c, facts, { task }) => hands.accept(c, facts, task),
  return: hands.returnTask,
  overrule: hands.overrule,
  reoffer: async (c, facts, { task, to }, reading) =>
    hands.reoffer(c, facts, { task, to: await bodyOf(reading, to) }),
  finish: (c, facts, command) =>
    work.finish(c, facts, {
      ...command,
      madeSafeAt: command.madeSafeAt === null ? null : new Date(command.madeSafeAt),
    }),
  propose_suspension: (c, facts, command) =>
    work.proposeSuspension(c, facts, { ...command, reviewOn: command.reviewOn as PlainDate }),
  suspend: work.approveSuspension,
  resume: work.resume,
  propose_extension: time.proposeExtension,
  extend: time.approveExtension,
  cancel: work.cancel,
  renew_link: async (c, facts, { task }, { tx }) => {
    const renewed = links.renewLink(c, facts, { task });
    const bodies = c.tasks.filter((one) => one.id === task).map((one) => one.body.organisation);
    if (isRefusal(renewed)) return renewed;
    return (await contactsOf(tx, bodies)).size > 0 ? renewed : refuse('no_address');
  },
  withdraw_link: links.withdrawLink,
  reject: matters.reject,
  redirect: matters.redirect,
  urge,
  merge: async (c, facts, { parent }, { tx }) => {
    const stored = await lockCase(tx, parent);
    return stored ? merge(c, facts, { parent: stored.case }) : refuse('no_such_parent');
  },
  answer: matters.answer,
  decide: matters.decide,
  find: recordFinding,
};

/** Lets an actor do one thing to a matter, if his post may; photos come with `finish` only. @throws forbidden, refused with the rule's code, not found */
export async function command<V extends CommandVerb>(
  world: World,
  actor: Actor,
  number: string,
  verb: V,
  given: CommandOf<V>,
  files: readonly StoredFile[] = [],
): Promise<Case> {
  return actOnMatter(world, actor, number, async (stored, facts, reading) => {
    const { case: c } = stored;
    demand(actor, verb, c, given);
    const outcome = await DOING[verb](c, facts, given, reading);
    // The rules' own refusals say more; what they let pass must also be what a page would have offered.
    if (isRefusal(outcome)) return outcome;
    if (!isOffered(actor, verb, c, given, { ...facts, desks: reading.desks }))
      return refuse('not_now');
    if (verb === 'finish') await addAnswerFiles(reading.tx, world, stored, outcome.case, files);
    return outcome;
  });
}

function demand<V extends CommandVerb>(actor: Actor, verb: V, c: Case, given: CommandOf<V>): void {
  if (verb === 'find') {
    const check = c.checks.find((one) => one.id === (given as CommandOf<'find'>).check);
    if (check && !may(actor, CHECK_CAPABILITY[check.kind]))
      throw forbidden(CHECK_CAPABILITY[check.kind]);
    return;
  }
  const plain = verb as Exclude<CommandVerb, 'find'>;
  if (!mayCommand(actor, plain, c)) throw forbidden(CAPABILITY[plain]);
}

function isOffered<V extends CommandVerb>(
  actor: Actor,
  verb: V,
  c: Case,
  given: CommandOf<V>,
  standing: Standing,
) {
  const { task = null, check = null } = given as { task?: string; check?: string };
  return actionsFor(actor, c, standing).some(
    (action) => action.verb === verb && action.task === task && action.check === check,
  );
}

async function bodyOf({ tx }: Reading, id: string, kinds?: readonly string[]): Promise<Body> {
  const body = await findBody(tx, id);
  if (!body)
    throw new AppError('invalid', 'fields', { fields: [{ field: 'to', code: 'unknown_body' }] });
  if (kinds && !kinds.includes(body.kind))
    throw new AppError('refused', 'whistle_goes_up', { facts: { kind: body.kind } });
  return { organisation: body.id, root: body.root };
}

/** A whistle goes up, to an office or department: never sideways to another community. */
const UPWARD: readonly string[] = [
  'SUBDISTRICT_OFFICE',
  'DEPARTMENT',
  'COMMAND_CENTRE',
  'SERVICE_CENTRE',
];
