import { localMinute } from '#kernel/pure/dates.ts';
import type { Language } from '#kernel/pure/messages.ts';
import { textOf } from '#kernel/pure/messages.ts';
import type { OutColumn } from '#kernel/tabular/tabular.ts';
import type { MatterLineRow } from '../matters/list.queries.ts';
import type { Names } from '../matters/names.ts';
import { matterMessages } from '../matters.messages.ts';
import { findCategory } from '../reference/categories.ts';
import { exportMessages } from './export.messages.ts';

/** A matter, or the last line that says who took the file out. */
export type OutRow = MatterLineRow | { readonly watermark: string };

/** What stands in a queue's file: nothing of who said it. */
export function matterColumns(lang: Language, names: Names): OutColumn<OutRow>[] {
  const words = matterMessages[lang];
  const { headers, yes, no } = exportMessages[lang];
  const column = (
    header: string,
    value: (line: MatterLineRow) => string | number | null,
  ): OutColumn<OutRow> => ({
    header,
    value: (row) => ('watermark' in row ? null : value(row)),
  });
  const first: OutColumn<OutRow> = {
    header: headers.number,
    value: (row) => ('watermark' in row ? row.watermark : row.number),
  };
  return [
    first,
    column(headers.title, (line) => line.title),
    column(headers.kind, (line) => textOf(words.kinds, line.kind)),
    column(headers.source, (line) => textOf(words.sources, line.source)),
    column(headers.category, (line) => findCategory(line.category)?.[lang] ?? line.category),
    column(headers.state, (line) => textOf(words.states, line.state)),
    column(headers.closure, (line) => line.closure && textOf(words.closures, line.closure)),
    column(headers.area, (line) => line.area),
    column(headers.areaName, (line) => names.area(line.area)),
    column(headers.owner, (line) => names.body(line.ownerOrganisation).name),
    column(headers.received, (line) => localMinute(line.receivedAt)),
    column(headers.due, (line) => localMinute(line.dueAt)),
    column(headers.overdue, (line) => (line.isOverdue ? yes : no)),
    column(headers.secondings, (line) => line.secondings),
  ];
}
