import { createHash } from 'node:crypto';
import type { Db } from '#kernel/db/client.ts';
import { canonical } from '#kernel/journal/journal.ts';
import { type Actor, ANYBODY, SYSTEM } from '#kernel/pure/actor.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import { AppError } from '#kernel/pure/errors.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import type { World } from '#kernel/world.ts';
import { type RuleBook, ruleFor } from '#modules/rulebook/pure.ts';
import { firstContactOf, newMatter, titleOf } from '../filing/file-matter.ts';
import { refusalToFile } from '../filing/filing.rules.ts';
import type { Filing } from '../filing/filing.types.ts';
import type { Case } from '../matters/matter.types.ts';
import { nextLookAt } from '../matters/next-look.rules.ts';
import { type MatterRules, rulesFor, withFirstClocks } from '../matters/rules-for.rules.ts';
import type { Surroundings } from '../matters/surroundings.types.ts';
import { findCategory } from '../reference/categories.ts';
import { type Folded, foldPast, handOfEvent } from './fold-past.rules.ts';
import type { LinedRow, PastEvent, PastFault } from './past-event.types.ts';
import type { PastInsert } from './past-matter.queries.ts';
import { faultAt } from './resolve-past.ts';

/** A matter of the past, ready to be written. */
export type PastMade = {
  readonly insert: PastInsert;
  readonly first: Case;
  readonly folded: Folded;
  readonly received: PastEvent;
  readonly around: Surroundings;
  readonly rules: MatterRules;
};

export type PastMaking = {
  readonly world: World;
  readonly db: Db;
  readonly book: RuleBook;
  readonly run: string;
  readonly building: (db: Db, code: string) => Promise<{ id: string } | null>;
  readonly around: (db: Db, area: string) => Promise<Surroundings>;
};

/** What the rows of a matter say, so that a second file that says otherwise is noticed. */
export function hashOfRows(rows: readonly LinedRow[]): string {
  const said = rows.map(({ value }) => canonical(value));
  return createHash('sha256').update(said.join('\n')).digest('hex');
}

/** Makes a matter by filing it as it was received and folding what happened; a fault where a rule refuses. */
export async function makePast(
  given: PastMaking,
  external: string,
  rows: readonly LinedRow[],
  events: readonly PastEvent[],
): Promise<PastMade | PastFault> {
  const { world, db, book, run } = given;
  const [received, ...rest] = events;
  const [firstRow] = rows;
  if (!received || !firstRow) throw new Error('a matter has rows');
  const filing = await filingOf(given, received);
  const around = await given.around(db, filing.area);
  const refusal = refusalToFile(filing);
  if (refusal) return faultAt(firstRow, 'words', refusal.refused);
  const first = openCase(world, book, filing, received, around);
  const now = world.clock.now();
  const context = { book, around, newId: world.newId, now };
  const folded = foldPast(first, rest, context);
  if (isRefusal(folded)) {
    const row = rows.find(({ line }) => line === folded.event.line) ?? firstRow;
    return faultAt(row, 'event', folded.refused, row.value.event);
  }
  const rules = rulesFor(book, folded.case.matter);
  const insert: PastInsert = {
    case: folded.case,
    filing,
    title: titleOf(filing),
    recordedAt: now,
    nextLookAt: nextLookAt(folded.case, rules.checking),
    reporterAccount: null,
    version: folded.steps.length,
    external,
    sha256: hashOfRows(rows),
    run,
  };
  return { insert, first, folded, received, around, rules };
}

/** Who took it in, as the live filing would know him: a body's staff, or nobody but the public. */
export function receiverOf(received: PastEvent): Actor {
  return received.body === null ? ANYBODY : { ...actorOf(received), face: 'staff' };
}

/** Who did something then, as the importing system tells it: a body's hand, the reporter, or time. */
export function actorOf(event: PastEvent | null): Actor {
  const hand = event && handOfEvent(event);
  if (!event || !hand) return SYSTEM;
  return {
    ...SYSTEM,
    account: hand.account,
    name: hand.account,
    organisation: hand.organisation,
    rootOrganisation: hand.root,
    organisationKind: event.bodyKind,
  };
}

function openCase(
  world: World,
  book: RuleBook,
  filing: Filing,
  received: PastEvent,
  around: Surroundings,
): Case {
  const category = findCategory(filing.category);
  if (!category) throw new AppError('invalid', 'category_unknown');
  const draft = newMatter(world, filing, {
    id: world.newId(),
    space: category.space,
    isPublic: filing.isPublic ?? false,
    isSafety: category.isSafety,
    firstContact: firstContactOf(receiverOf(received), filing, around),
  });
  return { matter: withFirstClocks(book, draft), tasks: [], checks: [] };
}

/** The filing that a received row is. */
export async function filingOf(
  { db, book, building }: Pick<PastMaking, 'db' | 'book' | 'building'>,
  received: PastEvent,
): Promise<Filing> {
  const { category, words, source, kind } = received;
  const house = received.building === null ? null : await building(db, received.building);
  return {
    kind: kind ?? 'problem',
    source: source ?? 'past',
    category: category ?? 'other',
    words: words ?? '',
    area: received.area ?? '',
    place: {
      text: received.place,
      building: house?.id ?? null,
      stairwell: null,
      point: pointOf(received),
    },
    contact: {
      name: received.name,
      telephone: received.telephone,
      account: null,
      person: null,
    },
    language: 'zh',
    onBehalf: null,
    isPublic: received.public ?? publicByDefault(book, received),
    files: [],
    hotline:
      received.hotline === null ? null : { number: received.hotline, dueAt: received.hotlineDue },
    receivedAt: received.at,
    requestKey: null,
  };
}

/** By the rule of its day and place, as if its reporter had been asked then and had not chosen. */
function publicByDefault(book: RuleBook, { at, area, category }: PastEvent): boolean {
  const space = findCategory(category ?? '')?.space ?? 'person';
  return ruleFor(book, 'matter.publication', dateOf(at), area ?? '')[space];
}

function pointOf({ lng, lat, crs }: PastEvent): Filing['place']['point'] {
  return lng === null || lat === null
    ? null
    : { longitude: lng, latitude: lat, crs: crs ?? 'CGCS2000' };
}
