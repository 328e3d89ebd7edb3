/** @jsxImportSource hono/jsx */
import type { Language } from '../pure/messages.ts';
import { kitMessages } from './kit.messages.ts';

const locale = (lang: Language) => (lang === 'zh' ? 'zh-CN' : 'en-GB');

// Made once: making one costs more than drawing the rest of a table's row.
const numbers = (lang: Language, digits: number) =>
  new Intl.NumberFormat(locale(lang), { minimumFractionDigits: digits });
const counts = { zh: numbers('zh', 0), en: numbers('en', 0) } as const;
const tenths = { zh: numbers('zh', 1), en: numbers('en', 1) } as const;

/** A whole number with the separators of the language. */
export const formatCount = (lang: Language, value: number): string => counts[lang].format(value);

/**
 * Part of whole as a percentage with one decimal, never rounded into 'all' or 'none' when it is neither:
 * 1,999 of 2,000 reads 99.9 %, not 100 %. Undefined when there is nothing to divide by.
 */
export function formatShare(lang: Language, part: number, whole: number): string | undefined {
  if (whole <= 0) return undefined;
  const rounded = Math.round((part / whole) * 1000);
  const honest = part < whole ? Math.min(rounded, 999) : rounded;
  const shown = part > 0 ? Math.max(honest, 1) : honest;
  const format = shown % 10 === 0 ? counts[lang] : tenths[lang];
  return `${format.format(shown / 10)}%`;
}

export type FigureView = {
  readonly label: string;
  /** The count itself; the numerator when `whole` is given. */
  readonly part: number;
  readonly whole?: number;
  readonly unit: string;
  /** From when to when, in words. */
  readonly period: string;
  /** Where the sentence stands that says how this is counted. */
  readonly definition: string;
  /** Where the records behind the number are listed. */
  readonly records?: string;
  /** Key by which the live island may renew the number. */
  readonly live?: string;
};

/** A number that cannot be shown without its count, its period and its definition. */
export function FigureWithBasis(props: { lang: Language; figure: FigureView }) {
  const { lang, figure } = props;
  const t = kitMessages[lang];
  const part = formatCount(lang, figure.part);
  const share =
    figure.whole === undefined ? undefined : formatShare(lang, figure.part, figure.whole);
  const empty = figure.whole !== undefined && share === undefined;
  const live = figure.live ? { 'data-live': figure.live } : {};
  const basis =
    figure.whole === undefined
      ? undefined
      : t.outOf(part, formatCount(lang, figure.whole), figure.unit);
  return (
    <div class="l-figure">
      <p class="l-figure__label">{figure.label}</p>
      <p class={`l-figure__value${empty ? ' l-figure__value--none' : ''}`}>
        {empty ? (
          t.noneYet
        ) : (
          <>
            <strong {...live}>{share ?? part}</strong>
            {share === undefined && <span> {figure.unit}</span>}
          </>
        )}
      </p>
      <p class="l-figure__basis">
        {!empty && basis && <span>{basis}</span>}
        <span>{figure.period}</span>
      </p>
      <p class="l-figure__links">
        <a class="govuk-link" href={figure.definition}>
          {t.howCounted}
          <span class="govuk-visually-hidden"> {figure.label}</span>
        </a>
        {figure.records && (
          <a class="govuk-link" href={figure.records}>
            {t.records}
            <span class="govuk-visually-hidden"> {figure.label}</span>
          </a>
        )}
      </p>
    </div>
  );
}

export type Bar = { readonly label: string; readonly value: number; readonly href?: string };

type BarsProps = {
  readonly lang: Language;
  readonly caption: string;
  readonly unit: string;
  readonly period: string;
  readonly definition: string;
  /** Where the records behind the bars are listed. */
  readonly records?: string;
  readonly bars: readonly Bar[];
};

/** Amounts side by side; readable as a list without the bars, and summing to a total shown below. */
export function Bars(props: BarsProps) {
  const { lang } = props;
  const top = Math.max(1, ...props.bars.map((bar) => bar.value));
  const total = props.bars.reduce((sum, bar) => sum + bar.value, 0);
  return (
    <div class="l-bars">
      <p class="l-bars__caption">{props.caption}</p>
      <dl class="l-bars__list">
        {props.bars.map((bar) => (
          <div key={bar.label} class="l-bars__row">
            <dt>
              {bar.href ? (
                <a class="govuk-link" href={bar.href}>
                  {bar.label}
                </a>
              ) : (
                bar.label
              )}
            </dt>
            <dd>
              <svg
                class="l-bars__bar"
                viewBox="0 0 100 8"
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
              >
                <rect width={String(Math.round((bar.value / top) * 1000) / 10)} height="8" />
              </svg>
              <span>
                {formatCount(lang, bar.value)} {props.unit}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="l-figure__basis">
        <span>{kitMessages[lang].counted(formatCount(lang, total), props.unit)}</span>
        <span>{props.period}</span>
        <a class="govuk-link" href={props.definition}>
          {kitMessages[lang].howCounted}
          <span class="govuk-visually-hidden"> {props.caption}</span>
        </a>
        {props.records && (
          <a class="govuk-link" href={props.records}>
            {kitMessages[lang].records}
            <span class="govuk-visually-hidden"> {props.caption}</span>
          </a>
        )}
      </p>
    </div>
  );
}

/** Earlier and later by key, so a page stays the same page when new records arrive. */
export function Pagination(props: {
  lang: Language;
  earlier?: string;
  later?: string;
  label?: string;
}) {
  const t = kitMessages[props.lang];
  if (!props.earlier && !props.later) return null;
  return (
    <nav class="l-paging" aria-label={props.label ?? t.pages}>
      {props.earlier && (
        <a class="l-paging__link" rel="prev" href={props.earlier}>
          {t.earlier}
        </a>
      )}
      {props.later && (
        <a class="l-paging__link l-paging__link--later" rel="next" href={props.later}>
          {t.later}
        </a>
      )}
    </nav>
  );
}
