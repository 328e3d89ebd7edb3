import type { AreaRange } from '#kernel/pure/area.ts';

/** A search of the journal with names resolved to ids. Ids of the journal rise with time, so they bound a period too. */
export type JournalSearch = {
  readonly accounts: readonly string[] | null;
  readonly subjects: readonly string[] | null;
  readonly verb: string | null;
  /** Half-open: ids from the first instant of the period, before the first one after it. */
  readonly fromId: string | null;
  readonly beforeId: string | null;
  readonly area: AreaRange | null;
};
