import { systemScope } from '#kernel/db/scope.ts';
import type { Language } from '#kernel/pure/messages.ts';
import { formatNumber, type PublicNumber } from '#kernel/pure/numbers.ts';
import type { World } from '#kernel/world.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { mayReopen } from '../matters/dispose.rules.ts';
import { rulesFor } from '../matters/rules-for.rules.ts';
import { type ToldVerb, tellMessages } from './tell.messages.ts';
import { findReporterAddress } from './tell.queries.ts';
import { trackingOf } from './tracking.ts';

/** One short message in his language after something that concerns the reporter, with his link; nothing to those who left no number. */
export async function tellReporter(
  world: World,
  input: { readonly matter: string; readonly verb: ToldVerb },
): Promise<void> {
  const found = await world.database.withReadScope(systemScope, async (db) => {
    const row = await findReporterAddress(db, input.matter);
    return row && { row, rules: rulesFor(await readRulebook(world, db), row).checking };
  });
  const telephone = found?.row.telephone;
  if (!found || !telephone) return;
  const { row, rules } = found;
  const texts = tellMessages[row.language as Language];
  const number = formatNumber(row.number as PublicNumber);
  const reopenDays = mayReopen(row, rules) ? rules.reopenDays : null;
  const text = texts.reporter[input.verb]({ ...trackingOf(world, row), number, reopenDays });
  await world.notifier.send({
    to: { kind: 'telephone', address: telephone },
    subject: texts.subject(number),
    text,
  });
}
