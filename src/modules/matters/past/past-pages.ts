import type { PastGroup } from './read-past-groups.ts';

/** Batches of a file in order, going on behind any line: one that was read but not kept is given again. */
export class PastPages {
  readonly #open: (line: number) => AsyncGenerator<PastGroup[]>;
  #rest: AsyncGenerator<PastGroup[]> | undefined;
  #held: { readonly after: number; readonly groups: readonly PastGroup[] } | undefined;
  #line = -1;

  constructor(open: (line: number) => AsyncGenerator<PastGroup[]>) {
    this.#open = open;
  }

  async after(line: number): Promise<readonly PastGroup[]> {
    if (this.#held?.after === line) return this.#held.groups;
    if (this.#line !== line || !this.#rest) {
      await this.#rest?.return(undefined);
      this.#rest = this.#open(line);
    }
    const next = await this.#rest.next();
    const groups = next.done ? [] : next.value;
    this.#held = { after: line, groups };
    this.#line = groups.at(-1)?.lastLine ?? line;
    return groups;
  }
}
