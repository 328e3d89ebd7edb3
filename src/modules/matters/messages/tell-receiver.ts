import type { Db } from '#kernel/db/client.ts';
import { systemScope } from '#kernel/db/scope.ts';
import { addDays, dateOf, instantOf } from '#kernel/pure/dates.ts';
import { formatNumber, type PublicNumber } from '#kernel/pure/numbers.ts';
import type { World } from '#kernel/world.ts';
import { contactsOf } from '#modules/bodies/index.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { ruleFor } from '#modules/rulebook/pure.ts';
import type { Task } from '../matters/matter.types.ts';
import { isReachedByLink } from '../tasks/task-link.rules.ts';
import { tellMessages } from './tell.messages.ts';
import { findTaskForLink } from './tell.queries.ts';
import { taskLink } from './tracking.ts';

type Telling = {
  readonly task: string;
  /** The link's version when this was asked for: one withdrawn meanwhile is not sent. */
  readonly version: number;
};

/** Sends the receiver of an offered task its signed link, where the body has an address; others see it on Today. */
export async function tellReceiver(world: World, input: Telling): Promise<void> {
  const found = await world.database.withReadScope(systemScope, async (db) => {
    const task = await findTaskForLink(db, input.task);
    if (!task || !isReachedByLink({ state: task.state as Task['state'] })) return undefined;
    const email = (await contactsOf(db, [task.organisation])).get(task.organisation);
    return { task, email, expires: await linkEnds(world, db, task.area) };
  });
  if (!found?.email || found.task.linkVersion !== input.version) return;
  const { task, email, expires } = found;
  const texts = tellMessages.zh;
  await world.notifier.send({
    to: { kind: 'email', address: email },
    subject: texts.task_subject(formatNumber(task.number as PublicNumber)),
    text: texts.task_offered(task.title, taskLink(world, task, expires)),
  });
}

/** The end of the last day on which a link sent today works. */
async function linkEnds(world: World, db: Db, area: string): Promise<Date> {
  const today = dateOf(world.clock.now());
  const { days } = ruleFor(await readRulebook(world, db), 'task.link', today, area);
  return instantOf(addDays(today, days + 1));
}
