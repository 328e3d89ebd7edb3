import { unreadable } from './source.ts';

/** A tag, comment or entity longer than this is none. */
export const LONGEST = 100_000;
const DOUBLE = 34;
const SINGLE = 39;
const GREATER_THAN = 62;

/**
 * Finds where a tag ends; a '>' may stand inside a quoted value. A tag that is cut is looked at only from where the last
 * piece ended, so that none costs more than its length, whatever it holds.
 */
export class TagEnd {
  /**
   * How much of the cut tag is behind us, and the quotation mark that is open there. A '<' that came alone and turned out
   * to begin a comment leaves 1, which is as good for the next tag.
   */
  #looked = 0;
  #quote = 0;

  /** Where the tag that begins at `at` ends; -1 where the text doesn't hold its end. Then it's asked again with more of it. */
  find(text: Pick<string, 'length' | 'charCodeAt'>, at: number): number {
    const length = Math.min(text.length - at, LONGEST);
    for (; this.#looked < length; this.#looked += 1) {
      const sign = text.charCodeAt(at + this.#looked);
      if (sign === GREATER_THAN && this.#quote === 0) return this.#found(at);
      if (this.#quote === 0 && (sign === DOUBLE || sign === SINGLE)) this.#quote = sign;
      else if (sign === this.#quote) this.#quote = 0;
    }
    if (length === LONGEST) throw unreadable('workbook_damaged');
    return -1;
  }

  #found(at: number): number {
    const end = at + this.#looked;
    this.#looked = 0;
    return end;
  }
}
