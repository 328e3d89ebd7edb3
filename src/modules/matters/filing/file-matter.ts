import { claimKey } from '#kernel/db/claim-key.ts';
import type { Tx } from '#kernel/db/client.ts';
import { scopeOf } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { dateOf, yearOf } from '#kernel/pure/dates.ts';
import { AppError, invalid, refusedBy } from '#kernel/pure/errors.ts';
import { makeNumber } from '#kernel/pure/numbers.ts';
import type { World } from '#kernel/world.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { type RuleBook, ruleFor } from '#modules/rulebook/pure.ts';
import { addItems } from '#modules/worklist/index.ts';
import { subjectOf } from '../matters/act.ts';
import { countChange } from '../matters/count-change.ts';
import { NO_DESKS } from '../matters/desks.rules.ts';
import { ownerOf, stateOf } from '../matters/fold.rules.ts';
import type { MatterLineRow } from '../matters/list.queries.ts';
import type { Body, Case, Matter, Space } from '../matters/matter.types.ts';
import { nextLookAt } from '../matters/next-look.rules.ts';
import { rulesFor, withFirstClocks } from '../matters/rules-for.rules.ts';
import { surroundingsOf } from '../matters/surroundings.ts';
import type { Surroundings } from '../matters/surroundings.types.ts';
import { workItemsOf } from '../matters/work-items.rules.ts';
import { findCategory } from '../reference/categories.ts';
import { addFiles } from './files.queries.ts';
import { refusalToFile } from './filing.rules.ts';
import type { Filed, Filing } from './filing.types.ts';
import { insertMatter } from './insert-matter.queries.ts';

const RANDOM_DIGITS = 100_000_000;
/** A number drawn twice is drawn again: at a million matters a year, once in a hundred. */
const MOST_DRAWS = 5;

/**
 * Takes what somebody said. Number, owner, deadline, worklist and journal are there in one transaction or not at all;
 * the same request key files once. @throws refused by `refusalToFile`, invalid on an unknown category or place
 */
export async function fileMatter(world: World, actor: Actor, filing: Filing): Promise<Filed> {
  return whileFiling(world, actor, (tx) => fileInside(world, actor, tx, filing));
}

/** A transaction that files a matter among other things; where the number drawn is taken it begins again. */
export async function whileFiling<T>(
  world: World,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  for (let draws = 1; ; draws += 1) {
    try {
      return await world.database.withScope(scopeOf(actor), work);
    } catch (error) {
      const isTaken = error instanceof AppError && error.reason === 'matter_number_uq';
      if (!isTaken || draws === MOST_DRAWS) throw error;
    }
  }
}

/** As `fileMatter`, inside a transaction that `whileFiling` opened. Two turns: what must be known, then all that is written. */
export async function fileInside(
  world: World,
  actor: Actor,
  tx: Tx,
  filing: Filing,
): Promise<Filed> {
  const category = findCategory(filing.category);
  if (!category) throw invalid([{ field: 'category', code: 'unknown_category' }]);
  const refusal = refusalToFile(filing);
  if (refusal) throw refusedBy(refusal);
  const id = world.newId();
  const [earlier, book, around] = await Promise.all([
    filing.requestKey && claimKey(tx, world, { ...filing.requestKey, body: bodyOf(filing), id }),
    readRulebook(world, tx),
    surroundingsOf(world, tx, filing.area),
  ]);
  if (earlier) return { id: earlier, number: null, line: null };
  const draft = newMatter(world, filing, {
    id,
    space: category.space,
    isSafety: category.isSafety,
    isPublic: filing.isPublic ?? isPublicByRule(world, book, filing.area, category.space),
    firstContact: firstContactOf(actor, filing, around),
  });
  const { checking, quickDays } = rulesFor(book, draft);
  const c: Case = { matter: withFirstClocks(book, draft), tasks: [], checks: [] };
  const title = titleOf(filing);
  const reporterAccount = actor.face === 'self' ? actor.account : null;
  await Promise.all([
    insertMatter(tx, {
      case: c,
      filing,
      title,
      recordedAt: world.clock.now(),
      nextLookAt: nextLookAt(c, checking),
      reporterAccount,
    }),
    addFiles(
      tx,
      world,
      { id, area: draft.area, sharedWith: [], reporterAccount },
      'report',
      filing.files,
    ),
    writeJournal(tx, world, actor, {
      subject: { kind: 'matter', id },
      verb: 'receive',
      area: draft.area,
      occurredAt: draft.receivedAt,
      isPublic: draft.isPublic,
      codes: {
        source: filing.source,
        category: filing.category,
        organisation: draft.firstContact.organisation,
      },
    }),
    addItems(tx, world, subjectOf(title, c), workItemsOf(c, NO_DESKS, checking)),
    filing.contact.telephone
      ? world.jobs.enqueue(tx, 'matters.tell-reporter', { matter: id, verb: 'receive' })
      : undefined,
    countChange(tx, world, null, c, quickDays),
  ]);
  return { id, number: draft.number, line: lineOf(title, c) };
}

/** Things in public space are public unless the reporter says otherwise; homes, disputes and persons are not. */
function isPublicByRule(world: World, book: RuleBook, area: string, space: Space): boolean {
  return ruleFor(book, 'matter.publication', dateOf(world.clock.now()), area)[space];
}

/** What a queue shows of a matter that was filed this moment. */
function lineOf(title: string, c: Case): MatterLineRow {
  const { matter } = c;
  return {
    ...matter,
    title,
    state: stateOf(c),
    ownerOrganisation: ownerOf(c).organisation,
    holderDueAt: null,
    secondings: 0,
  };
}

/** Whoever is asked first owns it: at a counter the body behind it, else the community's station, in a village the subdistrict. */
export function firstContactOf(actor: Actor, filing: Filing, around: Surroundings): Body {
  const isAsked =
    actor.face === 'staff' &&
    (filing.source === 'counter' || filing.source === 'telephone' || filing.source === 'outreach');
  if (isAsked && actor.organisation && actor.rootOrganisation)
    return { organisation: actor.organisation, root: actor.rootOrganisation };
  const body = around.station ?? around.subdistrict ?? around.command;
  if (!body) throw invalid([{ field: 'area', code: 'no_body_there' }]);
  return body;
}

/** A matter as it is at its first moment; its clocks are set by its caller. */
export function newMatter(
  world: World,
  filing: Filing,
  given: Pick<Matter, 'id' | 'space' | 'isSafety' | 'isPublic' | 'firstContact'>,
): Matter {
  const receivedAt = filing.receivedAt ?? world.clock.now();
  return {
    ...given,
    number: makeNumber(yearOf(dateOf(receivedAt)), world.random(RANDOM_DIGITS)),
    kind: filing.kind,
    source: filing.source,
    category: filing.category,
    area: filing.area,
    isAnonymous: filing.contact.telephone === null && filing.contact.account === null,
    receivedAt,
    dueAt: receivedAt,
    isDueProvisional: false,
    firstDueAt: null,
    safeDueAt: null,
    isUnowned: false,
    isOverdue: false,
    escalatedTo: [],
    pauses: [],
    extensions: [],
    disposition: null,
    dispositionReason: null,
    mergedInto: null,
    parentWork: null,
    closure: null,
    closedAt: null,
    firstClosedAt: null,
    reopenedAt: null,
    reopenings: 0,
    returns: 0,
    agenda: [],
    isSampled: false,
    words: [],
    askedForCheck: false,
    reporterLeft: false,
    rating: null,
  };
}

const TITLE_LENGTH = 40;

/** The first sentence, cut where a queue's line ends. */
export function titleOf(filing: Filing): string {
  const first = filing.words.trim().split(/[\n。！？!?]/)[0] ?? '';
  const text = [...(first || filing.words.trim())];
  return text.length <= TITLE_LENGTH ? text.join('') : `${text.slice(0, TITLE_LENGTH).join('')}…`;
}

/** What a repeated request must agree in. */
function bodyOf({ requestKey: _, language: __, files, ...rest }: Filing) {
  return { ...rest, files: files.length };
}
