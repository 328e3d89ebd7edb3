import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#kernel/db/client.ts';
import { canonical } from './journal.ts';

/** The chain begins here, before the first row. */
export const GENESIS = '0'.repeat(64);

/** A journal row as it is hashed: everything but the seal's own columns, times as text to the microsecond. */
export type SealedContent = {
  readonly id: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly verb: string;
  readonly area: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly face: string;
  readonly account: string | null;
  readonly appointment: string | null;
  readonly organisation: string | null;
  readonly sharedWith: readonly string[];
  readonly purpose: string | null;
  readonly codes: unknown;
  readonly isPublic: boolean;
  readonly detailHash: string | null;
};

/** The next link: the hash of the link before and of this row. */
export function linkOf(previous: string, row: SealedContent): string {
  const content: SealedContent = {
    id: row.id,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    verb: row.verb,
    area: row.area,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
    face: row.face,
    account: row.account,
    appointment: row.appointment,
    organisation: row.organisation,
    sharedWith: row.sharedWith,
    purpose: row.purpose,
    codes: row.codes,
    isPublic: row.isPublic,
    detailHash: row.detailHash,
  };
  return createHash('sha256').update(previous).update(canonical(content)).digest('hex');
}

/** The hashed columns, read the same way by sealer and verifier. */
export function sealedContent(db: Db) {
  return db
    .selectFrom('journal')
    .select([
      'journal.id',
      'journal.subjectKind',
      'journal.subjectId',
      'journal.verb',
      'journal.area',
      instant('occurred_at').as('occurredAt'),
      instant('recorded_at').as('recordedAt'),
      'journal.face',
      'journal.account',
      'journal.appointment',
      'journal.organisation',
      'journal.sharedWith',
      'journal.purpose',
      'journal.codes',
      'journal.isPublic',
      'journal.detailHash',
    ]);
}

/** A JavaScript date would hide a change below the millisecond, and the session's time zone must not matter. */
function instant(column: 'occurred_at' | 'recorded_at') {
  const name = sql.ref(`journal.${column}`);
  return sql<string>`to_char(${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
