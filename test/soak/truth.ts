import type pg from 'pg';
import { recountCounters } from '#kernel/counters/recount.ts';
import { Database } from '#kernel/db/client.ts';
import { sealJournal } from '#kernel/journal/seal.ts';
import { verifyJournal } from '#kernel/journal/verify.ts';
import { silentLog } from '#kernel/log.ts';
import { recountsOfMatters } from '#modules/matters/index.ts';
import { DISTRICT } from '../../bench/installation.ts';
import { openWorld } from '../../src/apps/open-world.ts';
import type { Acknowledged } from './load.ts';

/** Rows that exist only where a change was cut in two; each must count nothing. */
const HALVES: Readonly<Record<string, string>> = {
  'matters without a journal row of their receipt': `select count(*)::int as n from matter m
    where not exists (select from journal j where j.subject_id = m.id and j.verb = 'receive')`,
  'journal rows of receipt without a matter': `select count(*)::int as n from journal j
    where j.verb = 'receive' and not exists (select from matter m where m.id = j.subject_id)`,
  'open matters that wait for nobody': `select count(*)::int as n from matter m
    where m.state in ('RECEIVED', 'IN_HAND') and not exists (select from worklist_item w where w.subject_id = m.id)`,
  'items on Today of closed matters': `select count(*)::int as n from worklist_item w
    join matter m on m.id = w.subject_id where m.state = 'CLOSED'`,
  'matters without the row of who said it': `select count(*)::int as n from matter m
    where not exists (select from matter_reporter r where r.matter_id = m.id)`,
  'tasks without a journal row of the taking': `select count(*)::int as n from task t
    where not exists (select from journal j where j.subject_id = t.matter_id and j.verb = 'take')`,
  'finished tasks without a journal row of it': `select count(*)::int as n from task t
    where t.done_at is not null and not exists (select from journal j where j.subject_id = t.matter_id and j.verb = 'finish')`,
  'request keys without their matter': `select count(*)::int as n from idempotency i
    where not exists (select from matter m where m.id = i.made_id)`,
};

export async function countHalves(owner: pg.Pool): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, query] of Object.entries(HALVES)) {
    const { rows } = await owner.query(query);
    found[name] = rows[0].n;
  }
  return found;
}

/** Numbers the server acknowledged a step of that the database does not know to have happened. */
export async function lostOf(
  owner: pg.Pool,
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const { rows } = await owner.query(
    `select m.number, count(t.id)::int as tasks, count(t.done_at)::int as done
     from matter m left join task t on t.matter_id = m.id group by m.number`,
  );
  const known = new Map(rows.map((row) => [row.number as string, row]));
  return acknowledged.flatMap(({ number, step }) => {
    const row = known.get(number);
    const holds =
      row && (step === 'filed' || row.tasks > 0) && (step !== 'finished' || row.done > 0);
    return holds ? [] : [`${number} ${step}`];
  });
}

export type Truth = {
  readonly differences: number;
  readonly journalRows: number;
  readonly journalFaults: number;
};

/** Recounts every counter, seals what is unsealed and recomputes the journal. */
export async function truthOf(environment: Readonly<Record<string, string>>): Promise<Truth> {
  const { world, close } = await openWorld(environment, { program: 'cli', log: silentLog });
  const url = environment['DATABASE_SEALER_URL'] ?? '';
  const sealer = new Database({ url, schema: DISTRICT, maxConnections: 1 });
  try {
    const differences = await recountCounters(world, recountsOfMatters(world), 500);
    await sealJournal(sealer, world.clock);
    const { rows, faults } = await verifyJournal(world.database);
    return { differences: differences.length, journalRows: rows, journalFaults: faults.length };
  } finally {
    await sealer.close();
    await close();
  }
}
