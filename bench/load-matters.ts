import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { systemScope } from '#kernel/db/scope.ts';
import { uuidV7 } from '#kernel/ids/uuid.ts';
import { makeNumber } from '#kernel/pure/numbers.ts';
import type { World } from '#kernel/world.ts';
import { CATEGORIES, recountsOfMatters } from '#modules/matters/index.ts';
import { communities, villages } from './district.ts';
import { DISTRICT, ownerPool } from './installation.ts';

const DAY_MS = 86_400_000;
/** Two years of work, of which the last two weeks are open. */
const DAYS = 730;
const OPEN_DAYS = 14;
const SOURCES = ['portal', 'counter', 'telephone', 'outreach', 'hotline'];
const PRIME = 7_919;

const COLUMNS = {
  matter:
    'id, number, kind, source, category, space, is_safety, area, filed_area, title, words, is_anonymous, is_public, is_published, state, owner_organisation, owner_root, first_organisation, first_root, received_at, recorded_at, due_at, closure, closed_at, first_closed_at, rating, shared_with',
  matter_reporter: 'matter_id, area, name, telephone',
  task: 'id, matter_id, area, shared_with, is_published, state, is_lead, organisation, root, offered_by_organisation, offered_by_root, offered_at, accepted_at, due_at, handler, done_at, result, answer_public, round',
  journal:
    'id, subject_kind, subject_id, verb, area, occurred_at, recorded_at, face, organisation, codes, is_public',
} as const;

type Table = keyof typeof COLUMNS;
type Value = string | number | boolean | Date | null;
type Lines = Record<Table, string[]>;

/**
 * Fills the tables with `count` more matters as a busy district leaves them behind, by COPY as the owner (a product's
 * import would take minutes): each with its reporter, four journal rows and a task where work began. Then every counter
 * is counted from the records by the nightly recount's own statements.
 */
export async function loadMatters(
  world: World,
  ownerUrl: string,
  from: number,
  count: number,
): Promise<string[]> {
  const owner = ownerPool(ownerUrl);
  const numbers: string[] = [];
  try {
    const bodies = await readBodies(owner);
    const batch = 20_000;
    for (let start = from; start < from + count; start += batch) {
      const lines: Lines = { matter: [], matter_reporter: [], task: [], journal: [] };
      const end = Math.min(start + batch, from + count);
      for (let index = start; index < end; index += 1) {
        const made = matterAt(bodies, index, world.clock.now());
        addMatter(lines, made);
        if (index % 211 === 0) numbers.push(made.number);
      }
      for (const table of Object.keys(COLUMNS) as Table[])
        await copyInto(ownerUrl, table, lines[table]);
    }
    await countAll(world, owner);
    await owner.query('vacuum analyze');
  } finally {
    await owner.end();
  }
  return numbers;
}

async function readBodies(owner: pg.Pool): Promise<ReadonlyMap<string, string>> {
  const { rows } = await owner.query(
    "select area, id from organisation where kind in ('SERVICE_STATION', 'SUBDISTRICT_OFFICE')",
  );
  const found = new Map<string, string>(rows.map((row) => [row.area, row.id]));
  const bodyOf = (area: string) => found.get(area) ?? found.get(`${area.slice(0, 9)}000`) ?? '';
  return new Map([...communities, ...villages].map((area) => [area, bodyOf(area)]));
}

/** One matter as it stands today; everything follows from its index, so two runs load the same. */
function matterAt(bodies: ReadonlyMap<string, string>, index: number, now: Date) {
  const places = [...communities, ...villages];
  const area = places[index % places.length] ?? '';
  const age = ((index * PRIME) % (DAYS * 1000)) / 1000;
  const receivedAt = new Date(now.getTime() - age * DAY_MS);
  const isClosed = age > OPEN_DAYS;
  return {
    index,
    id: uuidV7(receivedAt),
    // Numbers of the year 1999 are nobody's: what is filed during the run never meets them.
    number: makeNumber(1999, (index * 17) % 100_000_000),
    area,
    body: bodies.get(area) ?? '',
    receivedAt,
    dueAt: new Date(receivedAt.getTime() + 10 * DAY_MS),
    closedAt: isClosed ? new Date(receivedAt.getTime() + 3 * DAY_MS) : null,
    isClosed,
    hasTask: isClosed || index % 3 !== 0,
    isPublished: isClosed && index % 2 === 0,
  };
}

type Made = ReturnType<typeof matterAt>;

function matterLine(made: Made): string {
  const { index, id, number, area, body, receivedAt, dueAt, closedAt, isClosed, hasTask } = made;
  const category = CATEGORIES[(index * 31) % CATEGORIES.length];
  if (!category) throw new Error('no category');
  const openState = hasTask ? 'IN_HAND' : 'RECEIVED';
  return csv([
    ...[id, number, 'problem', SOURCES[index % SOURCES.length] ?? 'portal', category.key],
    ...[category.space, category.isSafety, area, area, `${category.zh}：第 ${index} 号`],
    `${category.zh}。门口第 ${index} 处，已经三天了，请来看一看。`,
    ...[false, index % 2 === 0, made.isPublished, isClosed ? 'CLOSED' : openState],
    ...[body, body, body, body, receivedAt, receivedAt, dueAt],
    ...[isClosed ? 'solved' : null, closedAt, closedAt, isClosed ? 3 + (index % 3) : null],
    hasTask ? `{${body}}` : '{}',
  ]);
}

function taskLine({ id, area, body, receivedAt, dueAt, closedAt, isClosed, isPublished }: Made) {
  const handler = { account: 'a', organisation: body, root: body, appointment: null };
  const outcome = isClosed ? ['DONE', 'done', '已经修好'] : ['ACCEPTED', null, null];
  const [state = null, result = null, answer = null] = outcome;
  return csv([
    ...[uuidV7(receivedAt), id, area, `{${body}}`, isPublished, state],
    ...[true, body, body, body, body, receivedAt, receivedAt],
    ...[dueAt, JSON.stringify(handler), closedAt, result, answer, 1],
  ]);
}

function journalLines({ id, area, body, receivedAt, isClosed }: Made): string[] {
  const verbs = isClosed ? ['receive', 'take', 'finish', 'close'] : ['receive'];
  return verbs.map((verb, step) => {
    const at = new Date(receivedAt.getTime() + step * 3_600_000);
    return csv([uuidV7(at), 'matter', id, verb, area, at, at, 'staff', body, '{}', true]);
  });
}

function addMatter(lines: Lines, made: Made): void {
  const telephone = `1000${String(made.index % 10_000_000).padStart(7, '0')}`;
  lines.matter.push(matterLine(made));
  lines.matter_reporter.push(csv([made.id, made.area, '王小明', telephone]));
  lines.journal.push(...journalLines(made));
  if (made.hasTask) lines.task.push(taskLine(made));
}

function csv(values: readonly Value[]): string {
  const cell = (value: Value) => {
    if (value === null) return '';
    const text = value instanceof Date ? value.toISOString() : String(value);
    return `"${text.replaceAll('"', '""')}"`;
  };
  return `${values.map(cell).join(',')}\n`;
}

async function copyInto(url: string, table: Table, lines: readonly string[]): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    options: `-c search_path=${DISTRICT}`,
  });
  await client.connect();
  try {
    const copy = copyFrom(`copy ${table} (${COLUMNS[table]}) from stdin (format csv)`);
    await pipeline(Readable.from(lines), client.query(copy));
  } finally {
    await client.end();
  }
}

async function countAll(world: World, owner: pg.Pool): Promise<void> {
  const recounts = recountsOfMatters(world);
  await owner.query('delete from counter where name = any($1)', [recounts.map(({ name }) => name)]);
  for (const { name, count } of recounts) {
    const rows = await world.database.withReadScope(systemScope, count);
    const sums = new Map<string, { area: string; day: string; key: string; by: number }>();
    for (const row of rows) {
      const id = `${row.area} ${row.day} ${row.key}`;
      sums.set(id, { ...row, by: row.by + (sums.get(id)?.by ?? 0) });
    }
    // As life brings them in: what is of one day lies together.
    const all = [...sums.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
    await owner.query(
      `insert into counter (name, area, day, key, slot, count)
       select $1, area, day, key, 0, by from unnest($2::text[], $3::date[], $4::text[], $5::bigint[]) as row (area, day, key, by)`,
      [name, ...(['area', 'day', 'key', 'by'] as const).map((part) => all.map((row) => row[part]))],
    );
  }
}
