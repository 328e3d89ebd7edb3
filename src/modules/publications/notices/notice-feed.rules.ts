// The Atom feed of a board (RFC 4287): addresses may move, ids may not.
import { type Paragraph, paragraphsOf } from './notice-text.rules.ts';

export type FeedEntry = {
  readonly number: string;
  readonly title: string;
  readonly body: string;
  readonly line: string;
  readonly lineName: string;
  readonly author: string;
  readonly shownAt: Date;
  readonly correctedAt: Date | null;
};

export type Feed = {
  /** The district's short name: with the number it makes an id that outlives every address. */
  readonly district: string;
  readonly area: string;
  readonly title: string;
  readonly lang: 'zh' | 'en';
  /** Where this installation is reached, without a final slash. */
  readonly publicUrl: string;
  /** When an empty board was last touched: the first moment of the day. */
  readonly emptySince: Date;
  readonly entries: readonly FeedEntry[];
};

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
// What XML 1.0 has no way to write, escaped or not; one of them makes every reader refuse the whole feed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

export function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark);
}

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;

function htmlOf(paragraphs: readonly Paragraph[]): string {
  const spanOf = ({ text, href }: Paragraph[number]) =>
    href === undefined
      ? escapeXml(text).replaceAll('\n', '<br/>')
      : `<a href="${escapeXml(href)}">${escapeXml(text)}</a>`;
  return paragraphs.map((spans) => `<p>${spans.map(spanOf).join('')}</p>`).join('');
}

const touched = (entry: FeedEntry): Date => entry.correctedAt ?? entry.shownAt;

function entryXml(feed: Feed, entry: FeedEntry): string {
  return [
    '<entry>',
    element('id', `urn:linli:${feed.district}:notice:${entry.number}`),
    element('title', entry.title),
    element('published', entry.shownAt.toISOString()),
    element('updated', touched(entry).toISOString()),
    `<author>${element('name', entry.author)}</author>`,
    `<category term="${escapeXml(entry.line)}" label="${escapeXml(entry.lineName)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(`${feed.publicUrl}/n/${entry.number}`)}"/>`,
    `<content type="html">${escapeXml(htmlOf(paragraphsOf(entry.body)))}</content>`,
    '</entry>',
  ].join('\n');
}

/** The whole document. `updated` is the newest change on the board, so that a reader may skip what it knows. */
export function feedXml(feed: Feed): string {
  const board = `${feed.publicUrl}/c/${feed.area}/notices`;
  const moments = feed.entries.map((entry) => touched(entry).getTime());
  const updated = moments.length > 0 ? new Date(Math.max(...moments)) : feed.emptySince;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang === 'zh' ? 'zh-CN' : 'en'}">`,
    element('id', `urn:linli:${feed.district}:notices:${feed.area}`),
    element('title', feed.title),
    element('updated', updated.toISOString()),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(`${board}.atom`)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(board)}"/>`,
    ...feed.entries.map((entry) => entryXml(feed, entry)),
    '</feed>',
    '',
  ].join('\n');
}
