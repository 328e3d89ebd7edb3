import { applyCounts, changed } from '#kernel/counters/counters.ts';
import type { Tx } from '#kernel/db/client.ts';
import { type JournalEntry, writeJournals } from '#kernel/journal/journal.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { addItems } from '#modules/worklist/index.ts';
import { dispatcherOf } from '../checks/choose-checker.rules.ts';
import { subjectOf } from '../matters/act.ts';
import { contributionsOf } from '../matters/counts.rules.ts';
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
  await Promise.all(batch.map((made) => addWaiting(tx, world, made)));
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

/** A date that passes marks a matter as late, and changes nothing of whom it waits for. */
const isMoved = ({ events }: PastStep) => events.some(({ verb }) => verb !== 'become_overdue');

async function addWaiting(tx: Tx, world: World, made: PastMade): Promise<void> {
  const { insert, around } = made;
  const c = insert.case;
  const dispatcher = dispatcherOf(around, c.matter.firstContact);
  const since = made.folded.steps.findLast(isMoved)?.at ?? c.matter.receivedAt;
  await addItems(tx, world, subjectOf(insert.title, c), workItemsOf(c, dispatcher), since);
}

function countsOf({ insert, quickDays }: PastMade) {
  const { area } = insert.case.matter;
  const counts = contributionsOf(insert.case, quickDays, dateOf).map((one) => ({ ...one, by: 1 }));
  return [...counts, changed('matters', area)];
}
