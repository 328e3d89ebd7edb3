import type { Db } from '#kernel/db/client.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import { notFound } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { ruleFor } from '#modules/rulebook/pure.ts';
import { findLineByNumber } from '../matters/list.queries.ts';
import { findPlace, listOpenAround } from './intake.queries.ts';
import { similarTo } from './similar.rules.ts';

const DAY_MS = 86_400_000;

/** What may be the same thing as a matter, by the rule 'matter.duplicates' of its day and place. @throws not found */
export async function findSimilar(world: World, db: Db, number: string) {
  const line = await findLineByNumber(db, number);
  const place = line && (await findPlace(db, line.id));
  if (!line || !place) throw notFound('matter');
  const book = await readRulebook(world, db);
  const rule = ruleFor(book, 'matter.duplicates', dateOf(line.receivedAt), line.area);
  const candidates = await listOpenAround(db, {
    ...line,
    from: new Date(line.receivedAt.getTime() - rule.days * DAY_MS),
    until: new Date(line.receivedAt.getTime() + rule.days * DAY_MS),
  });
  return { rule, found: similarTo(place, candidates, rule.metres) };
}
