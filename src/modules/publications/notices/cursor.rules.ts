// Where the next page of a list begins: the sort key of its last row, readable in an address.

export type BoardCursor = {
  readonly isPinned: boolean;
  readonly shownAt: Date;
  readonly number: string;
};
export type DeskCursor = { readonly changedAt: Date; readonly number: string };

const BOARD = /^([01])-(\d{1,15})-(\d{11})$/;
const DESK = /^(\d{1,15})-(\d{11})$/;

export function boardCursor(last: {
  isPinned: boolean;
  shownAt: Date | null;
  number: string;
}): string {
  return `${last.isPinned ? 1 : 0}-${last.shownAt?.getTime() ?? 0}-${last.number}`;
}

/** Null for anything that isn't a cursor of ours: the list then begins at its beginning. */
export function readBoardCursor(text: string | undefined): BoardCursor | null {
  const [, pinned, at, number] = BOARD.exec(text ?? '') ?? [];
  if (pinned === undefined || at === undefined || number === undefined) return null;
  return { isPinned: pinned === '1', shownAt: new Date(Number(at)), number };
}

export function deskCursor(last: { changedAt: Date; number: string }): string {
  return `${last.changedAt.getTime()}-${last.number}`;
}

export function readDeskCursor(text: string | undefined): DeskCursor | null {
  const [, at, number] = DESK.exec(text ?? '') ?? [];
  return at === undefined || number === undefined
    ? null
    : { changedAt: new Date(Number(at)), number };
}

/** Rows read with one too many: the page, and the last row where more follow. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
): { items: readonly Row[]; last: Row | null } {
  const items = rows.slice(0, limit);
  return { items, last: rows.length > limit ? (items.at(-1) ?? null) : null };
}
