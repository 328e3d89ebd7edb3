import { scopeOf } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import { forbidden, refusedBy } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { listNotices, raiseVersion } from '../book/book.queries.ts';
import { EVERYWHERE } from '../rule-sets/pick-rule-set.rules.ts';
import { journalArea, MANAGE_RULES, mayManageRules } from '../rulebook.policy.ts';
import { putNotice } from './calendar.queries.ts';
import type { WrittenYear } from './calendar.types.ts';
import { calendarOf, expandNotice, refusalToLoad } from './notice.rules.ts';

/** Loads a year's notice on holidays, or loads it again while the year isn't over. Dates that were provisional must be reckoned again. */
export async function loadCalendarYear(
  world: World,
  actor: Actor,
  written: WrittenYear,
): Promise<{ readonly year: number; readonly days: number }> {
  if (!mayManageRules(actor, EVERYWHERE)) throw forbidden(MANAGE_RULES);
  const notice = expandNotice(written);
  return world.database.withScope(scopeOf(actor), async (tx) => {
    const now = world.clock.now();
    await raiseVersion(tx, world.newId());
    const calendar = calendarOf(await listNotices(tx));
    const refusal = refusalToLoad(notice, calendar, dateOf(now));
    if (refusal) throw refusedBy(refusal);
    const by = { id: world.newId(), loadedBy: actor.account, loadedAt: now };
    const id = await putNotice(tx, notice, by);
    await writeJournal(tx, world, actor, {
      subject: { kind: 'calendar_year', id },
      verb: 'load',
      area: journalArea(actor, EVERYWHERE),
      codes: { year: notice.year, days: notice.days.length },
      isPublic: true,
      detail: { source: notice.source, days: notice.days },
    });
    return { year: notice.year, days: notice.days.length };
  });
}
