import type { Db, Tx } from '#kernel/db/client.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import { dateOf, yearOf } from '#kernel/pure/dates.ts';
import { makeNumber } from '#kernel/pure/numbers.ts';
import type { World } from '#kernel/world.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { leadOf, workOf } from '../matters/fold.rules.ts';
import { hashOfRows, makePast, type PastMade } from './make-past.ts';
import type { PastFault, PastParent } from './past-event.types.ts';
import {
  type KnownPast,
  listKnownPast,
  listTakenHotline,
  listTakenNumbers,
} from './past-matter.queries.ts';
import { PAST_HEADERS } from './past-matters.tabular.ts';
import type { PastRegister } from './past-register.ts';
import type { PastGroup } from './read-past-groups.ts';
import { resolvePast } from './resolve-past.ts';

export type PastTally = {
  readonly imported: number;
  readonly unchanged: number;
  readonly refused: number;
};
export type PastBatch = {
  readonly made: readonly PastMade[];
  readonly tally: PastTally;
  readonly faults: readonly PastFault[];
};
export type PastRun = {
  readonly world: World;
  readonly register: PastRegister;
  readonly reach: AreaRange;
  /** One import of one file. */
  readonly run: string;
  /** Where nothing is written: what a written batch would have left for the next ones to find. */
  readonly rehearsal?: Rehearsal;
};
export type Rehearsal = {
  readonly matters: Map<string, KnownPast>;
  readonly hotline: Set<string>;
};

const RANDOM_DIGITS = 100_000_000;

/** Turns the matters of a batch into rows to be written, each whole or not at all. Writes nothing. */
export async function planPastBatch(
  db: Db | Tx,
  run: PastRun,
  groups: readonly PastGroup[],
): Promise<PastBatch> {
  const known = await knownOf(db, groups, run.rehearsal);
  const hotline = await listTakenHotline(db, hotlineNumbers(groups));
  for (const number of run.rehearsal?.hotline ?? []) hotline.add(number);
  const making = {
    ...run,
    db,
    book: await readRulebook(run.world, db),
    building: run.register.building,
    around: run.register.around,
  };
  const made = new Map<string, PastMade>();
  const faults: PastFault[] = [];
  let unchanged = 0;
  for (const group of groups) {
    const earlier = made.get(group.external) ?? known.get(group.external);
    if (isSaidAgain(earlier, group)) {
      unchanged += 1;
      continue;
    }
    const own = faultsOf(group, earlier, run, hotline);
    const outcome = own.length > 0 ? own : await planOne(db, run, making, group, made, known);
    if (Array.isArray(outcome)) faults.push(...outcome);
    else made.set(group.external, outcome as PastMade);
    for (const number of hotlineNumbers([group])) hotline.add(number);
  }
  const all = await withFreeNumbers(db, run.world, [...made.values()]);
  const refused = groups.length - made.size - unchanged;
  return { made: all, faults, tally: { imported: made.size, unchanged, refused } };
}

const parentsIn = (groups: readonly PastGroup[]) =>
  groups.flatMap(({ rows }) => rows.flatMap(({ value }) => (value.parent ? [value.parent] : [])));
const hotlineNumbers = (groups: readonly PastGroup[]) =>
  groups.flatMap(({ rows }) => rows.flatMap(({ value }) => (value.hotline ? [value.hotline] : [])));

async function knownOf(
  db: Db,
  groups: readonly PastGroup[],
  rehearsal: Rehearsal | undefined,
): Promise<Map<string, KnownPast>> {
  const wanted = new Set([...groups.map(({ external }) => external), ...parentsIn(groups)]);
  const rows = await listKnownPast(db, [...wanted]);
  const known = new Map(rows.map((row) => [row.external, row]));
  for (const external of wanted) {
    const rehearsed = rehearsal?.matters.get(external);
    if (rehearsed) known.set(external, rehearsed);
  }
  return known;
}

/** Keeps what the next batches of a rehearsal would find written. */
export function keepRehearsed({ matters, hotline }: Rehearsal, made: readonly PastMade[]): void {
  for (const one of made) {
    const { external, sha256, run, filing } = one.insert;
    const parent = parentFrom(one);
    if (parent) matters.set(external, { external, sha256, run, parent });
    if (filing.hotline) hotline.add(filing.hotline.number);
  }
}

const shaOf = (earlier: PastMade | KnownPast) =>
  'insert' in earlier ? earlier.insert.sha256 : earlier.sha256;
const runOf = (earlier: PastMade | KnownPast) =>
  'insert' in earlier ? earlier.insert.run : earlier.run;

function isSaidAgain(earlier: PastMade | KnownPast | undefined, group: PastGroup): boolean {
  return (
    earlier !== undefined && group.faults.length === 0 && shaOf(earlier) === hashOfRows(group.rows)
  );
}

function faultsOf(
  group: PastGroup,
  earlier: PastMade | KnownPast | undefined,
  { run }: PastRun,
  hotline: ReadonlySet<string>,
): readonly PastFault[] {
  if (group.faults.length > 0) return group.faults;
  const line = group.rows[0]?.line ?? group.lastLine;
  const fault = (column: 'external' | 'hotline', code: string, value: string) => [
    { line, column: PAST_HEADERS[column], code, value },
  ];
  // Rows of one matter stand together; what comes again further down cannot be folded in any more.
  if (earlier)
    return fault(
      'external',
      runOf(earlier) === run ? 'rows_apart' : 'said_otherwise',
      group.external,
    );
  const taken = hotlineNumbers([group]).find((number) => hotline.has(number));
  return taken === undefined ? [] : fault('hotline', 'hotline_number_taken', taken);
}

async function planOne(
  db: Db,
  { register, reach, world }: PastRun,
  making: Parameters<typeof makePast>[0],
  { external, rows }: PastGroup,
  made: ReadonlyMap<string, PastMade>,
  known: ReadonlyMap<string, KnownPast>,
): Promise<PastMade | PastFault[]> {
  const parentOf = (of: string): PastParent | undefined =>
    parentFrom(made.get(of)) ?? known.get(of)?.parent;
  const now = world.clock.now();
  const { events, faults } = await resolvePast(db, rows, { register, reach, now, parentOf });
  if (faults.length > 0) return faults;
  const outcome = await makePast(making, external, rows, events);
  return 'insert' in outcome ? outcome : [outcome];
}

function parentFrom(made: PastMade | undefined): PastParent | undefined {
  if (!made) return undefined;
  const c = made.insert.case;
  const { id, area, disposition, closure, closedAt } = c.matter;
  const lead = workOf(c) === null ? null : leadOf(c.tasks);
  return { id, area, disposition, closure, closedAt, lead };
}

/** Two numbers drawn alike would spoil the whole batch: those taken are drawn again. */
async function withFreeNumbers(
  db: Db,
  world: World,
  made: readonly PastMade[],
): Promise<PastMade[]> {
  const numbers = made.map(({ insert }) => insert.case.matter.number);
  const taken = numbers.length > 0 ? await listTakenNumbers(db, numbers) : new Set<string>();
  const free: PastMade[] = [];
  for (const one of made) {
    const { matter } = one.insert.case;
    let { number } = matter;
    while (taken.has(number))
      number = makeNumber(yearOf(dateOf(matter.receivedAt)), world.random(RANDOM_DIGITS));
    taken.add(number);
    const c = { ...one.insert.case, matter: { ...matter, number } };
    free.push(number === matter.number ? one : { ...one, insert: { ...one.insert, case: c } });
  }
  return free;
}
