import type { Tx } from '#kernel/db/client.ts';
import type { World } from '#kernel/world.ts';
import { isTold } from '../messages/tell.messages.ts';
import type { CaseEvent } from './change.types.ts';
import { isOpen, stateOf } from './fold.rules.ts';
import type { Case } from './matter.types.ts';

/** What is told even where the same step also ended the matter: the answer matters more than that it is over. */
const SAID_FIRST: readonly string[] = ['cannot', 'answer', 'decide'];
/** Events that leave a task with somebody who may have no account: he gets its link. */
const HANDED = new Set([
  'offer',
  'whistle',
  'reoffer',
  'overrule',
  'reopen',
  'split',
  'rework',
  'renew_link',
  'urge',
]);

/** What those merged into it follow, beside its end. */
const FOLLOWED = new Set(['finish', 'cannot', 'rework', 'reopen']);

/** Queues what must happen outside the transaction: messages, and what becomes of the matters merged into this one. */
export async function afterChange(
  tx: Tx,
  world: World,
  after: Case,
  events: readonly CaseEvent[],
): Promise<void> {
  const matter = after.matter.id;
  const verbs = events.map((event) => event.verb);
  const told = verbs.find((verb) => SAID_FIRST.includes(verb)) ?? verbs.findLast(isTold);
  const mayTell = !after.matter.isAnonymous && !after.matter.reporterLeft;
  if (told && mayTell)
    await world.jobs.enqueue(tx, 'matters.tell-reporter', { matter, verb: told });
  const handed = events.findLast((event) => HANDED.has(event.verb));
  const task = after.tasks.find(({ id }) => id === handed?.codes?.['task']);
  if (task)
    await world.jobs.enqueue(tx, 'matters.tell-receiver', {
      task: task.id,
      version: task.linkVersion,
    });
  const isOver = events.length > 0 && !isOpen(stateOf(after));
  if (isOver || verbs.some((verb) => FOLLOWED.has(verb)))
    await world.jobs.enqueue(tx, 'matters.tell-merged', { matter });
}
