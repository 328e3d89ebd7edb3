import { type PlainDate, parseDate } from '#kernel/pure/dates.ts';
import { toHalfWidth, withoutSeparators } from '#kernel/pure/plain-text.ts';
import { isRefusal, type Refusal, refuse } from '#kernel/pure/refusal.ts';
import { headerKey, type Table, type TableRow } from './rows.ts';
import { unreadable } from './source.ts';

/** How one column is found and read. The first header is the one exports write. */
export type Column<T> = {
  readonly headers: readonly [string, ...string[]];
  /** Absent: the column and each cell may be missing and read as null. */
  readonly required?: boolean;
  readonly read: (text: string) => T | Refusal;
};

type Columns = Readonly<Record<string, Column<unknown>>>;
type Read<C> = C extends { read: (text: string) => infer R } ? Exclude<R, Refusal> : never;

export type SheetValue<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends { required: true } ? Read<C[K]> : Read<C[K]> | null;
};
export type Sheet<C extends Columns> = { readonly columns: C };

/** One thing wrong with one cell. `column` is the file's own header, `value` what stood there (shortened). */
export type RowFault = {
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly value: string;
};
export type SheetRow<T> =
  | { readonly line: number; readonly value: T; readonly faults: null }
  | { readonly line: number; readonly value: null; readonly faults: readonly RowFault[] };

export function defineSheet<const C extends Columns>(columns: C): Sheet<C> {
  return { columns };
}

const SHOWN_CHARACTERS = 60;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Reads a table by a sheet's columns: each row is a value or its faults, all of them, not just the first. */
export async function* readSheet<C extends Columns>(
  sheet: Sheet<C>,
  table: Table,
): AsyncGenerator<SheetRow<SheetValue<C>>> {
  const found = findColumns(sheet.columns, table.headers);
  for await (const row of table.rows) yield readRow<C>(found, row);
}

type Found = {
  readonly key: string;
  readonly header: string | null;
  readonly column: Column<unknown>;
};

function findColumns(columns: Columns, headers: readonly string[]): Found[] {
  const byKey = new Map(headers.map((header) => [headerKey(header), header]));
  const found = Object.entries(columns).map(([key, column]) => {
    const names = column.headers.map((name) => byKey.get(headerKey(name)));
    return { key, column, header: names.find((name) => name !== undefined) ?? null };
  });
  const missing = found.filter(({ header, column }) => header === null && column.required);
  if (missing.length > 0)
    throw unreadable('columns_missing', {
      columns: missing.map(({ column }) => column.headers[0]).join('、'),
    });
  return found;
}

function readRow<C extends Columns>(
  found: readonly Found[],
  row: TableRow,
): SheetRow<SheetValue<C>> {
  const faults: RowFault[] = [];
  const value: Record<string, unknown> = {};
  const { line } = row;
  if (row.surplus > 0)
    faults.push({ line, column: '', code: 'cells_beyond_header', value: String(row.surplus) });
  for (const { key, header, column } of found) {
    const text = header === null ? '' : (row.cells[header] ?? '');
    const read = readCell(column, text);
    if (isRefusal(read))
      faults.push({
        line,
        column: header ?? column.headers[0],
        code: read.refused,
        value: text.slice(0, SHOWN_CHARACTERS),
      });
    else value[key] = read;
  }
  return faults.length > 0
    ? { line, value: null, faults }
    : { line, value: value as SheetValue<C>, faults: null };
}

function readCell(column: Column<unknown>, text: string): unknown {
  if (text === '') return column.required ? refuse('cell_empty') : null;
  if (CONTROL.test(text)) return refuse('control_character');
  return column.read(text);
}

export const asText =
  (maxCharacters = 200) =>
  (text: string): string | Refusal<'text_too_long'> =>
    text.length > maxCharacters ? refuse('text_too_long') : text;

/** Codes as typed: full-width digits and separators forgiven, then the pattern decides. */
export const asCode =
  (pattern: RegExp) =>
  (text: string): string | Refusal<'code_malformed'> => {
    const code = withoutSeparators(text);
    return pattern.test(code) ? code : refuse('code_malformed');
  };

export const asDate = (text: string): PlainDate | Refusal => parseDate(text);

export const asNumber =
  (lo: number, hi: number) =>
  (text: string): number | Refusal<'number_unreadable' | 'number_out_of_range'> => {
    const plain = toHalfWidth(text).replace(/,/g, '');
    if (!/^-?\d+(\.\d+)?$/.test(plain)) return refuse('number_unreadable');
    const number = Number(plain);
    return number >= lo && number <= hi ? number : refuse('number_out_of_range');
  };

/** One of a code list, by code or by any of its names. */
export const asChoice = <const T extends string>(
  names: Readonly<Record<T, readonly string[]>>,
): ((text: string) => T | Refusal<'choice_unknown'>) => {
  const codes = Object.keys(names) as T[];
  const byName = new Map<string, T>(
    codes.flatMap((code) => [code, ...names[code]].map((name) => [headerKey(name), code] as const)),
  );
  return (text) => byName.get(headerKey(text)) ?? refuse('choice_unknown');
};

const YES = new Set(['是', 'yes', 'y', 'true', '1', '√']);
const NO = new Set(['否', 'no', 'n', 'false', '0', '×']);

export const asYesNo = (text: string): boolean | Refusal<'choice_unknown'> => {
  const key = headerKey(text);
  if (YES.has(key)) return true;
  return NO.has(key) ? false : refuse('choice_unknown');
};

/** A whole sheet in memory, good rows and faults apart; for tables of thousands of rows, not of millions. */
export async function readWhole<C extends Columns>(
  sheet: Sheet<C>,
  table: Table,
): Promise<{ rows: { line: number; value: SheetValue<C> }[]; faults: RowFault[] }> {
  const rows: { line: number; value: SheetValue<C> }[] = [];
  const faults: RowFault[] = [];
  for await (const row of readSheet(sheet, table)) {
    if (row.faults) faults.push(...row.faults);
    else rows.push({ line: row.line, value: row.value });
  }
  return { rows, faults };
}
