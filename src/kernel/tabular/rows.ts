import { toHalfWidth } from '#kernel/pure/plain-text.ts';
import { type TableLimits, tooLarge, unreadable } from './source.ts';

/** A row as the file holds it; `line` is what the person sees in the margin: 1 for the first. */
export type RawRow = { readonly line: number; readonly values: readonly string[] };

export type TableRow = {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Cells beyond the last header: the row slipped. */
  readonly surplus: number;
};

export type Table = {
  readonly headers: readonly string[];
  readonly headerLine: number;
  readonly rows: AsyncIterable<TableRow>;
};

/** Government sheets put a title, a unit and a date above the header. */
const LINES_BEFORE_HEADER = 5;

/** How headers are compared: 社区（村） , 社区(村) and ' 社区 (村)' are one. */
export function headerKey(header: string): string {
  return toHalfWidth(header)
    .replace(/[\s*:]/g, '')
    .toLowerCase();
}

/**
 * Finds the header (the first row of two cells or more among the first few, else the first that isn't empty) and
 * yields what follows, without empty rows. A header that stands twice is refused: which is meant, nobody can tell.
 */
export async function tableOf(raw: AsyncGenerator<RawRow>, limits: TableLimits): Promise<Table> {
  const seen: RawRow[] = [];
  for (let row = await raw.next(); !row.done; row = await raw.next()) {
    if (filled(row.value) === 0) continue;
    seen.push(row.value);
    if (filled(row.value) > 1 || seen.length === LINES_BEFORE_HEADER) break;
  }
  const header = seen.findIndex((row) => filled(row) > 1);
  const at = Math.max(header, 0);
  const first = seen[at];
  if (!first) throw unreadable('table_empty');
  const headers = first.values.map(tidy);
  const twice = headers.find(
    (name, n) => name !== '' && headers.findIndex((h) => headerKey(h) === headerKey(name)) !== n,
  );
  if (twice !== undefined) throw unreadable('header_twice', { header: twice });
  return {
    headers: headers.filter((name) => name !== ''),
    headerLine: first.line,
    rows: bodyOf(headers, seen.slice(at + 1), raw, limits),
  };
}

async function* bodyOf(
  headers: readonly string[],
  before: readonly RawRow[],
  rest: AsyncGenerator<RawRow>,
  limits: TableLimits,
): AsyncGenerator<TableRow> {
  let count = 0;
  try {
    for (const row of before) yield rowOf(headers, row);
    for await (const row of rest) {
      if (filled(row) === 0) continue;
      count += 1;
      if (count > limits.rows) throw tooLarge('too_many_rows', limits.rows);
      yield rowOf(headers, row);
    }
  } finally {
    await rest.return(undefined); // a reader that stops early closes the file
  }
}

function rowOf(headers: readonly string[], row: RawRow): TableRow {
  const cells: Record<string, string> = {};
  headers.forEach((header, n) => {
    if (header !== '') cells[header] = tidy(row.values[n] ?? '');
  });
  const surplus = row.values.slice(headers.length).filter((value) => tidy(value) !== '').length;
  return { line: row.line, cells, surplus };
}

const tidy = (value: string) => value.trim();
const filled = (row: RawRow) => row.values.filter((value) => tidy(value) !== '').length;
