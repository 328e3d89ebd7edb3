import type { Tx } from '#kernel/db/client.ts';
import type { World } from '#kernel/world.ts';
import type { CaseEvent } from './change.types.ts';
import { isOpen, stateOf } from './fold.rules.ts';
import type { Case } from './matter.types.ts';

/** Events after which the reporter is told. */
const TOLD = new Set([
  'take',
  'accept',
  'finish',
  'cannot',
  'reject',
  'redirect',
  'answer',
  'decide',
  'close',
  'suspend',
  'extend',
  'merge',
]);
/** Events that leave a task with somebody who may have no account: he gets its link. */
const HANDED = new Set([
  'offer',
  'whistle',
  'reoffer',
  'overrule',
  'reopen',
  'split',
  'rework',
  'urge',
]);

/** Queues what must happen outside the transaction: messages, and what becomes of the matters merged into this one. */
export async function afterChange(
  tx: Tx,
  world: World,
  after: Case,
  events: readonly CaseEvent[],
): Promise<void> {
  const matter = after.matter.id;
  const told = events.findLast((event) => TOLD.has(event.verb));
  const mayTell = !after.matter.isAnonymous && !after.matter.reporterLeft;
  if (told && mayTell)
    await world.jobs.enqueue(tx, 'matters.tell-reporter', { matter, verb: told.verb });
  const handed = events.findLast((event) => HANDED.has(event.verb));
  const task = handed?.codes?.['task'];
  if (task) await world.jobs.enqueue(tx, 'matters.tell-receiver', { matter, task });
  const isOver = events.length > 0 && !isOpen(stateOf(after));
  if (isOver) await world.jobs.enqueue(tx, 'matters.end-merged', { matter });
}
