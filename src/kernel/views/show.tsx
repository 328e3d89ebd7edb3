/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Language } from '../pure/messages.ts';
import { kitMessages } from './kit.messages.ts';
import type { View } from './page-context.ts';

/** Done is green, late is red, happening now is amber; nothing else uses those colours. */
export type Tone = 'plain' | 'moving' | 'checking' | 'done' | 'late' | 'now';

/** A state or kind in one or two words; the word carries the meaning, the colour only repeats it. */
export function Tag(props: { tone?: Tone; children?: Child }) {
  return <strong class={`l-tag l-tag--${props.tone ?? 'plain'}`}>{props.children}</strong>;
}

/** Confirmation of something sent, with the number to keep. */
export function Panel(props: {
  title: string;
  numberLabel?: string;
  number?: string;
  children?: Child;
}) {
  return (
    <div class="l-panel">
      <h1 class="l-panel__title">{props.title}</h1>
      {props.number !== undefined && (
        <p class="l-panel__number">
          <span>{props.numberLabel}</span>
          <strong>{props.number}</strong>
        </p>
      )}
      {props.children && <div class="l-panel__body">{props.children}</div>}
    </div>
  );
}

type NoticeCardProps = {
  readonly title: string;
  readonly href: string;
  readonly kind?: string;
  readonly tone?: Tone;
  /** The day as people read it, and the same day for machines. */
  readonly date: string;
  readonly isoDate: string;
  /** The language it is written in, where that is not the page's. */
  readonly textLang?: string;
  /** Who signs it. */
  readonly by?: string;
  readonly summary?: string;
};

/** One notice in a list: what it is, when, and the first line. */
export function NoticeCard(props: NoticeCardProps) {
  return (
    <article class="l-notice">
      <h3 class="l-notice__title">
        <a class="govuk-link" href={props.href} lang={props.textLang}>
          {props.title}
        </a>
      </h3>
      <p class="l-notice__meta">
        {props.kind && <Tag tone={props.tone ?? 'plain'}>{props.kind}</Tag>}
        <time datetime={props.isoDate}>{props.date}</time>
        {props.by && <span>{props.by}</span>}
      </p>
      {props.summary && (
        <p class="l-notice__summary" lang={props.textLang}>
          {props.summary}
        </p>
      )}
    </article>
  );
}

/** Something that is going on this moment; the only amber on a page. */
export function NowBanner(props: {
  lang: Language;
  action?: { href: string; text: string };
  children?: Child;
}) {
  return (
    <section class="l-now" aria-label={kitMessages[props.lang].now}>
      <p>
        <strong>{kitMessages[props.lang].now}</strong> {props.children}
      </p>
      {props.action && (
        <a class="govuk-button l-now__action" href={props.action.href}>
          {props.action.text}
        </a>
      )}
    </section>
  );
}

export type SummaryRow = {
  readonly key: string;
  readonly value: string | View;
  readonly change?: string;
};

/** Answers to check before sending, or the facts of one thing. */
export function SummaryList(props: { lang: Language; rows: readonly SummaryRow[] }) {
  const anyChange = props.rows.some((row) => row.change !== undefined);
  return (
    <dl class="govuk-summary-list">
      {props.rows.map((row) => (
        <div
          key={row.key}
          class={`govuk-summary-list__row${anyChange && !row.change ? ' govuk-summary-list__row--no-actions' : ''}`}
        >
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          {row.change !== undefined && (
            <dd class="govuk-summary-list__actions">
              <a class="govuk-link" href={row.change}>
                {kitMessages[props.lang].change}
                <span class="govuk-visually-hidden"> {row.key}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

export type TimelineEntry = {
  readonly title: string;
  readonly when: string;
  readonly isoWhen: string;
  readonly by?: string;
  readonly text?: string;
  readonly tone?: Tone;
};

/** What happened, in order, each with the time and who did it. */
export function Timeline(props: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol class="l-timeline" aria-label={props.label}>
      {props.entries.map((entry) => (
        <li
          key={entry.isoWhen + entry.title}
          class={`l-timeline__entry l-timeline__entry--${entry.tone ?? 'plain'}`}
        >
          <p class="l-timeline__title">{entry.title}</p>
          <p class="l-timeline__meta">
            <time datetime={entry.isoWhen}>{entry.when}</time>
            {entry.by && <span>{entry.by}</span>}
          </p>
          {entry.text && <p class="l-timeline__text">{entry.text}</p>}
        </li>
      ))}
    </ol>
  );
}

/** A longer explanation that opens where it stands. */
export function Details(props: { summary: string; open?: boolean; children?: Child }) {
  return (
    <details class="govuk-details" open={props.open ?? false}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  );
}

/** A quiet box with a heading, for what stands beside the main thing. */
export function Card(props: { title: string; id?: string; children?: Child }) {
  const id = props.id ? { id: props.id } : {};
  return (
    <section class="l-card" {...id}>
      <h2 class="l-card__title">{props.title}</h2>
      {props.children}
    </section>
  );
}

export type Step = { readonly href: string; readonly title: string; readonly text: string };

/** The question a page answers, and the one thing to do; lesser ways stay in reach below it. */
export function Lead(props: { title: string; text: string; main: Step; others?: readonly Step[] }) {
  return (
    <div class="l-lead">
      <div class="govuk-width-container">
        <h1 class="l-lead__title">{props.title}</h1>
        <p class="l-lead__text">{props.text}</p>
        <div class="l-lead__steps">
          <a class="l-step l-step--main" href={props.main.href}>
            <span class="l-step__title">{props.main.title}</span>
            <span class="l-step__text">{props.main.text}</span>
          </a>
          {props.others?.map((step) => (
            <a key={step.href} class="l-step" href={step.href}>
              <span class="l-step__title">{step.title}</span>
              <span class="l-step__text">{step.text}</span>
            </a>
          ))}
        </div>
      </div>
    </div>
  );
}

/** An empty list says what will appear here and how to make it appear. */
export function EmptyState(props: { title: string; children?: Child }) {
  return (
    <div class="l-empty">
      <p class="l-empty__title">{props.title}</p>
      {props.children}
    </div>
  );
}
