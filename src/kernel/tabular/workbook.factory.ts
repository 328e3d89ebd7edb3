import { deflateRawSync } from 'node:zlib';

const LOCAL = 'PK\u0003\u0004';
const DIRECTORY = 'PK\u0001\u0002';
const END = 'PK\u0005\u0006';
const DEFLATED = 8;
/** The part that holds the rows. */
export const SHEET = 'xl/worksheets/sheet1.xml';
const WORKBOOK = '<workbook><sheets><sheet name="1" r:id="rId1"/></sheets></workbook>';
const RELATIONS =
  '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>';

type Given = {
  /** What stands inside the sheet's data. */
  readonly rows: string;
  /** The whole table of shared texts. */
  readonly shared?: string;
  /** The workbook's list of its parts. */
  readonly relations?: string;
  /** Whether its parts are packed; else they are stored as they are. */
  readonly packed?: boolean;
};

/** A workbook written by hand: what no honest program would write. */
export function aWorkbook({ rows, shared, relations = RELATIONS, packed = true }: Given) {
  const parts = {
    'xl/_rels/workbook.xml.rels': relations,
    'xl/workbook.xml': WORKBOOK,
    [SHEET]: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...(shared === undefined ? {} : { 'xl/sharedStrings.xml': shared }),
  };
  return { name: 'list.xlsx', bytes: zipOf(parts, packed) };
}

/** A row of texts that stand in their cells, with the row number as written. */
export function aRow(line: string, ...texts: readonly string[]): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row r="${line}">${cells.join('')}</row>`;
}

function zipOf(parts: Readonly<Record<string, string>>, packed: boolean): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = packed ? deflateRawSync(text) : Buffer.from(text);
    const head = header(LOCAL, 30, { 8: packed ? DEFLATED : 0 });
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(name.length, 26);
    const entry = header(DIRECTORY, 46, { 10: packed ? DEFLATED : 0, 28: name.length });
    entry.writeUInt32LE(bytes.length, 20);
    entry.writeUInt32LE(at, 42);
    local.push(head, Buffer.from(name), bytes);
    directory.push(entry, Buffer.from(name));
    at += head.length + name.length + bytes.length;
  }
  const end = header(END, 22, { 10: Object.keys(parts).length });
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, ...directory, end]);
}

function header(sign: string, size: number, shorts: Readonly<Record<number, number>>): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.write(sign, 'latin1');
  for (const [at, value] of Object.entries(shorts)) bytes.writeUInt16LE(value, Number(at));
  return bytes;
}
