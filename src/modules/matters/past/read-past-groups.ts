import { headerKey } from '#kernel/tabular/rows.ts';
import {
  readSheet,
  readTable,
  type Table,
  type TableRow,
  type TableSource,
} from '#kernel/tabular/tabular.ts';
import type { LinedRow, PastFault } from './past-event.types.ts';
import { PAST_HEADERS, pastMattersSheet } from './past-matters.tabular.ts';

/** The adjacent rows of one matter. One unreadable row spoils all of it: a chain with a link missing tells another story. */
export type PastGroup = {
  readonly external: string;
  readonly rows: readonly LinedRow[];
  readonly faults: readonly PastFault[];
  readonly lastLine: number;
};

/** A matter that needs more rows than this is a mistake of the file, and must not fill the memory. */
const MOST_EVENTS = 300;

/** The matters of a file behind a line, one by one; never more than one in memory. */
export async function* readPastGroups(
  source: TableSource,
  afterLine = 0,
): AsyncGenerator<PastGroup> {
  const table = await readTable(source);
  const tap = tapped(table);
  let group: Growing | null = null;
  for await (const row of readSheet(pastMattersSheet, tap.table)) {
    if (row.line <= afterLine) continue;
    // A row without a number may be a link of the matter before it: that one is then told wrongly.
    const external: string = row.value?.external ?? (tap.external() || (group?.external ?? ''));
    if (group && group.external !== external) {
      yield group;
      group = null;
    }
    group ??= { external, rows: [], faults: [], lastLine: row.line };
    take(group, row.line, row.value, row.faults ?? []);
  }
  if (group) yield group;
}

/** How many matters a file has: only the column that names them is looked at. */
export async function countPastGroups(source: TableSource): Promise<number> {
  const tap = tapped(await readTable(source));
  let before: string | null = null;
  let count = 0;
  for await (const _ of tap.table.rows) {
    const external: string = tap.external() || (before ?? '');
    if (external !== before) count += 1;
    before = external;
  }
  return count;
}

type Growing = {
  readonly external: string;
  rows: LinedRow[];
  faults: PastFault[];
  lastLine: number;
};

function take(
  group: Growing,
  line: number,
  value: LinedRow['value'] | null,
  faults: readonly PastFault[],
): void {
  group.lastLine = line;
  group.faults.push(...faults);
  if (value && group.rows.length < MOST_EVENTS) group.rows.push({ line, value });
  else if (value && group.rows.length === MOST_EVENTS && group.faults.length === 0)
    group.faults.push({
      line,
      column: PAST_HEADERS.external,
      code: 'too_many_events',
      value: group.external,
    });
}

/** The matter's number of a row that can't be read as a whole: `readSheet` takes one row, then gives one. */
function tapped(table: Table): { table: Table; external: () => string } {
  const names = pastMattersSheet.columns.external.headers.map(headerKey);
  const header = table.headers.find((name) => names.includes(headerKey(name))) ?? '';
  let last: TableRow | null = null;
  async function* rows() {
    for await (const row of table.rows) {
      last = row;
      yield row;
    }
  }
  return { table: { ...table, rows: rows() }, external: () => last?.cells[header] ?? '' };
}
