import type { Tx } from '#kernel/db/client.ts';
import type { World } from '#kernel/world.ts';
import type { Stored } from './case.queries.ts';
import type { CaseEvent } from './change.types.ts';
import type { Case } from './matter.types.ts';

/** Events after which the reporter is told, and the one after which the duplicates hanging on a matter are asked too. */
const TELLS = new Set([
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
  'merge',
]);

/** Queues what must happen outside the transaction: a message to the reporter, the department's link, the hotline's answer. */
export async function afterChange(
  tx: Tx,
  world: World,
  stored: Stored,
  after: Case,
  events: readonly CaseEvent[],
): Promise<void> {
  const matter = after.matter.id;
  const told = events.filter((event) => TELLS.has(event.verb)).at(-1);
  if (told && !after.matter.isAnonymous && !after.matter.reporterLeft)
    await world.jobs.enqueue(tx, 'matters.tell-reporter', { matter, verb: told.verb });
  const offered = events.find(
    (event) =>
      event.verb === 'whistle' ||
      event.verb === 'offer' ||
      event.verb === 'reoffer' ||
      event.verb === 'overrule',
  );
  if (offered)
    await world.jobs.enqueue(tx, 'matters.tell-receiver', {
      matter,
      task: offered.codes?.['task'] ?? null,
    });
  if (stored.hotlineNumber && events.some((event) => event.verb === 'close'))
    if (events.some((event) => event.verb === 'close'))
      await world.jobs.enqueue(tx, 'matters.close-merged', { matter });
}
