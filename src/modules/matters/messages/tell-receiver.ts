import { systemScope } from '#kernel/db/scope.ts';
import { formatNumber, type PublicNumber } from '#kernel/pure/numbers.ts';
import type { World } from '#kernel/world.ts';
import { findContact } from '#modules/bodies/index.ts';
import { tellMessages } from './tell.messages.ts';
import { findTaskForLink } from './tell.queries.ts';
import { taskLink } from './tracking.ts';

/** Sends the receiver of an offered task its signed link, where the body has an address; others see it on Today. */
export async function tellReceiver(world: World, input: { readonly task: string }): Promise<void> {
  const found = await world.database.withReadScope(systemScope, async (db) => {
    const task = await findTaskForLink(db, input.task);
    return task && { task, email: await findContact(db, task.organisation) };
  });
  if (!found?.email || !['OFFERED', 'ACCEPTED'].includes(found.task.state)) return;
  const { task, email } = found;
  const texts = tellMessages.zh;
  await world.notifier.send({
    to: { kind: 'email', address: email },
    subject: texts.task_subject(formatNumber(task.number as PublicNumber)),
    text: texts.task_offered(task.title, taskLink(world, task)),
  });
}
