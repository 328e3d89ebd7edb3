import { describe, expect, it } from 'vitest';
import { readTable, TABLE_LIMITS, type TableLimits } from './tabular.ts';
import { aRow, aWorkbook } from './workbook.factory.ts';

async function collected<T, R>(items: AsyncIterable<T>, as: (item: T) => R): Promise<R[]> {
  const list: R[] = [];
  for await (const item of items) list.push(as(item));
  return list;
}

/** All rows of a workbook written by hand, or what it is refused for. */
async function read(given: Parameters<typeof aWorkbook>[0], limits: Partial<TableLimits> = {}) {
  const table = await readTable(aWorkbook(given), { ...TABLE_LIMITS, ...limits });
  return collected(table.rows, ({ line, cells }) => [line, ...Object.values(cells)]);
}
const HEAD = aRow('1', 'a', 'b');

describe('row numbers', () => {
  it('are the sheet’s own, or follow the last', async () => {
    const rows = `${HEAD}${aRow('7', 'x', 'y')}<row><c><v>2</v></c></row>${aRow('20', 'z', '')}`;
    expect(await read({ rows })).toEqual([
      [7, 'x', 'y'],
      [8, '2', ''],
      [20, 'z', ''],
    ]);
  });

  it.each([
    ['that stay', aRow('7', 'x', 'y') + aRow('7', 'z', '')],
    ['that fall', aRow('7', 'x', 'y') + aRow('6', 'z', '')],
    ['that are no numbers', aRow('abc', 'x', 'y')],
    ['that are empty', aRow('', 'x', 'y')],
    ['that are no whole numbers', aRow('7.5', 'x', 'y')],
    ['below the first', aRow('-1', 'x', 'y')],
    ['beyond counting', aRow('1e300', 'x', 'y')],
    ['beyond exact counting', aRow(String(2 ** 53), 'x', 'y')],
    ['of a row that ends twice', `${aRow('7', 'x', 'y')}</row>`],
    ['of a row inside a row', `<row r="7">${aRow('8', 'x', 'y')}</row>`],
  ])('%s are refused', async (_, rows) => {
    await expect(read({ rows: HEAD + rows })).rejects.toMatchObject({
      code: 'refused',
      reason: 'workbook_damaged',
    });
  });
});
