import type { RawRow } from './rows.ts';
import { SharedTexts } from './shared-texts.ts';
import {
  bytesOf,
  checkCell,
  type TableLimits,
  type TableSource,
  tooLarge,
  unreadable,
} from './source.ts';
import { attributeOf, type XmlHandler, XmlScanner } from './xml-scanner.ts';
import { openZip, type ZipParts } from './zip-parts.ts';

/**
 * Rows of a workbook's first sheet that has any, with Excel's own row numbers. Read here and not by a library: the
 * streaming reader there is decodes each piece for itself, and so breaks a Chinese character wherever two pieces meet.
 */
export async function* xlsxRows(source: TableSource, limits: TableLimits): AsyncGenerator<RawRow> {
  const zip = await openZip(await bytesOf(source), limits);
  const { sheets, strings } = await findParts(zip, limits);
  const shared = new SharedTexts(limits);
  await scan(zip, strings, shared);
  for (const sheet of sheets) {
    let any = false;
    for await (const row of rowsOf(zip, sheet, shared.texts, limits)) {
      any = true;
      yield row;
    }
    if (any) return;
  }
}

/** A part's text in pieces; a character that two pieces share comes whole. */
async function* textOf(zip: ZipParts, name: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const piece of zip.pieces(name)) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8');
    yield decoder.decode(piece, { stream: true });
  }
}

async function scan(zip: ZipParts, name: string, handler: Partial<XmlHandler>): Promise<void> {
  const ignore = () => {};
  const scanner = new XmlScanner({ open: ignore, text: ignore, close: ignore, ...handler });
  for await (const text of textOf(zip, name)) scanner.feed(text);
}

/** The sheets in the order of their tabs, and the table of shared texts. */
async function findParts(
  zip: ZipParts,
  limits: TableLimits,
): Promise<{ sheets: string[]; strings: string }> {
  const targets = new Map<string, string>();
  let strings = 'xl/sharedStrings.xml';
  await scan(zip, 'xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = pathOf(attributeOf(attributes, 'Target') ?? '');
      targets.set(attributeOf(attributes, 'Id') ?? '', target);
      if (targets.size > limits.entries) throw tooLarge('workbook_entries', limits.entries);
      if (attributeOf(attributes, 'Type')?.endsWith('/sharedStrings')) strings = target;
    },
  });
  const sheets = new Set<string>();
  await scan(zip, 'xl/workbook.xml', {
    open(name, attributes) {
      const id = name === 'sheet' ? attributes.match(/:id\s*=\s*["']([^"']*)/)?.[1] : undefined;
      const sheet = id === undefined ? undefined : targets.get(id);
      if (sheet !== undefined && zip.has(sheet)) sheets.add(sheet);
    },
  });
  if (sheets.size === 0) throw unreadable('workbook_damaged');
  return { sheets: [...sheets], strings };
}

const pathOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

async function* rowsOf(
  zip: ZipParts,
  name: string,
  shared: readonly string[],
  limits: TableLimits,
): AsyncGenerator<RawRow> {
  const sheet = new SheetHandler(shared, limits);
  const scanner = new XmlScanner(sheet);
  for await (const text of textOf(zip, name)) {
    scanner.feed(text);
    yield* sheet.takeRows();
  }
}

/** Gathers the cells of a sheet into rows. Formulas give what they came to; dates stay serial numbers: `parseDate` reads them. */
class SheetHandler implements XmlHandler {
  readonly #shared: readonly string[];
  readonly #limits: TableLimits;
  #rows: RawRow[] = [];
  #values: string[] = [];
  #line = 0;
  #isInRow = false;
  #column = 0;
  #type = '';
  #text = '';
  #isValue = false;
  #isReading = false;

  constructor(shared: readonly string[], limits: TableLimits) {
    this.#shared = shared;
    this.#limits = limits;
  }

  takeRows(): RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open = (name: string, attributes: string): void => {
    if (name === 'row') this.#beginRow(attributes);
    else if (name === 'c') this.#beginCell(attributes);
    else if (name === 'rPh') this.#isReading = true;
    this.#isValue = name === 'v' || (name === 't' && !this.#isReading);
  };

  text = (piece: string): void => {
    if (!this.#isValue) return;
    this.#text += piece;
    checkCell(this.#text, this.#limits);
  };

  close = (name: string): void => {
    this.#isValue = false;
    if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
    else if (name === 'rPh') this.#isReading = false;
  };

  #beginRow(attributes: string): void {
    const line = Number(attributeOf(attributes, 'r') ?? this.#line + 1);
    if (this.#isInRow || !Number.isSafeInteger(line) || line <= this.#line)
      throw unreadable('workbook_damaged');
    this.#isInRow = true;
    this.#line = line;
    this.#column = 0;
    this.#values = [];
  }

  /** Each row has a line of its own, above the last: who reads on behind a line counts on it. */
  #endRow(): void {
    if (!this.#isInRow) throw unreadable('workbook_damaged');
    this.#isInRow = false;
    this.#rows.push({ line: this.#line, values: this.#values });
  }

  #beginCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
    this.#type = attributeOf(attributes, 't') ?? 'n';
    this.#text = '';
  }

  #endCell(): void {
    const text = this.#shown();
    if (text === '') return;
    const { columns } = this.#limits;
    if (this.#column > columns) throw tooLarge('too_many_columns', columns);
    while (this.#values.length < this.#column - 1) this.#values.push('');
    this.#values[this.#column - 1] = text;
  }

  #shown(): string {
    if (this.#text === '') return '';
    if (this.#type === 's') return this.#shared[Number(this.#text)] ?? '';
    if (this.#type === 'b') return String(this.#text !== '0');
    const number = this.#type === 'n' ? Number(this.#text) : Number.NaN;
    return Number.isNaN(number) ? this.#text : String(number);
  }
}

const A = 64;

/** 'AB12' is column 28. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]*/i.exec(reference)?.[0].toUpperCase() ?? '')
    column = column * 26 + letter.charCodeAt(0) - A;
  return column;
}
