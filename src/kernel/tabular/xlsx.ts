import { Readable } from 'node:stream';
import type ExcelJS from '@protobi/exceljs';
import type { RawRow } from './rows.ts';
import { bytesOf, type TableLimits, type TableSource, tooLarge, unreadable } from './source.ts';
import { guardZip } from './zip-guard.ts';

/** Rows of a workbook's first sheet that has any, with Excel's own row numbers. */
export async function* xlsxRows(source: TableSource, limits: TableLimits): AsyncGenerator<RawRow> {
  const bytes = await bytesOf(source);
  await guardZip(bytes, limits);
  // Loaded with the first workbook: most processes never see one.
  const { default: excel } = await import('@protobi/exceljs');
  const reader = new excel.stream.xlsx.WorkbookReader(
    Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)], {
      objectMode: false,
    }),
    {
      worksheets: 'emit',
      sharedStrings: 'cache',
      hyperlinks: 'ignore',
      styles: 'ignore',
      entries: 'ignore',
    },
  );
  try {
    for await (const sheet of reader) {
      let any = false;
      for await (const row of sheet) {
        any = true;
        yield { line: row.number, values: valuesOf(row, limits) };
      }
      if (any) return;
    }
  } catch (error) {
    throw error instanceof Error && error.name === 'AppError'
      ? error
      : unreadable('workbook_damaged', {}, error);
  }
}

function valuesOf(row: ExcelJS.Row, limits: TableLimits): string[] {
  const values: string[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    const text = cellText(cell.value);
    if (text === '') return;
    if (column > limits.columns) throw tooLarge('too_many_columns', limits.columns);
    while (values.length < column - 1) values.push('');
    values[column - 1] = text;
  });
  return values;
}

/** What the reader of the sheet sees, save dates, which stay serial numbers: `parseDate` reads them. */
function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('result' in value) return cellText(value.result as ExcelJS.CellValue);
  if ('text' in value) return cellText(value.text as ExcelJS.CellValue);
  return 'error' in value ? String(value.error) : '';
}
