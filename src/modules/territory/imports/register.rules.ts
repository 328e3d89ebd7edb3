// An import compares what a list says with what the register holds: new, changed or the same, each thing counted once.
import type { Tally } from './territory-import.types.ts';

/** The columns of one register row; `id` is the register's own and no list has it. */
export type RegisterRow = { readonly id: string };

export type RegisterPlan<T extends RegisterRow> = {
  readonly find: (key: string) => T | undefined;
  /** The first word on a key within one import holds. */
  readonly put: (row: T) => void;
  readonly inserts: () => T[];
  readonly updates: () => T[];
  readonly tally: () => Tally;
};

export function planRegister<T extends RegisterRow>(
  existing: readonly T[],
  keyOf: (row: T) => string,
): RegisterPlan<T> {
  const before = new Map(existing.map((row) => [keyOf(row), row]));
  const said = new Map<string, T>();
  const split = () => {
    const inserts: T[] = [];
    const updates: T[] = [];
    for (const [key, row] of said) {
      const old = before.get(key);
      if (!old) inserts.push(row);
      else if (!isSame(old, row)) updates.push({ ...row, id: old.id });
    }
    return { inserts, updates };
  };
  return {
    find: (key) => said.get(key) ?? before.get(key),
    put(row) {
      const key = keyOf(row);
      if (!said.has(key)) said.set(key, row);
    },
    inserts: () => split().inserts,
    updates: () => split().updates,
    tally() {
      const { inserts, updates } = split();
      const [added, changed] = [inserts.length, updates.length];
      return { added, changed, unchanged: said.size - added - changed };
    },
  };
}

/** Equal in all but the id. */
export function isSame<T extends RegisterRow>(a: T, b: T): boolean {
  const plain = ({ id: _, ...rest }: T) =>
    JSON.stringify(Object.entries(rest).sort(([x], [y]) => (x < y ? -1 : 1)));
  return plain(a) === plain(b);
}
