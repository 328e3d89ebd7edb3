import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '#kernel/db/client.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';

export type JournalEntry = {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly verb: string;
  /** The subject's area at this moment. */
  readonly area: string;
  /** When it happened, where that isn't now: past matters, paper. */
  readonly occurredAt?: Date;
  /** Codes and ids only: never a name, a text or a telephone number. */
  readonly codes?: Readonly<Record<string, string | number | boolean | null>>;
  /** Whether the subject's public timeline shows it. */
  readonly isPublic?: boolean;
  /** Why personal data was looked at. */
  readonly purpose?: string;
  /** Organisations outside the area that may read it, e.g. a department with a task. */
  readonly sharedWith?: readonly string[];
  /** Texts and old values; erasable later under a retention rule, while the row and its hash stay. */
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** Appends one row in the transaction of the change it tells of. The app's role can neither change nor delete it. */
export async function writeJournal(
  tx: Tx,
  world: World,
  actor: Actor,
  entry: JournalEntry,
): Promise<string> {
  const { row, detail } = rowsOf(world, actor, entry);
  await tx.insertInto('journal').values(row).execute();
  if (detail) await tx.insertInto('journalDetail').values(detail).execute();
  return row.id;
}

const ROWS_AT_ONCE = 1000;

/** As `writeJournal`, for the thousands of rows of an import: a few statements, in the order given. */
export async function writeJournals(
  tx: Tx,
  world: World,
  entries: readonly { readonly actor: Actor; readonly entry: JournalEntry }[],
): Promise<void> {
  for (let from = 0; from < entries.length; from += ROWS_AT_ONCE) {
    const rows = entries
      .slice(from, from + ROWS_AT_ONCE)
      .map(({ actor, entry }) => rowsOf(world, actor, entry));
    const details = rows.flatMap(({ detail }) => (detail ? [detail] : []));
    await tx
      .insertInto('journal')
      .values(rows.map(({ row }) => row))
      .execute();
    if (details.length > 0) await tx.insertInto('journalDetail').values(details).execute();
  }
}

function rowsOf(world: World, actor: Actor, entry: JournalEntry) {
  const id = world.newId();
  const now = world.clock.now();
  const salted = entry.detail && saltDetail(entry.detail);
  const row = {
    id,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    verb: entry.verb,
    area: entry.area,
    occurredAt: entry.occurredAt ?? now,
    recordedAt: now,
    face: actor.face,
    account: actor.account,
    appointment: actor.appointment,
    organisation: actor.organisation,
    sharedWith: [...(entry.sharedWith ?? [])],
    purpose: entry.purpose ?? null,
    codes: JSON.stringify(entry.codes ?? {}),
    isPublic: entry.isPublic ?? false,
    detailHash: salted?.hash ?? null,
  };
  const detail = salted
    ? { journalId: id, area: entry.area, salt: salted.salt, detail: salted.text }
    : null;
  return { row, detail };
}

/** The hash of a detail is salted, so that a short text can't be guessed from it after the text is erased. */
export function hashOfDetail(salt: string, detail: unknown): string {
  return createHash('sha256').update(salt).update(canonical(detail)).digest('hex');
}

function saltDetail(detail: Readonly<Record<string, unknown>>) {
  const salt = randomBytes(16).toString('hex');
  return { salt, text: JSON.stringify(detail), hash: hashOfDetail(salt, detail) };
}

/** JSON with sorted keys: jsonb keeps no key order, so a hash over it must not depend on one. */
export function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
