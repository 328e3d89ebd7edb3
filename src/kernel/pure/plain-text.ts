const FULL_WIDTH_OFFSET = 0xfee0;

/** Full-width letters, digits and signs (０１２ＡＢＣ：／) to their plain forms; ideographic space to a space. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/\u3000/g, ' ');
}

const DASHES = /[-‐-―−_]/g;

/** What people put between digits to read them: spaces and dashes of every kind removed. */
export function withoutSeparators(text: string): string {
  return toHalfWidth(text).replace(DASHES, '').replace(/\s/g, '');
}
