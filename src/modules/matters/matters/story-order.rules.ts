// What happened in one moment is told cause first: the answer, then the check it calls for, then the end.

type Entry = { readonly verb: string; readonly occurredAt: Date };

function rank(verb: string): number {
  if (verb === 'receive') return 0;
  if (verb === 'close') return 3;
  return verb.startsWith('ask_') && verb !== 'ask_for_check' ? 2 : 1;
}

/** Entries oldest first; those of one instant, which the journal keeps in no order, by what leads to what. */
export function inStoryOrder<T extends Entry>(entries: readonly T[]): T[] {
  return [...entries].sort(
    (a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || rank(a.verb) - rank(b.verb),
  );
}
