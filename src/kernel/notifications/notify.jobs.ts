import type { Tx } from '#kernel/db/client.ts';
import type { JobDefinition } from '#kernel/jobs/run-jobs.ts';
import type { World } from '#kernel/world.ts';
import type { Message } from './notifier.ts';

const NOTIFY = 'notify';

/** Sends a message once the transaction has committed, and only then. A gateway that is down is tried again for a day. */
export async function notifyLater(tx: Tx, world: World, message: Message): Promise<void> {
  await world.jobs.enqueue(tx, NOTIFY, message);
}

export const notifyJob: JobDefinition<Message> = {
  name: NOTIFY,
  retries: 12,
  handle: (world, message) => world.notifier.send(message),
};
