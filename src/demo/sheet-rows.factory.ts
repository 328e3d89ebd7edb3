import { readSheet, readTable, type TableSource } from '#kernel/tabular/tabular.ts';
import type { PastRow } from '#modules/matters/past/past-event.types.ts';
import { pastMattersSheet } from '#modules/matters/past/past-matters.tabular.ts';

/** The rows of an events sheet as the import understands them: an empty kind or source of a receipt is the usual one. Throws where one has a fault. */
export async function readSheetRows(source: TableSource): Promise<PastRow[]> {
  const rows: PastRow[] = [];
  for await (const row of readSheet(pastMattersSheet, await readTable(source))) {
    if (row.faults) throw new Error(JSON.stringify(row.faults));
    const value = row.value as PastRow;
    const usual = { kind: value.kind ?? 'problem', source: value.source ?? 'past' };
    rows.push(value.event === 'receive' ? { ...value, ...usual } : value);
  }
  return rows;
}
