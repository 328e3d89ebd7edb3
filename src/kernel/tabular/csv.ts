import { Readable } from 'node:stream';
import { type Info, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import type { RawRow } from './rows.ts';
import { piecesOf, type TableLimits, type TableSource, tooLarge, unreadable } from './source.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Rows of a CSV file with the line each begins on. A file that mixes encodings, or breaks its quotes, is refused. */
export async function* csvRows(source: TableSource, limits: TableLimits): AsyncGenerator<RawRow> {
  const encoding = await encodingOf(source);
  const text = decoded(source, encoding);
  const first = await text.next();
  if (first.done) return;
  const parser = Readable.from(rejoined(first.value, text)).pipe(
    parse({
      delimiter: delimiterOf(first.value),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: limits.cellCharacters * 20,
    }),
  );
  yield* recordsOf(parser, limits);
}

type Parsed = { readonly record: string[]; readonly info: Info };

async function* recordsOf(
  parser: AsyncIterable<Parsed>,
  limits: TableLimits,
): AsyncGenerator<RawRow> {
  let line = 1;
  try {
    for await (const { record, info } of parser) {
      if (record.length > limits.columns) throw tooLarge('too_many_columns', limits.columns);
      yield { line, values: record };
      line = info.lines + 1;
    }
  } catch (error) {
    throw csvError(error, line);
  }
}

function csvError(error: unknown, line: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'CSV_MAX_RECORD_SIZE') return unreadable('csv_row_too_long', { line }, error);
  return code.startsWith('CSV_') ? unreadable('csv_malformed', { line }, error) : error;
}

async function* rejoined(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/** Comma, unless the first line has more semicolons or tabs outside its quotes. */
export function delimiterOf(text: string): ',' | ';' | '\t' {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (sign: string) => line.split(sign).length;
  const best = ([';', '\t'] as const).find((sign) => count(sign) > count(','));
  return best ?? ',';
}

/**
 * How a file is encoded: by its byte order mark, else UTF-8 if all of it is valid UTF-8, else GB18030 (which GBK
 * and GB2312 are parts of), as government systems export.
 */
export async function encodingOf(source: TableSource): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const piece of piecesOf(source)) {
      if (isFirst && piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
      if (isFirst && piece[0] === 0xfe && piece[1] === 0xff) return 'utf-16be';
      isFirst = false;
      utf8.decode(piece, { stream: true });
    }
    utf8.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030';
    throw error;
  }
}

const REPLACEMENT = '\ufffd';

async function* decoded(source: TableSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding); // strips a byte order mark by itself
  for await (const piece of piecesOf(source)) {
    yield* meant(decoder.write(Buffer.from(piece)), encoding);
  }
  yield* meant(decoder.end() ?? '', encoding);
}

function* meant(text: string, encoding: Encoding): Generator<string> {
  if (encoding !== 'utf-8' && text.includes(REPLACEMENT)) throw unreadable('encoding_unknown');
  if (text !== '') yield text;
}
