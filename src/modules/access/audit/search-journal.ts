import type { z } from 'zod';
import type { Db } from '#kernel/db/client.ts';
import { scopeOf } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { type Actor, may } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import { forbidden } from '#kernel/pure/errors.ts';
import type { Language } from '#kernel/pure/messages.ts';
import type { World } from '#kernel/world.ts';
import { bodyName, namedBodies } from '#modules/bodies/index.ts';
import { areaName } from '#modules/territory/index.ts';
import { findAccountByUsername } from '../accounts/account.queries.ts';
import type { AuditEntry, AuditQuery, listJournal } from './audit.contract.ts';
import {
  findNamedAreas,
  type JournalRow,
  numbersOf,
  searchJournal,
  subjectsNumbered,
} from './audit.report.queries.ts';
import type { JournalSearch } from './audit.types.ts';
import { idsOfDays } from './period.rules.ts';
import { areaOfReader, NO_SUBJECT } from './reader.rules.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * One page of the journal as far as the actor's area reaches. Looking is itself an entry, written in the same
 * transaction: whoever reads what others did leaves what he asked for. Throws 'forbidden' without the capability.
 */
export async function lookAtJournal(
  world: World,
  actor: Actor,
  query: z.output<typeof listJournal.query>,
  lang: Language,
): Promise<{ items: AuditEntry[]; next: string | null }> {
  if (!may(actor, 'audit.read')) throw forbidden('audit.read');
  const { after, limit, ...asked } = query;
  return await world.database.withScope(scopeOf(actor), async (tx) => {
    const search = await resolve(tx, asked);
    const rows = await searchJournal(tx, search, { after: after ?? null, limit: limit + 1 });
    const items = await entriesOf(world, tx, rows.slice(0, limit), lang);
    await writeJournal(tx, world, actor, {
      subject: { kind: 'journal', id: NO_SUBJECT },
      verb: 'audit.look',
      area: areaOfReader(actor),
      codes: { ...askedCodes(asked, search), further: after !== undefined, shown: items.length },
    });
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  });
}

async function resolve(db: Db, asked: AuditQuery): Promise<JournalSearch> {
  const days = [asked.from, asked.to].map((day) => (day as PlainDate | undefined) ?? null);
  return {
    accounts: asked.account ? await accountsCalled(db, asked.account) : null,
    subjects: asked.subject ? await subjectsCalled(db, asked.subject) : null,
    verb: asked.verb || null,
    area: asked.area ? areaRange(asked.area) : null,
    ...idsOfDays(days[0] ?? null, days[1] ?? null),
  };
}

async function accountsCalled(db: Db, name: string): Promise<string[]> {
  const account = await findAccountByUsername(db, name);
  return account ? [account.account] : [name];
}

async function subjectsCalled(db: Db, name: string): Promise<string[]> {
  return UUID.test(name) ? [name] : await subjectsNumbered(db, name);
}

/** Ids in place of what was typed: a name typed by mistake must not stay in the journal for ever. */
function askedCodes(asked: AuditQuery, search: JournalSearch): Record<string, string> {
  const codes = {
    account: search.accounts?.find((one) => UUID.test(one)),
    subject: search.subjects?.[0],
    verb: search.verb ?? undefined,
    from: asked.from,
    to: asked.to,
    area: asked.area,
  };
  return Object.fromEntries(
    Object.entries(codes).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

async function entriesOf(
  world: World,
  db: Db,
  rows: readonly JournalRow[],
  lang: Language,
): Promise<AuditEntry[]> {
  const ids = rows.flatMap((row) => row.organisation ?? []);
  const bodies = await namedBodies(world, db, ids);
  const places = [...rows, ...ids.flatMap((id) => bodies.get(id) ?? [])].map((one) => one.area);
  const areas = await findNamedAreas(db, [...new Set(places)]);
  const nameOfBody = (id: string) => {
    const body = bodies.get(id);
    return body ? bodyName(lang, body, areas.get(body.area)) : id;
  };
  const nameOfArea = (code: string) => {
    const area = areas.get(code);
    return area ? areaName(lang, area) : null;
  };
  const numbers = await numbersOf(db, [...new Set(rows.map((row) => row.subjectId))]);
  return rows.map((row) => ({
    id: row.id,
    recordedAt: row.recordedAt.toISOString(),
    occurredAt: row.occurredAt.toISOString(),
    face: row.face,
    account: row.account,
    username: row.username,
    organisation: row.organisation
      ? { id: row.organisation, name: nameOfBody(row.organisation) }
      : null,
    verb: row.verb,
    subject: {
      kind: row.subjectKind,
      id: row.subjectId,
      number: numbers.get(row.subjectId) ?? null,
    },
    area: { code: row.area, name: nameOfArea(row.area) },
    purpose: row.purpose,
    codes: plainCodes(row.codes),
    seal: row.sealNo === null ? null : Number(row.sealNo),
  }));
}

/** Codes are flat by contract; whatever older rows hold beside is shown as text, never dropped. */
function plainCodes(codes: unknown): AuditEntry['codes'] {
  if (typeof codes !== 'object' || codes === null) return {};
  return Object.fromEntries(
    Object.entries(codes).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ]),
  );
}
