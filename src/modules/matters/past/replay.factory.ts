import type { Tx } from '#kernel/db/client.ts';
import { scopeOf, systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import type { TestWorld } from '../../../../test/world.ts';
import { passTime } from '../escalation/clocks.rules.ts';
import { fileInside } from '../filing/file-matter.ts';
import { applyChange, type Change } from '../matters/act.ts';
import { lockCaseById } from '../matters/case.queries.ts';
import { changeByEvent } from './change-by-event.rules.ts';
import { lookAfter } from './fold-past.rules.ts';
import { actorOf, filingOf, receiverOf } from './make-past.ts';
import type { PastEvent } from './past-event.types.ts';
import { openPastRegister } from './past-register.ts';

/** What differs by nature: ids, the draw of a number, when and by whose hand it was written down. */
const BY_NATURE = new Set([
  'id',
  'number',
  'recorded_at',
  'created_at',
  'face',
  'seal_seq',
  'seal_no',
  'link',
  'detail_hash',
  'hotline_number',
  'salt',
  'journal_id',
]);

/** Names ids by the order they are met in, so that what points to what is compared too; those of bodies stay. */
function plain(rows: readonly Record<string, unknown>[], names: Map<string, string>) {
  const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
  const named = (id: string) => {
    const name = names.get(id) ?? `#${names.size}`;
    names.set(id, name);
    return name;
  };
  return rows.map((row) => {
    const kept = Object.entries(row).filter(([key]) => !BY_NATURE.has(key));
    return JSON.parse(JSON.stringify(Object.fromEntries(kept)).replace(uuid, named));
  });
}

/** Every row about a matter, ids named by the order they are met in. */
export async function everythingOf(world: TestWorld, id: string) {
  const read = async (sql: string) => (await world.test.ownerPool.query(sql, [id])).rows;
  const bodies = await world.test.ownerPool.query('select id from organisation');
  const names = new Map([[id, 'matter'], ...bodies.rows.map((row) => [row.id, row.id] as const)]);
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
export async function replay(world: TestWorld, events: readonly PastEvent[]): Promise<string> {
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
    await look(world, filed.id, last, event.at);
    await change(world, filed.id, event.at, actorOf(event), ({ case: c }, facts) =>
      changeByEvent(c, { ...facts, draw: event.sampled ? 0 : 1 }, event),
    );
    last = event.at;
  }
  await look(world, filed.id, last, world.clock.now());
  return filed.id;
}

async function change(world: TestWorld, id: string, at: Date, actor: typeof SYSTEM, how: Change) {
  await world.database.withScope(systemScope, async (tx: Tx) => {
    const stored = await lockCaseById(tx, id);
    if (stored) await applyChange(world, actor, tx, stored, how, at);
  });
}

async function look(world: TestWorld, id: string, since: Date, until: Date): Promise<void> {
  let last = since;
  for (;;) {
    const { rows } = await world.test.ownerPool.query(
      'select next_look_at from matter where id = $1',
      [id],
    );
    const next: Date | null = rows[0]?.next_look_at;
    const at = next && lookAfter(next, last);
    if (!at || at >= until) return;
    await change(world, id, at, SYSTEM, ({ case: c }, facts) => passTime(c, facts));
    last = at;
  }
}
