import { systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { instantOf, plainDateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { applyChange } from '../matters/act.ts';
import { lockCaseById } from '../matters/case.queries.ts';
import { changed } from '../matters/change.rules.ts';
import { listProvisional } from './escalate.queries.ts';

const PAGE = 200;

/** Reckons the due dates again that waited for a year's calendar and now have it, one transaction each. Returns how many. */
export async function reckonProvisional(world: World): Promise<number> {
  const known = await world.database.withReadScope(systemScope, (db) => readRulebook(world, db));
  const before = instantOf(plainDateOf(`${known.calendar.lastLoadedYear + 1}-01-01`));
  let count = 0;
  for (let after: string | null = null; ; ) {
    const page: string[] = await world.database.withReadScope(systemScope, (db) =>
      listProvisional(db, before, after, PAGE),
    );
    for (const id of page) await lookAgain(world, id);
    count += page.length;
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return count;
  }
}

/** Any change of a matter reckons its provisional date first; here nothing else is changed. */
async function lookAgain(world: World, id: string): Promise<void> {
  try {
    await world.database.withScope(systemScope, async (tx) => {
      const stored = await lockCaseById(tx, id);
      if (stored) await applyChange(world, SYSTEM, tx, stored, ({ case: c }) => changed(c));
    });
  } catch (error) {
    world.log.error({ err: error, matter: id }, 'a due date could not be reckoned again');
  }
}
