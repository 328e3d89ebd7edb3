import type { Database, Db } from '#kernel/db/client.ts';
import { calendarOf } from '../calendars/notice.rules.ts';
import { getVersion, listNotices, listRollouts, listRuleSets } from './book.queries.ts';
import type { RuleBook } from './book.types.ts';

const books = new WeakMap<Database, RuleBook>();

/**
 * The rulebook as the transaction sees it: one look-up of its version, and the process's copy while that is the
 * same. Some hundred rows, so the copy holds all of them, of every date.
 */
export async function readRulebook(
  world: { readonly database: Database },
  db: Db,
): Promise<RuleBook> {
  const version = await getVersion(db);
  const known = books.get(world.database);
  if (known?.version === version) return known;
  const ruleSets = await listRuleSets(db);
  const rollouts = await listRollouts(db);
  const calendar = calendarOf(await listNotices(db));
  const book: RuleBook = { version, calendar, ruleSets, rollouts };
  books.set(world.database, book);
  return book;
}
