/** What is counted of one kind of records; an import has the counts that make sense for it. */
export type Counted = {
  readonly record: string;
  readonly added: number;
  readonly changed: number | null;
  readonly unchanged: number;
  readonly refused: number | null;
};

type Facts = Readonly<Record<string, string | number>>;

/** Reads a job's facts, 'areas.added': 3 and so on, as one line for each kind of records, in the order given. */
export function countsIn(facts: Facts, records: readonly string[]): Counted[] {
  const number = (key: string) => (key in facts ? Number(facts[key]) : null);
  return records.map((record) => ({
    record,
    added: number(`${record}.added`) ?? 0,
    changed: number(`${record}.changed`),
    unchanged: number(`${record}.unchanged`) ?? 0,
    refused: number(`${record}.refused`),
  }));
}

/** Records that an import adds or changes. */
export function changesIn(counts: readonly Counted[]): number {
  return counts.reduce((sum, { added, changed }) => sum + added + (changed ?? 0), 0);
}

/** Whether anything at all was seen of a kind. */
export function isSeen({ added, changed, unchanged, refused }: Counted): boolean {
  return added + (changed ?? 0) + unchanged + (refused ?? 0) > 0;
}
