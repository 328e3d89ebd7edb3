import { systemScope } from '#kernel/db/scope.ts';
import { formatNumber, type PublicNumber } from '#kernel/pure/numbers.ts';
import type { World } from '#kernel/world.ts';
import { tellMessages } from './tell.messages.ts';
import { findReporterAddress } from './tell.queries.ts';
import { trackingOf } from './tracking.ts';

type Verb = Exclude<keyof typeof tellMessages.zh, 'subject' | 'task_subject' | 'task_offered'>;

/** One short message after something that concerns the reporter, with his link; nothing to those who left no number. */
export async function tellReporter(
  world: World,
  input: { readonly matter: string; readonly verb: string },
): Promise<void> {
  const row = await world.database.withReadScope(systemScope, (db) =>
    findReporterAddress(db, input.matter),
  );
  if (!row?.telephone) return;
  const number = formatNumber(row.number as PublicNumber);
  const { url, code } = trackingOf(world, row);
  const texts = tellMessages.zh;
  const text = texts[input.verb as Verb](number, url, code);
  await world.notifier.send({
    to: { kind: 'telephone', address: row.telephone },
    subject: texts.subject(number),
    text,
  });
}
