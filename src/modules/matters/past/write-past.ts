import { applyCounts, changed } from '#kernel/counters/counters.ts';
import type { Tx } from '#kernel/db/client.ts';
import { type JournalEntry, writeJournals } from '#kernel/journal/journal.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { addItems } from '#modules/worklist/index.ts';
import { subjectOf } from '../matters/act.ts';
import { contributionsOf } from '../matters/counts.rules.ts';
import { desksOf } from '../matters/desks.rules.ts';
import { seatsOf } from '../matters/desks.ts';
import { journalEntryOf } from '../matters/journal-entry.ts';
import { workItemsOf } from '../matters/work-items.rules.ts';
import type { PastStep } from './fold-past.rules.ts';
import { actorOf, type PastMade } from './make-past.ts';
import { insertPastMatters } from './past-matter.queries.ts';

type Told = { readonly actor: Actor; readonly entry: JournalEntry };

/** Writes a batch: the final rows, the whole journal, what still waits on Today, and the figures last. Nobody is told by message. */
export async function writePast(tx: Tx, world: World, batch: readonly PastMade[]): Promise<void> {
  if (batch.length === 0) return;
  await insertPastMatters(
    tx,
    batch.map(({ insert }) => insert),
  );
  await writeJournals(tx, world, batch.flatMap(toldOf));
  const seats = await seatsOf(
    tx,
    batch.map(({ insert }) => insert.case),
  );
  await Promise.all(batch.map((made) => addWaiting(tx, world, made, seats)));
  await applyCounts(tx, world, batch.flatMap(countsOf));
}

function toldOf(made: PastMade): Told[] {
  const { insert, folded, received, first } = made;
  const { id, area, firstContact } = first.matter;
  const subject = { kind: 'matter', id };
  const receive: Told = {
    actor: actorOf(received),
    entry: {
      subject,
      verb: 'receive',
      area,
      occurredAt: received.at,
      isPublic: first.matter.isPublic,
      codes: {
        source: insert.filing.source,
        category: insert.filing.category,
        organisation: firstContact.organisation,
      },
    },
  };
  const rest = folded.steps.flatMap(({ event, at, events, after }) =>
    events.map((one): Told => ({ actor: actorOf(event), entry: journalEntryOf(after, one, at) })),
  );
  return [receive, ...rest];
}

/** A date that passes marks a matter as late and calls others in; whom it waited for, it waits for since before. */
const MARKS = new Set(['become_overdue', 'escalate', 'task_late', 'become_unowned', 'review_due']);
const isMoved = ({ events }: PastStep) => events.some(({ verb }) => !MARKS.has(verb));

async function addWaiting(
  tx: Tx,
  world: World,
  { insert, around, rules, folded }: PastMade,
  seats: ReadonlyMap<string, string>,
): Promise<void> {
  const c = insert.case;
  const items = workItemsOf(c, desksOf(c, around, seats), rules.checking);
  const since = folded.steps.findLast(isMoved)?.at ?? c.matter.receivedAt;
  await addItems(tx, world, subjectOf(insert.title, c), items, since);
}

function countsOf({ insert, rules }: PastMade) {
  const { area } = insert.case.matter;
  const counts = contributionsOf(insert.case, rules.quickDays, dateOf).map((one) => ({
    ...one,
    by: 1,
  }));
  return [...counts, changed('matters', area)];
}
