import { systemScope } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import { putNotice } from '../calendars/calendar.queries.ts';
import { expandNotice } from '../calendars/notice.rules.ts';
import { WRITTEN_YEARS } from '../calendars/years.ts';
import { DEFAULT_RULE_SETS } from '../rule-sets/defaults.ts';
import { EVERYWHERE } from '../rule-sets/pick-rule-set.rules.ts';
import { insertRuleSets } from '../rule-sets/rule-set.queries.ts';
import type { RuleSet } from '../rule-sets/rule-set.types.ts';
import { listNotices, raiseVersion } from './book.queries.ts';

type Loaded = { readonly ruleSets: number; readonly years: number };

/**
 * What every district begins with: the default rule sets and the holiday notices shipped with the program. Loads
 * what isn't there yet and changes nothing that is, so it runs at every start.
 */
export async function loadRulebookDefaults(world: World): Promise<Loaded> {
  return world.database.withScope(systemScope, async (tx) => {
    const now = world.clock.now();
    const loaded = new Set((await listNotices(tx)).map((notice) => notice.year));
    const missing = WRITTEN_YEARS.filter(({ year }) => !loaded.has(year));
    const by = { loadedBy: null, loadedAt: now };
    for (const written of missing) {
      await putNotice(tx, expandNotice(written), { ...by, id: world.newId() });
    }
    const sets = DEFAULT_RULE_SETS.map((set) => {
      return { ...set, id: world.newId(), publishedBy: null, publishedAt: now } as RuleSet & {
        publishedBy: null;
        publishedAt: Date;
      };
    });
    const added = await insertRuleSets(tx, sets);
    if (added.length === 0 && missing.length === 0) return { ruleSets: 0, years: 0 };
    const version = world.newId();
    await raiseVersion(tx, version);
    await writeJournal(tx, world, SYSTEM, {
      subject: { kind: 'rulebook', id: version },
      verb: 'load_defaults',
      area: EVERYWHERE,
      codes: { ruleSets: added.length, years: missing.length },
      isPublic: true,
    });
    return { ruleSets: added.length, years: missing.length };
  });
}
