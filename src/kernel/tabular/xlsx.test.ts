import { describe, expect, it } from 'vitest';
import { readTable, TABLE_LIMITS, type TableLimits } from './tabular.ts';
import { aRow, aWorkbook, SHEET } from './workbook.factory.ts';
import { openZip } from './zip-parts.ts';

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

describe('parts that are stored as they are', () => {
  it('are read like packed ones, wherever their pieces meet', async () => {
    const texts = Array.from({ length: 5_000 }, (_, n) => `第${n}件：三号楼门口路灯不亮`);
    const rows = HEAD + texts.map((text, n) => aRow(String(n + 2), text, 'x')).join('');
    const expected = texts.map((text, n) => [n + 2, text, 'x']);
    expect(await read({ rows, packed: false })).toEqual(expected);
    expect(await read({ rows, packed: true })).toEqual(expected);
  });

  it('come in pieces of bounded size', async () => {
    const { bytes } = aWorkbook({ rows: 'x'.repeat(300_000), packed: false });
    const zip = await openZip(bytes, TABLE_LIMITS);
    const sizes = await collected(zip.pieces(SHEET), ({ length }) => length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64 * 1024);
    expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThan(300_000);
  });

  it('are refused for a tag without end before all of it is looked at', async () => {
    const rows = `${HEAD}<row a="${'>'.repeat(2_000_000)}"/>`;
    await expect(read({ rows, packed: false })).rejects.toMatchObject({
      reason: 'workbook_damaged',
    });
  });
});

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

describe('shared texts', () => {
  const rows = `${HEAD}<row r="2"><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>`;
  const shared = (...texts: readonly string[]) =>
    `<sst>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`;

  it('are read up to the limits, without what tells how they are read aloud', async () => {
    const two = shared('<r><t>路</t></r><r><t>灯</t></r><rPh><t>lù</t></rPh>', '<t>暗</t>');
    const limits = { sharedTexts: 2, sharedCharacters: 3 };
    expect(await read({ rows, shared: two }, limits)).toEqual([[2, '暗', '路灯']]);
  });

  it.each([
    ['too many, though empty', '<si/>'.repeat(2_000_001), {}],
    ['one longer than any cell', `<si><t>${'灯'.repeat(500_000)}</t></si>`, {}],
    [
      'too much text in all',
      `<si><t>${'灯'.repeat(1_000)}</t></si>`.repeat(101),
      { sharedCharacters: 100_000 },
    ],
    [
      'one text that ends again and again',
      `<si><t>灯灯</t></si>${'</si>'.repeat(1_000)}`,
      { sharedTexts: 1_000 },
    ],
  ])('are refused beyond: %s', async (_, bomb, limits) => {
    const given = { rows, shared: `<sst>${bomb}</sst>` };
    expect(aWorkbook(given).bytes.length).toBeLessThan(100_000);
    await expect(read(given, limits)).rejects.toMatchObject({
      code: 'too_large',
      reason: 'workbook_unzipped',
    });
  });
});

it('a workbook that lists more parts than one may have is refused', async () => {
  const list = Array.from({ length: 501 }, (_, n) => `<Relationship Id="${n}" Target="x"/>`);
  const given = { rows: HEAD, relations: `<Relationships>${list.join('')}</Relationships>` };
  await expect(read(given)).rejects.toMatchObject({ reason: 'workbook_entries' });
});
