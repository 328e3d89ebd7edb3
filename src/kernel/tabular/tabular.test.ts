import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import ExcelJS from '@protobi/exceljs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import {
  asChoice,
  asCode,
  asDate,
  asNumber,
  asText,
  asYesNo,
  csvText,
  defineSheet,
  readSheet,
  readTable,
  TABLE_LIMITS,
  writeTable,
} from './tabular.ts';

const csv = (text: string | Uint8Array) => ({
  name: 'list.csv',
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
});

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function workbook(rows: readonly (readonly unknown[])[]) {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('空表');
  const sheet = book.addWorksheet('名册');
  for (const row of rows) sheet.addRow([...row]);
  return { name: 'list.XLSX', bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

async function all(source: Parameters<typeof readTable>[0], limits = TABLE_LIMITS) {
  const table = await readTable(source, limits);
  return { headers: table.headers, rows: await collected(table.rows) };
}

describe('reading CSV', () => {
  const text = '代码,名称\r\n320105901001,怡园社区\r\n';
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['GB18030', iconv.encode(text, 'gb18030')],
    [
      'UTF-16 with tabs, as Excel writes',
      iconv.encode(text.replaceAll(',', '\t'), 'utf-16le', { addBOM: true }),
    ],
  ])('%s', async (_, bytes) => {
    const { headers, rows } = await all(csv(bytes));
    expect(headers).toEqual(['代码', '名称']);
    expect(rows).toEqual([
      { line: 2, cells: { 代码: '320105901001', 名称: '怡园社区' }, surplus: 0 },
    ]);
  });

  it('knows the line of each row, over empty lines and line breaks inside quotes', async () => {
    const { rows } = await all(csv('a,b\n\n"1\n2",x\n,\n3,y,z\n'));
    expect(rows.map((row) => [row.line, row.cells['a'], row.surplus])).toEqual([
      [3, '1\n2', 0],
      [6, '3', 1],
    ]);
  });

  it('passes over a title above the header', async () => {
    const { headers, rows } = await all(csv('建邺区社区名册,,\n代码,名称,备注\n1,甲,\n'));
    expect([headers.length, rows[0]?.line]).toEqual([3, 3]);
  });

  it('reads a file of one column', async () => {
    const { headers, rows } = await all(csv('代码\n1\n2\n'));
    expect([headers, rows.map((row) => row.line)]).toEqual([['代码'], [2, 3]]);
  });

  it('streams from disk', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'tabular-')), 'big.csv');
    await writeFile(
      path,
      `n,text\n${Array.from({ length: 20_000 }, (_, n) => `${n},字`).join('\n')}`,
    );
    const { rows } = await all({ name: 'big.csv', path });
    expect([rows.length, rows.at(-1)?.line]).toEqual([20_000, 20_001]);
  });

  it.each([
    ['table_empty', csv('')],
    ['table_empty', csv('\n\n')],
    ['header_twice', csv('名称, 名 称\n1,2')],
    ['csv_malformed', csv('a,b\n1,"2')],
    ['too_many_columns', csv(Array.from({ length: 301 }, (_, n) => `c${n}`).join(','))],
    ['encoding_unknown', csv(Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0xff, 0xff, 0x2c, 0x31]))],
    ['table_format', { name: 'list.xls', bytes: Buffer.from('x') }],
  ])('refuses: %s', async (reason, source) => {
    await expect(all(source)).rejects.toMatchObject({ reason });
  });
});

describe('reading XLSX', () => {
  it('takes texts, numbers, dates, formulas and rich text of the first sheet with rows', async () => {
    const source = await workbook([
      ['代码', '日期', '合计', '名称'],
      [],
      [
        320105901001,
        new Date('2010-12-09'),
        { formula: '1+1', result: 2 },
        { richText: [{ text: '怡' }, { text: '园' }] },
      ],
    ]);
    const { rows } = await all(source);
    expect(rows).toEqual([
      {
        line: 3,
        cells: { 代码: '320105901001', 日期: '40521', 合计: '2', 名称: '怡园' },
        surplus: 0,
      },
    ]);
  });

  it('reads every character whole, wherever the unfolded pieces of a part meet', async () => {
    const words = Array.from({ length: 20_000 }, (_, n) => `第${n}件：三号楼门口路灯不亮 & <暗>`);
    const { name, bytes } = await workbook([
      ['序号', '内容'],
      ...words.map((text, n) => [n, text]),
    ]);
    const columns = [
      { header: '序号', value: (row: { n: number }) => row.n },
      { header: '内容', value: (row: { text: string }) => row.text },
    ];
    const list = words.map((text, n) => ({ text, n }));
    // Shared texts as Excel keeps them, and texts in their cells as our own writer does.
    for (const source of [
      { name, bytes },
      { name, bytes: await buffer(writeTable('xlsx', columns, list)) },
    ])
      expect((await all(source)).rows.map(({ cells }) => cells['内容'])).toEqual(words);
  });

  it('goes by the tabs and by the cells’ own places', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('空表');
    const sheet = book.addWorksheet('名册');
    sheet.getCell('B2').value = '代码';
    sheet.getCell('AA2').value = '备注';
    sheet.getCell('AA7').value = true;
    sheet.getCell('B7').value = 1e11;
    book.addWorksheet('另一张').addRow(['别的', '表']);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    expect(await all({ name: 'a.xlsx', bytes })).toEqual({
      headers: ['代码', '备注'],
      rows: [{ line: 7, cells: { 代码: '100000000000', 备注: 'true' }, surplus: 0 }],
    });
  });

  it.each([
    ['workbook_unzipped', { unzippedBytes: 2000 }],
    ['workbook_entries', { entries: 3 }],
    ['file_too_large', { workbookBytes: 1000 }],
    ['too_many_columns', { columns: 1 }],
  ])('refuses beyond a limit: %s', async (reason, limit) => {
    const source = await workbook([
      ['a', 'b'],
      ['x'.repeat(5000), 2],
    ]);
    await expect(all(source, { ...TABLE_LIMITS, ...limit })).rejects.toMatchObject({
      reason,
      code: 'too_large',
    });
  });

  it('counts what a part unfolds to, whatever it declares', async () => {
    const { name, bytes } = await workbook([
      ['a', 'b'],
      ['x'.repeat(100_000), 2],
    ]);
    const zip = Buffer.from(bytes);
    for (
      let at = zip.indexOf('PK\u0001\u0002');
      at >= 0;
      at = zip.indexOf('PK\u0001\u0002', at + 4)
    )
      zip.writeUInt32LE(10, at + 24);
    await expect(
      all({ name, bytes: zip }, { ...TABLE_LIMITS, unzippedBytes: 50_000 }),
    ).rejects.toMatchObject({ reason: 'workbook_unzipped' });
  });

  it('refuses parts that the directory does not name', async () => {
    const { name, bytes } = await workbook([['a', 'b']]);
    const hidden = Buffer.concat([Buffer.alloc(200), bytes]);
    await expect(all({ name, bytes: hidden })).rejects.toMatchObject({
      reason: 'workbook_damaged',
    });
  });

  it.each([
    ['not_a_workbook', Buffer.from('just some text that is long enough')],
    ['workbook_damaged', null],
  ])('refuses what is none: %s', async (reason, given) => {
    const { bytes } = await workbook([['a', 'b']]);
    const broken = Buffer.from(bytes).fill(0, 40, 120);
    await expect(all({ name: 'x.xlsx', bytes: given ?? broken })).rejects.toMatchObject({ reason });
  });
});

describe('columns', () => {
  const sheet = defineSheet({
    code: { headers: ['区划代码', '代码', 'code'], required: true, read: asCode(/^\d{12}$/) },
    name: { headers: ['名称', 'name'], required: true, read: asText(5) },
    from: { headers: ['启用日期'], read: asDate },
    count: { headers: ['户数'], read: asNumber(0, 5000) },
    sex: { headers: ['性别'], read: asChoice({ '1': ['男'], '2': ['女'] }) },
    official: { headers: ['公务员'], read: asYesNo },
  });
  const read = async (text: string) => collected(readSheet(sheet, await readTable(csv(text))));

  it('are found by any of their names and read as values', async () => {
    const rows = await read(
      '代 码*,NAME,启用日期,户数,性别,公务员\n３２０１０５９０１００１,怡园,2010年12月9日,"1,200",女,是\n',
    );
    expect(rows).toEqual([
      {
        line: 2,
        faults: null,
        value: {
          code: '320105901001',
          name: '怡园',
          from: '2010-12-09',
          count: 1200,
          sex: '2',
          official: true,
        },
      },
    ]);
  });

  it('report every fault of a row with line, column, code and value', async () => {
    const [row] = await read(
      '代码,名称,启用日期,户数,性别,公务员\n12,一二三四五六,2010-02-30,9999,x,?,多\n',
    );
    expect(
      row?.faults?.map((fault) => [fault.line, fault.column, fault.code, fault.value]),
    ).toEqual([
      [2, '', 'cells_beyond_header', '1'],
      [2, '代码', 'code_malformed', '12'],
      [2, '名称', 'text_too_long', '一二三四五六'],
      [2, '启用日期', 'date_impossible', '2010-02-30'],
      [2, '户数', 'number_out_of_range', '9999'],
      [2, '性别', 'choice_unknown', 'x'],
      [2, '公务员', 'choice_unknown', '?'],
    ]);
  });

  it('refuse a file that lacks a required one, and control characters', async () => {
    await expect(read('名称,x\n甲,1\n')).rejects.toMatchObject({
      reason: 'columns_missing',
      facts: { columns: '区划代码' },
    });
    const [row] = await read('代码,名称\n320105901001,a\u0000b\n');
    expect(row?.faults?.[0]?.code).toBe('control_character');
  });
});

describe('writing', () => {
  const columns = [
    { header: '名称', value: (row: { name: string }) => row.name },
    { header: '数', value: (row: { n?: number | null }) => row.n ?? null },
  ];
  const rows = [
    { name: '=cmd|x', n: -3 },
    { name: '-5', n: null },
    { name: '@甲,"乙"', n: 0 },
  ];

  it('keeps formulas from running', () => {
    expect(csvText(columns, rows)).toBe('名称,数\r\n\'=cmd|x,-3\r\n-5,\r\n"\'@甲,""乙""",0\r\n');
  });

  it.each(['csv', 'xlsx'] as const)('%s reads back as written', async (format) => {
    const many = Array.from({ length: 1200 }, (_, n) => ({ name: `社区${n}`, n }));
    const bytes = await buffer(writeTable(format, columns, many));
    const back = await all({ name: `list.${format}`, bytes });
    expect(
      back.rows.map((row) => ({ name: row.cells['名称'], n: Number(row.cells['数']) })),
    ).toEqual(many);
  });
});
