import type { Tx } from '#kernel/db/client.ts';
import { scopeOf } from '#kernel/db/scope.ts';
import { writeJournals } from '#kernel/journal/journal.ts';
import { type Actor, SYSTEM } from '#kernel/pure/actor.ts';
import { notFound, refusedBy } from '#kernel/pure/errors.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import type { World } from '#kernel/world.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import type { RuleBook } from '#modules/rulebook/pure.ts';
import { replaceItems, type WorkSubject } from '#modules/worklist/index.ts';
import { chooseChecker } from '../checks/choose-checker.rules.ts';
import { settle } from '../checks/settle.rules.ts';
import { reckonAgain } from '../escalation/reckon-again.rules.ts';
import { afterChange } from './after-change.ts';
import { lockCase, type Stored, saveCase } from './case.queries.ts';
import { sharedWith } from './case-rows.queries.ts';
import type { CaseEvent, Changed, ChangeFacts, Outcome } from './change.types.ts';
import { countChange } from './count-change.ts';
import { bodyAt, type Desks, desksOf } from './desks.rules.ts';
import { seatsOf } from './desks.ts';
import { isOpen, stateOf } from './fold.rules.ts';
import { journalEntryOf } from './journal-entry.ts';
import type { Case, Hand } from './matter.types.ts';
import { nextLookAt } from './next-look.rules.ts';
import { deadlineAt, matterDeadline, rulesFor, withDue } from './rules-for.rules.ts';
import { surroundingsOf } from './surroundings.ts';
import type { Surroundings } from './surroundings.types.ts';
import { workItemsOf } from './work-items.rules.ts';

/** What a change may look at beyond the matter itself, still inside its transaction. */
export type Reading = {
  readonly tx: Tx;
  readonly book: RuleBook;
  readonly around: Surroundings;
  readonly desks: Desks;
  readonly world: World;
};
export type Change = (
  stored: Stored,
  facts: ChangeFacts,
  reading: Reading,
) => Outcome | Promise<Outcome>;

/**
 * The one way a matter changes: lock it, apply the rules, carry out what follows, write the rows, the journal, the
 * worklist, the messages' jobs and the counters: all or nothing. Throws the rules' refusal; what the actor may not see is not found.
 */
export async function actOnMatter(
  world: World,
  actor: Actor,
  number: string,
  change: Change,
): Promise<Case> {
  return world.database.withScope(scopeOf(actor), async (tx) => {
    const stored = await lockCase(tx, number);
    if (!stored) throw notFound('matter');
    return applyChange(world, actor, tx, stored, change);
  });
}

/** As `actOnMatter` for a case that the transaction has locked already: jobs, imports, batches. */
export async function applyChange(
  world: World,
  actor: Actor,
  tx: Tx,
  stored: Stored,
  change: Change,
  at = world.clock.now(),
): Promise<Case> {
  const { matter } = stored.case;
  const [book, around, seats] = await Promise.all([
    readRulebook(world, tx),
    surroundingsOf(world, tx, matter.area),
    seatsOf(tx, [stored.case]),
  ]);
  const fresh = freshlyReckoned(stored.case, book, at);
  const now = { ...stored, case: fresh.case };
  const desks = desksOf(now.case, around, seats);
  const rules = rulesFor(book, matter);
  const facts: ChangeFacts = {
    now: at,
    hand: handOf(actor),
    rules: rules.checking,
    newId: world.newId,
    draw: drawOf(world, stored),
    dueOf: (rule, from) => deadlineAt(book, matter.area, rule, from).dueAt,
    checkerFor: (kind, handler) => chooseChecker(around, kind, handler),
    bodyAt: (level) => bodyAt(level, around, matter.firstContact),
  };
  const outcome = await change(now, facts, { tx, book, around, desks, world });
  if (isRefusal(outcome)) throw refusedBy(outcome);
  const settled = settle(outcome.case, facts);
  const events = [...outcome.events, ...settled.events];
  const after = withDueDate(settled.case, book);
  await saveCase(tx, stored, after, nextLookAt(after, rules.checking));
  await journalAll(tx, world, SYSTEM, after, fresh.events, at);
  await journalAll(tx, world, actor, after, events, at);
  await replaceItems(
    tx,
    world,
    subjectOf(stored.title, after),
    workItemsOf(after, desksOf(after, around, seats), rules.checking),
  );
  await afterChange(tx, world, after, events);
  await countChange(tx, world, stored.case, after, rules.quickDays);
  return after;
}

/** What a year's calendar, loaded since, makes of a provisional date is an event before anything else happens. */
function freshlyReckoned(c: Case, book: RuleBook, at: Date): Changed {
  const isOld = c.matter.isDueProvisional && isOpen(stateOf(c));
  return isOld ? reckonAgain(c, matterDeadline(book, c.matter), at) : { case: c, events: [] };
}

/** The date of what is over stays as it was. */
function withDueDate(c: Case, book: RuleBook): Case {
  return isOpen(stateOf(c))
    ? { ...c, matter: withDue(c.matter, matterDeadline(book, c.matter)) }
    : c;
}

export function subjectOf(title: string, c: Case): WorkSubject {
  const { id, number, area } = c.matter;
  return {
    kind: 'matter',
    id,
    number,
    area,
    title,
    link: `/matters/${number}`,
    sharedWith: sharedWith(c),
  };
}

/** Staff, and the holder of a department's link, act as a hand; the reporter and jobs do not. */
export function handOf(actor: Actor): Hand | null {
  const { organisation, rootOrganisation: root } = actor;
  if (organisation === null || root === null) return null;
  const account = actor.face === 'link' ? `link:${organisation}` : actor.account;
  return account === null ? null : { account, organisation, root, appointment: actor.appointment };
}

/** In [0, 1), from the installation's secret and the matter: nobody can foresee or choose it, anybody with the secret can recompute it. */
function drawOf(world: World, { case: { matter } }: Stored): number {
  return (
    Number.parseInt(
      Buffer.from(world.secrets.mac('sample', matter.id), 'base64url').toString('hex').slice(0, 12),
      16,
    ) /
    2 ** 48
  );
}

async function journalAll(
  tx: Tx,
  world: World,
  actor: Actor,
  after: Case,
  events: readonly CaseEvent[],
  at: Date,
): Promise<void> {
  await writeJournals(
    tx,
    world,
    events.map((event) => ({ actor, entry: journalEntryOf(after, event, at) })),
  );
}
