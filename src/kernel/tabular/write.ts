import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

import { stringify } from 'csv-stringify/sync';

export type TableFormat = 'csv' | 'xlsx';

/** One column of an export. A number stays a number in Excel; a code with leading zeros must be text. */
export type OutColumn<T> = {
  readonly header: string;
  readonly value: (row: T) => string | number | null;
};

type Rows<T> = AsyncIterable<T> | Iterable<T>;

const BOM = '\ufeff';
const ROWS_AT_ONCE = 500;
const TYPES: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers are left alone. */
function harmless(value: string | number | null): string | number {
  if (value === null) return '';
  if (typeof value === 'number') return value;
  return /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
}

function record<T>(columns: readonly OutColumn<T>[], row: T): (string | number)[] {
  return columns.map((column) => harmless(column.value(row)));
}

/** A small table as CSV text, without a byte order mark. */
export function csvText<T>(columns: readonly OutColumn<T>[], rows: readonly T[]): string {
  return stringify(
    [columns.map((column) => column.header), ...rows.map((row) => record(columns, row))],
    {
      record_delimiter: 'windows',
    },
  );
}

async function* csvPieces<T>(
  columns: readonly OutColumn<T>[],
  rows: Rows<T>,
): AsyncGenerator<string> {
  const lines = (records: (string | number)[][]) =>
    stringify(records, { record_delimiter: 'windows' });
  yield BOM + lines([columns.map((column) => column.header)]);
  let held: (string | number)[][] = [];
  for await (const row of rows) {
    held.push(record(columns, row));
    if (held.length < ROWS_AT_ONCE) continue;
    yield lines(held);
    held = [];
  }
  if (held.length > 0) yield lines(held);
}

function xlsxStream<T>(columns: readonly OutColumn<T>[], rows: Rows<T>): Readable {
  const out = new PassThrough();
  writeWorkbook(out, columns, rows).catch((error: Error) => out.destroy(error));
  return out;
}

async function writeWorkbook<T>(out: PassThrough, columns: readonly OutColumn<T>[], rows: Rows<T>) {
  // Loaded with the first workbook: most processes never see one.
  const { default: excel } = await import('@protobi/exceljs');
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: false });
  const sheet = book.addWorksheet('Linli');
  sheet.addRow(columns.map((column) => column.header)).commit();
  for await (const row of rows) {
    sheet.addRow(record(columns, row)).commit();
    if (out.writableNeedDrain) await new Promise((resolve) => out.once('drain', resolve));
  }
  sheet.commit();
  await book.commit();
}

/** A table as bytes, streamed: CSV with a byte order mark (Excel then reads it as UTF-8), or a workbook. */
export function writeTable<T>(
  format: TableFormat,
  columns: readonly OutColumn<T>[],
  rows: Rows<T>,
): Readable {
  return format === 'xlsx'
    ? xlsxStream(columns, rows)
    : Readable.from(csvPieces(columns, rows), { objectMode: false });
}

/** An export as the answer to a request; `name` without its ending may be Chinese. */
export function tableReply<T>(
  format: TableFormat,
  name: string,
  columns: readonly OutColumn<T>[],
  rows: Rows<T>,
): Response {
  const stream = writeTable(format, columns, rows);
  finished(stream).catch(() => {}); // the response reports a broken stream by itself
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="export.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
      'cache-control': 'no-store',
    },
  });
}
