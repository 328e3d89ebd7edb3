/** @jsxImportSource hono/jsx */
import { dateOf } from '#kernel/pure/dates.ts';
import { dayOfInstant, dayText } from '#kernel/pure/day-words.ts';
import type { Language } from '#kernel/pure/messages.ts';
import { textOf } from '#kernel/pure/messages.ts';
import { formatNumber, type PublicNumber } from '#kernel/pure/numbers.ts';
import {
  Card,
  EmptyState,
  NoticeCard as NoticeLine,
  SafeLink,
  SummaryList,
  Tag,
} from '#kernel/views/index.ts';
import { LINES, type Line, type Notice } from './notice.types.ts';
import { paragraphsOf } from './notice-text.rules.ts';
import { type NoticeWords, noticeMessages } from './notices.messages.ts';
import { type Names, type NoticeCard, nameIn } from './present-notice.rules.ts';

type Signed = Pick<NoticeCard, 'author'>;

/** Who signs: the area and the kind of its body. */
export function signatureOf({ author }: Signed, words: NoticeWords, names: Names): string {
  return words.signed(nameIn(names, author.area), textOf(words.kinds, author.kind));
}

function Tabs(props: { lang: Language; base: string; line: Line | null }) {
  const words = noticeMessages[props.lang];
  const tab = (line: Line | null, text: string) => (
    <a
      key={text}
      class="l-nav__link"
      href={line === null ? props.base : `${props.base}?line=${line}`}
      {...(line === props.line ? { 'aria-current': 'page' } : {})}
    >
      {text}
    </a>
  );
  return (
    <nav class="l-tabs" aria-label={words.board.tabs}>
      {tab(null, words.board.all)}
      {LINES.map((line) => tab(line, words.lines[line]))}
    </nav>
  );
}

type BoardProps = {
  readonly lang: Language;
  readonly place: string;
  /** The page's own address, without a query. */
  readonly base: string;
  readonly feed: string;
  readonly line: Line | null;
  readonly items: readonly NoticeCard[];
  readonly names: Names;
  readonly isFirst: boolean;
  readonly next: string | null;
};

function lineWords(card: NoticeCard, words: NoticeWords): string {
  const marks = [
    words.lines[card.line],
    ...(card.isPinned ? [words.board.pinned] : []),
    ...(card.correctedAt ? [words.board.corrected] : []),
  ];
  return marks.join(' · ');
}

/** The board of an area, or one line of it. */
export function BoardPage(props: BoardProps) {
  const { lang, base, line, items, names } = props;
  const words = noticeMessages[lang];
  const query = (after: string) =>
    `${base}?${new URLSearchParams({ ...(line ? { line } : {}), after })}`;
  return (
    <>
      <h1 class="govuk-heading-l">{words.board.titleOf(props.place)}</h1>
      <p class="govuk-body">{words.board.lead}</p>
      <Tabs lang={lang} base={base} line={line} />
      {items.length === 0 && (
        <EmptyState title={words.board.none}>
          <p class="govuk-body">{words.board.noneText}</p>
        </EmptyState>
      )}
      {items.length > 0 && <h2 class="govuk-visually-hidden">{words.board.title}</h2>}
      {items.map((card) => (
        <NoticeLine
          key={card.number}
          title={card.title}
          href={`/n/${card.number}`}
          kind={lineWords(card, words)}
          textLang="zh-CN"
          date={dayOfInstant(lang, card.shownAt)}
          by={signatureOf(card, words, names)}
          isoDate={dateOf(card.shownAt)}
          summary={card.summary}
        />
      ))}
      <Paging
        words={words}
        newest={props.isFirst ? null : line ? `${base}?line=${line}` : base}
        earlier={props.next && query(props.next)}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={props.feed}>
          {words.board.feed}
        </a>
      </p>
    </>
  );
}

function Paging(props: { words: NoticeWords; newest: string | null; earlier: string | null }) {
  const { board } = props.words;
  if (props.newest === null && props.earlier === null) return null;
  return (
    <nav class="l-paging" aria-label={board.page}>
      {props.newest !== null && (
        <a class="l-paging__link" href={props.newest}>
          {board.newest}
        </a>
      )}
      {props.earlier !== null && (
        <a class="l-paging__link l-paging__link--later" rel="next" href={props.earlier}>
          {board.earlier}
        </a>
      )}
    </nav>
  );
}

function Words(props: { text: string }) {
  return (
    <>
      {props.text.split('\n').map((piece, index) => (
        <span key={index}>
          {index > 0 && <br />}
          {piece}
        </span>
      ))}
    </>
  );
}

/** Body text as paragraphs; web addresses are links, everything else is words. */
export function NoticeBody(props: { body: string }) {
  return (
    <div class="l-prose" lang="zh-CN">
      {paragraphsOf(props.body).map((spans, index) => (
        <p key={index} class="govuk-body">
          {spans.map(({ text, href }, at) =>
            href === undefined ? (
              <Words key={at} text={text} />
            ) : (
              <SafeLink key={at} href={href}>
                {text}
              </SafeLink>
            ),
          )}
        </p>
      ))}
    </div>
  );
}

type NoticeProps = {
  readonly lang: Language;
  readonly notice: Notice;
  readonly shownAt: Date;
  readonly names: Names;
};

/** One notice as everybody reads it. */
export function NoticePage({ lang, notice, shownAt, names }: NoticeProps) {
  const words = noticeMessages[lang];
  const t = words.page;
  return (
    <article>
      <h1 class="govuk-heading-l" lang="zh-CN">
        {notice.title}
      </h1>
      <p class="govuk-body">
        <Tag>{words.lines[notice.line]}</Tag>
        <time datetime={dateOf(shownAt)}>{dayOfInstant(lang, shownAt)}</time>{' '}
        {signatureOf(notice, words, names)}
      </p>
      {notice.correctedAt && (
        <Card title={t.correctedOn(dayOfInstant(lang, notice.correctedAt))}>
          <p class="govuk-body">{t.correctedTimes(notice.version - 1)}</p>
          <p class="govuk-body">{notice.correction}</p>
        </Card>
      )}
      <NoticeBody body={notice.body} />
      <SummaryList
        lang={lang}
        rows={[
          { key: t.until, value: notice.expiresOn ? dayText(lang, notice.expiresOn) : t.untilDown },
          { key: t.number, value: formatNumber(notice.number as PublicNumber) },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`/c/${notice.area}/notices`}>
          {t.back}
        </a>
      </p>
    </article>
  );
}
