import { sql } from 'kysely';
import type { Database, Db } from '#kernel/db/client.ts';
import { systemScope } from '#kernel/db/scope.ts';
import { hashOfDetail } from './journal.ts';
import { GENESIS, linkOf, sealedContent } from './seal-chain.ts';

export type FaultKind =
  | 'seal_gap'
  | 'row_gap'
  | 'row_seal_differs'
  | 'head_differs'
  | 'rows_missing'
  | 'row_without_seal'
  | 'known_head_differs'
  | 'detail_differs'
  | 'detail_missing'
  | 'detail_unexpected';

export type Fault = {
  readonly kind: FaultKind;
  readonly sealNo: number;
  /** The chain's position where it was seen, where there is one. */
  readonly seq: number | null;
};

export type Verification = {
  readonly ok: boolean;
  readonly rows: number;
  readonly seals: number;
  readonly unsealed: number;
  /** Details erased under a retention rule: their rows and hashes stay. */
  readonly erased: number;
  readonly head: string;
  readonly faults: readonly Fault[];
};

export type VerifyOptions = {
  /** A head kept elsewhere (printed, in a backup): the chain must still pass through it. */
  readonly knownHead?: { readonly sealNo: number; readonly head: string };
  readonly onProgress?: (rows: number) => void;
};

type Seal = { sealNo: number; firstSeq: number; lastSeq: number; head: string };
type Row = Awaited<ReturnType<typeof readPage>>[number];

const PAGE = 2_000;
/** A changed row breaks every seal's head after it; nobody reads more than the first ones. */
const MAX_FAULTS = 100;

/**
 * Recomputes the whole chain, page by page: that no row was changed, forged into or taken out of a sealed range, and
 * that each detail is the one its row vouches for. Runs beside a working server; what is sealed meanwhile is left out.
 */
export async function verifyJournal(
  reader: Database,
  options: VerifyOptions = {},
): Promise<Verification> {
  const seals = await reader.withReadScope(systemScope, readSeals);
  const walk = new Walk(seals, options.knownHead);
  for (;;) {
    const page = await reader.withReadScope(systemScope, (db) =>
      readPage(db, walk.seq, walk.lastSeq),
    );
    for (const row of page) walk.take(row);
    options.onProgress?.(walk.rows);
    if (page.length < PAGE) break;
  }
  const rest = await reader.withReadScope(systemScope, countRest);
  return walk.finish(rest);
}

class Walk {
  seq = 0;
  rows = 0;
  #link = GENESIS;
  #erased = 0;
  readonly #seals: readonly Seal[];
  readonly #faults: Fault[] = [];
  #at = 0;

  constructor(seals: readonly Seal[], known: VerifyOptions['knownHead']) {
    this.#seals = seals;
    seals.forEach((seal, index) => {
      const before = seals[index - 1];
      const follows =
        seal.sealNo === (before?.sealNo ?? 0) + 1 && seal.firstSeq === (before?.lastSeq ?? 0) + 1;
      if (!follows) this.#report('seal_gap', seal.sealNo, seal.firstSeq);
    });
    if (known && seals.find((seal) => seal.sealNo === known.sealNo)?.head !== known.head)
      this.#report('known_head_differs', known.sealNo, null);
  }

  get lastSeq(): number {
    return this.#seals.at(-1)?.lastSeq ?? 0;
  }

  take(row: Row): void {
    if (row.sealSeq !== this.seq + 1) this.#report('row_gap', row.sealNo ?? 0, this.seq + 1);
    this.#closeSealsBefore(row.sealSeq);
    const seal = this.#seals[this.#at];
    if (row.sealNo !== seal?.sealNo) this.#report('row_seal_differs', row.sealNo ?? 0, row.sealSeq);
    this.seq = row.sealSeq;
    this.rows += 1;
    this.#link = linkOf(this.#link, row);
    this.#takeDetail(row);
  }

  finish(rest: { unsealed: number; unknown: number }): Verification {
    this.#closeSealsBefore(Number.POSITIVE_INFINITY);
    if (this.rows !== this.lastSeq) this.#report('rows_missing', this.#seals.length, this.rows);
    if (rest.unknown > 0) this.#report('row_without_seal', this.#seals.length, null);
    return {
      ok: this.#faults.length === 0,
      rows: this.rows,
      seals: this.#seals.length,
      unsealed: rest.unsealed,
      erased: this.#erased,
      head: this.#seals.at(-1)?.head ?? GENESIS,
      faults: this.#faults,
    };
  }

  #closeSealsBefore(seq: number): void {
    for (
      let seal = this.#seals[this.#at];
      seal && seal.lastSeq < seq;
      seal = this.#seals[this.#at]
    ) {
      if (seal.head !== this.#link) this.#report('head_differs', seal.sealNo, seal.lastSeq);
      // Go on from what the seal says, so that one change is reported once.
      this.#link = seal.head;
      this.#at += 1;
    }
  }

  #takeDetail(row: Row): void {
    const { detailHash, salt, detail, erasedAt } = row;
    if (detailHash === null) {
      if (salt !== null) this.#report('detail_unexpected', row.sealNo ?? 0, row.sealSeq);
    } else if (salt === null) this.#report('detail_missing', row.sealNo ?? 0, row.sealSeq);
    else if (erasedAt !== null && detail === null) this.#erased += 1;
    else if (hashOfDetail(salt, detail) !== detailHash)
      this.#report('detail_differs', row.sealNo ?? 0, row.sealSeq);
  }

  #report(kind: FaultKind, sealNo: number, seq: number | null): void {
    if (this.#faults.length < MAX_FAULTS) this.#faults.push({ kind, sealNo, seq });
  }
}

async function readSeals(db: Db): Promise<Seal[]> {
  return await db
    .selectFrom('journalSeal')
    .select(['sealNo', 'firstSeq', 'lastSeq', 'head'])
    .orderBy('sealNo')
    .execute();
}

async function readPage(db: Db, after: number, to: number) {
  const rows = await sealedContent(db)
    .leftJoin('journalDetail', 'journalDetail.journalId', 'journal.id')
    .select(['sealNo', 'sealSeq', 'salt', 'detail', 'erasedAt'])
    .where('sealSeq', '>', after)
    .where('sealSeq', '<=', to)
    .orderBy('sealSeq')
    .limit(PAGE)
    .execute();
  return rows.map((row) => ({ ...row, sealSeq: Number(row.sealSeq) }));
}

/** In one snapshot, since a seal and its rows commit together. */
async function countRest(db: Db): Promise<{ unsealed: number; unknown: number }> {
  const { rows } = await sql<{ unsealed: number; unknown: number }>`
    select count(*) filter (where seal_seq is null and journal.seal_no is null) as unsealed,
      count(*) filter (where (seal_seq is null) <> (journal.seal_no is null)
        or (journal.seal_no is not null and journal_seal.seal_no is null)) as unknown
    from journal left join journal_seal on journal_seal.seal_no = journal.seal_no`.execute(db);
  return rows[0] ?? { unsealed: 0, unknown: 0 };
}
