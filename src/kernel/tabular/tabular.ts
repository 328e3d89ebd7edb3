import { csvRows } from './csv.ts';
import { type Table, tableOf } from './rows.ts';
import {
  sizeOf,
  TABLE_LIMITS,
  type TableLimits,
  type TableSource,
  tooLarge,
  unreadable,
} from './source.ts';
import { xlsxRows } from './xlsx.ts';

export {
  asChoice,
  asCode,
  asDate,
  asNumber,
  asText,
  asYesNo,
  type Column,
  defineSheet,
  type RowFault,
  readSheet,
  readWhole,
  type Sheet,
  type SheetRow,
  type SheetValue,
} from './columns.ts';
export type { Table, TableRow } from './rows.ts';
export {
  TABLE_LIMITS,
  type TableLimits,
  type TableSource,
  tooLarge,
  unreadable,
} from './source.ts';
export { csvText, type OutColumn, type TableFormat, tableReply, writeTable } from './write.ts';

/**
 * Opens a CSV or XLSX file as headers and an async iterable of rows. Throws AppError: 'too_large' beyond a limit,
 * 'refused' for what is no table (each with a reason of `tabular.messages.ts`). Memory stays bounded: CSV is streamed,
 * a workbook is at most `workbookBytes` plus its table of shared strings.
 */
export async function readTable(
  source: TableSource,
  limits: TableLimits = TABLE_LIMITS,
): Promise<Table> {
  const bytes = await sizeOf(source);
  if (bytes === 0) throw unreadable('table_empty');
  if (/\.xlsx$/i.test(source.name)) {
    if (bytes > limits.workbookBytes) throw tooLarge('file_too_large', limits.workbookBytes);
    return tableOf(xlsxRows(source, limits), limits);
  }
  if (!/\.(csv|txt)$/i.test(source.name)) throw unreadable('table_format', { name: source.name });
  if (bytes > limits.csvBytes) throw tooLarge('file_too_large', limits.csvBytes);
  return tableOf(csvRows(source, limits), limits);
}
