// A notice is plain words: paragraphs and web addresses. No markup, and nobody's identity number.

export type Span = { readonly text: string; readonly href?: string };
export type Paragraph = readonly Span[];

export const TITLE_MOST = 100;
export const BODY_MOST = 10_000;
export const REASON_MOST = 300;

const TAG = /<[/!?]?[a-z][^>]*>|<!--/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
// Eighteen characters with a birthday in them: what GB 11643 looks like.
const IDENTITY =
  /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/;

export const hasNoMarkup = (text: string): boolean => !TAG.test(text);
export const hasNoControl = (text: string): boolean => !CONTROL.test(text) && !/\p{Cs}/u.test(text);
/** Lists with identity numbers on a board are the commonest leak (PIPL 28, 29). */
export const hasNoIdentity = (text: string): boolean => !IDENTITY.test(text);

// Printable ASCII only: in '见https://a.cn/b。' the address ends before the full stop.
const ADDRESS = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi;
const CLOSING = /[.,;:!?)\]']+$/;

/** Body text to paragraphs: blank lines part them, single line ends stay, web addresses become links. */
export function paragraphsOf(body: string): Paragraph[] {
  return body
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t\u3000]*\n+/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map(spansOf);
}

function spansOf(text: string): Paragraph {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const href = match[0].replace(CLOSING, '');
    if (!/^https?:\/\/[\w[]/i.test(href)) continue;
    if (match.index > from) spans.push({ text: text.slice(from, match.index) });
    spans.push({ text: href, href });
    from = match.index + href.length;
  }
  if (from < text.length) spans.push({ text: text.slice(from) });
  return spans;
}

const SUMMARY_MOST = 80;

/** The first words, for a list: one line, cut at a character, not inside one. */
export function summaryOf(body: string): string {
  const letters = [...body.replace(/\s+/g, ' ').trim()];
  return letters.length <= SUMMARY_MOST
    ? letters.join('')
    : `${letters.slice(0, SUMMARY_MOST).join('')}…`;
}

/** As stored: one kind of line end, nothing at the ends. */
export function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
