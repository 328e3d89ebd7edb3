import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Tx } from '#kernel/db/client.ts';
import { scopeOf, systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { openTestWorld, type TestWorld } from '../../../../test/world.ts';
import { passTime } from '../escalation/clocks.rules.ts';
import { fileInside } from '../filing/file-matter.ts';
import { applyChange, type Change } from '../matters/act.ts';
import { lockCaseById } from '../matters/case.queries.ts';
import { matterJobs } from '../messages/matter.jobs.ts';
import { changeByEvent } from './change-by-event.rules.ts';
import { lookAfter } from './fold-past.rules.ts';
import { importPastMatters } from './import-past-matters.ts';
import { actorOf, filingOf, receiverOf } from './make-past.ts';
import { aSheet, bodiesAround, manyStories } from './past.factory.ts';
import type { PastEvent } from './past-event.types.ts';
import { openPastRegister } from './past-register.ts';
import { readPastGroups } from './read-past-groups.ts';
import { resolvePast } from './resolve-past.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld(matterJobs);
  await bodiesAround(world);
});
afterAll(() => world.close());

const MATTERS = 50;
const SHEET = aSheet(manyStories(MATTERS));

/** What differs by nature: ids, the draw of a number, when and by whose hand it was written down. */
const BY_NATURE = new Set([
  'id',
  'number',
  'recorded_at',
  'created_at',
  'face',
  'seal_seq',
  'link',
  'detail_hash',
  'hotline_number',
  'salt',
  'journal_id',
]);

/** Names ids by the order they are met in, so that what points to what is compared too. */
function plain(rows: readonly Record<string, unknown>[], names: Map<string, string>) {
  const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
  const named = (id: string) => {
    if (id.startsWith('00000000')) return id;
    const name = names.get(id) ?? `#${names.size}`;
    names.set(id, name);
    return name;
  };
  return rows.map((row) => {
    const kept = Object.entries(row).filter(([key]) => !BY_NATURE.has(key));
    return JSON.parse(JSON.stringify(Object.fromEntries(kept)).replace(uuid, named));
  });
}

async function everythingOf(id: string) {
  const read = async (sql: string) => (await world.test.ownerPool.query(sql, [id])).rows;
  const names = new Map([[id, 'matter']]);
  return {
    matter: plain(await read('select * from matter where id = $1'), names),
    reporter: plain(await read('select * from matter_reporter where matter_id = $1'), names),
    journal: plain(
      await read('select * from journal where subject_id = $1 order by occurred_at, verb'),
      names,
    ),
    details: plain(
      await read(
        'select d.detail, d.area from journal_detail d join journal j on j.id = d.journal_id where subject_id = $1 order by occurred_at, verb',
      ),
      names,
    ),
    tasks: plain(
      await read('select * from task where matter_id = $1 order by offered_at, id'),
      names,
    ),
    checks: plain(
      await read('select * from matter_check where matter_id = $1 order by asked_at, id'),
      names,
    ),
    work: plain(
      await read('select * from worklist_item where subject_id = $1 order by verb, part'),
      names,
    ),
  };
}

/** Files and changes a matter by the live use cases, each at its time, the escalation job between. */
async function replay(events: readonly PastEvent[]): Promise<string> {
  const [received, ...rest] = events;
  if (!received) throw new Error('no event');
  const { building } = openPastRegister(world);
  const actor = receiverOf(received);
  const filed = await world.database.withScope(scopeOf(actor), async (tx) => {
    const book = await readRulebook(world, tx);
    const filing = await filingOf({ db: tx, book, building }, received);
    const isHotline = filing.hotline !== null;
    const again = isHotline
      ? {
          ...filing,
          hotline: { number: `again-${received.hotline}`, dueAt: filing.hotline?.dueAt ?? null },
        }
      : filing;
    return fileInside(world, actor, tx, again);
  });
  let last = received.at;
  for (const event of rest) {
    await look(filed.id, last, event.at);
    await change(filed.id, event.at, actorOf(event), ({ case: c }, facts) =>
      changeByEvent(c, { ...facts, draw: event.sampled ? 0 : 1 }, event),
    );
    last = event.at;
  }
  await look(filed.id, last, world.clock.now());
  return filed.id;
}

async function change(id: string, at: Date, actor: typeof SYSTEM, how: Change) {
  await world.database.withScope(systemScope, async (tx: Tx) => {
    const stored = await lockCaseById(tx, id);
    if (stored) await applyChange(world, actor, tx, stored, how, at);
  });
}

async function look(id: string, since: Date, until: Date): Promise<void> {
  let last = since;
  for (;;) {
    const { rows } = await world.test.ownerPool.query(
      'select next_look_at from matter where id = $1',
      [id],
    );
    const next: Date | null = rows[0]?.next_look_at;
    const at = next && lookAfter(next, last);
    if (!at || at >= until) return;
    await change(id, at, SYSTEM, ({ case: c }, facts) => passTime(c, facts));
    last = at;
  }
}

it('writes what the use cases would have written, row by row', async () => {
  expect(await importPastMatters(world, SYSTEM, SHEET)).toMatchObject({ imported: MATTERS });
  const register = openPastRegister(world);
  const given = { register, reach: SYSTEM.area, now: world.clock.now(), parentOf: () => undefined };
  let compared = 0;
  for await (const group of readPastGroups(SHEET)) {
    const { events } = await world.database.withReadScope(systemScope, (db) =>
      resolvePast(db, group.rows, given),
    );
    const replayed = await replay(events);
    const { rows } = await world.test.ownerPool.query(
      'select matter_id from past_matter where external = $1',
      [group.external],
    );
    expect(await everythingOf(rows[0].matter_id)).toEqual(await everythingOf(replayed));
    compared += 1;
  }
  expect(compared).toBe(MATTERS);
}, 60_000);
