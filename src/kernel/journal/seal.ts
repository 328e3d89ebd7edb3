import { sql } from 'kysely';
import type { Database, Db, Tx } from '#kernel/db/client.ts';
import { systemScope } from '#kernel/db/scope.ts';
import type { Clock } from '#kernel/pure/clock.ts';
import { AppError } from '#kernel/pure/errors.ts';
import { GENESIS, linkOf, type SealedContent, sealedContent } from './seal-chain.ts';

/** The end of the chain: whoever keeps it elsewhere can prove later that nothing before it was changed. */
export type SealHead = {
  readonly sealNo: number;
  readonly lastSeq: number;
  readonly head: string;
};

export type Sealing = {
  /** Rows sealed by this call. */
  readonly rows: number;
  readonly last: SealHead;
};

/** Rows of one seal and one transaction: about 10 MB of memory. */
const MAX_ROWS = 5_000;
const MAX_COLLISIONS = 20;

/**
 * Seals what is visible and unsealed, in its own order, chained to the last seal; a row that commits later falls into
 * the next seal. Runs as the sealer's role. Two at once: the seal's number is a primary key, so the second waits for
 * the first and begins again behind it.
 */
export async function sealJournal(sealer: Database, clock: Clock): Promise<Sealing> {
  let rows = 0;
  let collisions = 0;
  for (;;) {
    try {
      const sealed = await sealer.withScope(systemScope, (tx) => sealOnce(tx, clock.now()));
      rows += sealed.rows;
      if (sealed.rows < MAX_ROWS) return { rows, last: sealed.last };
    } catch (error) {
      collisions += 1;
      if (!isCollision(error) || collisions > MAX_COLLISIONS) throw error;
    }
  }
}

/** The last seal, or the beginning of the chain. */
export async function getLastSeal(db: Db): Promise<SealHead> {
  const last = await db
    .selectFrom('journalSeal')
    .select(['sealNo', 'lastSeq', 'head'])
    .orderBy('sealNo', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { sealNo: 0, lastSeq: 0, head: GENESIS };
}

async function sealOnce(tx: Tx, now: Date): Promise<Sealing> {
  const last = await getLastSeal(tx);
  const rows = await sealedContent(tx)
    .where('sealSeq', 'is', null)
    .orderBy('recordedAt')
    .orderBy('id')
    .limit(MAX_ROWS)
    .execute();
  // Read again: another sealer may have committed between the two readings.
  if (rows.length === 0) return { rows: 0, last: await getLastSeal(tx) };
  const next = {
    sealNo: last.sealNo + 1,
    lastSeq: last.lastSeq + rows.length,
    head: headOver(last.head, rows),
  };
  await tx
    .insertInto('journalSeal')
    .values({ ...next, firstSeq: last.lastSeq + 1, sealedAt: now })
    .execute();
  await markSealed(tx, rows, next.sealNo, last.lastSeq);
  return { rows: rows.length, last: next };
}

function headOver(head: string, rows: readonly SealedContent[]): string {
  return rows.reduce((link, row) => linkOf(link, row), head);
}

async function markSealed(
  tx: Tx,
  rows: readonly SealedContent[],
  sealNo: number,
  after: number,
): Promise<void> {
  const ids = rows.map((row) => row.id);
  const marked = await sql`
    update journal set seal_no = ${sealNo}, seal_seq = given.seq
    from unnest(${ids}::uuid[], ${ids.map((_, index) => after + index + 1)}::bigint[]) as given (id, seq)
    where journal.id = given.id and journal.seal_seq is null`.execute(tx);
  if (marked.numAffectedRows !== BigInt(rows.length))
    throw new AppError('conflict', 'journal_seal_collision');
}

function isCollision(error: unknown): boolean {
  return error instanceof AppError && error.code === 'conflict';
}
