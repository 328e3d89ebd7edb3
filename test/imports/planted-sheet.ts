import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { type OutColumn, writeTable } from '#kernel/tabular/tabular.ts';
import { PAST_HEADERS, type PastColumn } from '#modules/matters/index.ts';
import { randomOf } from '../../src/demo/random.ts';
import { KINDS, type Kind } from './planted-kinds.ts';
import { type Around, type Cells, storyOf } from './planted-stories.ts';

export type PlantedWanted = {
  readonly seed: number;
  readonly matters: number;
  /** How many of them have one fault each; every kind has its turn. */
  readonly faults: number;
  /** Before every number, so that two sheets don't meet. */
  readonly prefix: string;
  readonly arounds: readonly Around[];
};
/** What the import must say, and nothing else. */
export type Planted = { readonly line: number; readonly column: string; readonly code: string };
export type PlantedFormat = 'gb18030' | 'xlsx';

const COLUMNS = Object.keys(PAST_HEADERS) as PastColumn[];
const FIRST_LINE = 2;

/** Writes an events sheet with planted faults, row by row; the same wish writes the same file. Returns the faults. */
export async function writePlanted(
  path: string,
  format: PlantedFormat,
  wanted: PlantedWanted,
): Promise<Planted[]> {
  const planted: Planted[] = [];
  const kinds = KINDS.filter(({ onlyText }) => format === 'gb18030' || !onlyText);
  const rows = rowsOf(wanted, kinds, planted);
  const write = format === 'xlsx' ? workbook(rows) : gb18030(rows);
  await pipeline(write, createWriteStream(path));
  return planted;
}

function* rowsOf(
  { seed, matters, faults, prefix, arounds }: PlantedWanted,
  kinds: readonly Kind[],
  planted: Planted[],
): Generator<Cells> {
  const random = randomOf(seed);
  const stride = matters / faults;
  let line = FIRST_LINE;
  let spoiled = -1;
  for (let n = 0; n < matters; n += 1) {
    const share = Math.floor(n / stride);
    if (n === Math.ceil(share * stride))
      spoiled = random.between(n, Math.ceil((share + 1) * stride) - 1);
    const around = arounds[n % arounds.length];
    if (!around) throw new RangeError('nowhere to put a matter');
    const good = storyOf(`${prefix}${n}`, n, around);
    const kind = n === spoiled ? kinds[share % kinds.length] : undefined;
    if (kind) planted.push({ line: line + kind.row, column: kind.column, code: kind.code });
    const rows = kind ? kind.spoil(good, around) : good;
    yield* rows;
    line += rows.length;
  }
}

function columnsWith(value: (cell: string | Date) => string | number): OutColumn<Cells>[] {
  return COLUMNS.map((key) => ({
    header: PAST_HEADERS[key],
    value: (row) => {
      const cell = row[key];
      return cell === undefined || cell === '' ? null : value(cell);
    },
  }));
}

/** Shanghai has one clock all year. */
const OFFSET_MS = 8 * 3_600_000;
const local = (at: Date) => new Date(at.getTime() + OFFSET_MS);

/** As an office system exports it: GB18030, no byte order mark, moments as text. */
function gb18030(rows: Iterable<Cells>): Readable {
  const columns = columnsWith((cell) =>
    cell instanceof Date ? local(cell).toISOString().slice(0, 16).replace('T', ' ') : cell,
  );
  const text = writeTable('csv', columns, rows).setEncoding('utf8');
  async function* encoded() {
    for await (const piece of text)
      yield iconv.encode(String(piece).replace(/^\ufeff/, ''), 'gb18030');
  }
  return Readable.from(encoded());
}

const DAY_MS = 86_400_000;
/** Day 0 of Excel's 1900 system, for days after February 1900. */
const SERIAL_OF_1970 = 25_569;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^\d{1,15}(\.\d+)?$/;

/** As a person's Excel keeps it: moments and days as serial numbers, and whatever looks like a number as one. */
function workbook(rows: Iterable<Cells>): Readable {
  const serial = (ms: number) => ms / DAY_MS + SERIAL_OF_1970;
  const columns = columnsWith((cell) => {
    if (cell instanceof Date) return serial(local(cell).getTime());
    if (DAY.test(cell)) return serial(Date.parse(cell));
    return NUMBER.test(cell) ? Number(cell) : cell;
  });
  return writeTable('xlsx', columns, rows);
}
