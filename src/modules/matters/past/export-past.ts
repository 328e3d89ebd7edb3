import type { Db } from '#kernel/db/client.ts';
import { scopeOf } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { type Actor, may } from '#kernel/pure/actor.ts';
import { forbidden } from '#kernel/pure/errors.ts';
import type { OutColumn } from '#kernel/tabular/tabular.ts';
import type { World } from '#kernel/world.ts';
import { listIdentities } from '#modules/bodies/index.ts';
import { findBuildingById } from '#modules/territory/index.ts';
import { findCategory } from '../reference/categories.ts';
import { type Codes, type PastCells, type PastTold, rowsOfPast } from './export-past.rules.ts';
import { IMPORT_PAST } from './import-past-matters.ts';
import type { PastColumn } from './past-event.types.ts';
import {
  countPastMatters,
  listPastMatters,
  listPastTold,
  notesOfChecks,
  type PastPlace,
} from './past-export.queries.ts';
import { PAST_HEADERS } from './past-matters.tabular.ts';

const MATTERS_AT_ONCE = 250;

/** The columns that the import reads back. */
export const pastColumns: readonly OutColumn<PastCells>[] = (
  Object.keys(PAST_HEADERS) as PastColumn[]
).map((key) => ({ header: PAST_HEADERS[key], value: (row) => row[key] ?? null }));

/**
 * The past matters of the actor's area as the sheet of events that brought them in, and what has happened to them
 * since, page by page. It holds names and telephones, so who takes it is journaled. Throws forbidden.
 */
export async function exportPastMatters(
  world: World,
  actor: Actor,
): Promise<AsyncGenerator<PastCells>> {
  if (actor.face !== 'system' && !may(actor, IMPORT_PAST)) throw forbidden(IMPORT_PAST);
  await world.database.withScope(scopeOf(actor), async (tx) => {
    await writeJournal(tx, world, actor, {
      subject: { kind: 'matter.export', id: world.newId() },
      verb: 'export',
      area: actor.area.lo.padEnd(12, '0').slice(0, 12),
      purpose: 'past_matters',
      codes: { matters: await countPastMatters(tx, actor.area) },
    });
  });
  return pages(world, actor);
}

async function* pages(world: World, actor: Actor): AsyncGenerator<PastCells> {
  const names = new Names();
  let after: PastPlace | null = null;
  for (;;) {
    const from: PastPlace | null = after;
    const page: Page = await world.database.withReadScope(scopeOf(actor), (db) =>
      readPage(db, actor, names, from),
    );
    yield* page.rows;
    if (page.last === null) return;
    after = page.last;
  }
}

type Page = { readonly rows: readonly PastCells[]; readonly last: PastPlace | null };

async function readPage(
  db: Db,
  actor: Actor,
  names: Names,
  after: PastPlace | null,
): Promise<Page> {
  const matters = await listPastMatters(db, actor.area, after, MATTERS_AT_ONCE);
  const ids = matters.map(({ id }) => id);
  const told = new Map<string, PastTold[]>();
  for (const { matter, ...row } of await listPastTold(db, ids))
    told.set(matter, [...(told.get(matter) ?? []), row]);
  const notes = await notesOfChecks(db, ids);
  await names.learn(
    db,
    matters.flatMap(({ building }) => building ?? []),
  );
  const codes: Codes = {
    body: (id) => names.body(id),
    building: (id) => names.building(id),
    note: (check) => notes.get(check),
    isUsuallyPublic: (category) => findCategory(category)?.space === 'public',
  };
  const last = matters.length === MATTERS_AT_ONCE ? matters.at(-1) : undefined;
  return {
    rows: matters.flatMap((matter) => rowsOfPast(matter, told.get(matter.id) ?? [], codes)),
    last: last ? { at: last.receivedAt, id: last.id } : null,
  };
}

/** Codes of bodies and buildings, looked up once an export. */
class Names {
  #bodies: ReadonlyMap<string, string> | undefined;
  readonly #buildings = new Map<string, string>();

  async learn(db: Db, buildings: readonly string[]): Promise<void> {
    this.#bodies ??= new Map((await listIdentities(db)).map(({ id, code }) => [id, code]));
    for (const id of buildings) {
      if (this.#buildings.has(id)) continue;
      this.#buildings.set(id, (await findBuildingById(db, id))?.code ?? '');
    }
  }

  body(id: string): string {
    return this.#bodies?.get(id) ?? '';
  }

  building(id: string): string {
    return this.#buildings.get(id) ?? '';
  }
}
