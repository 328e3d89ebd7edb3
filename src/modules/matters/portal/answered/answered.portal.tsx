/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import { ButtonLink, EmptyState, Pagination, Tag } from '#kernel/views/index.ts';
import { Answer, Findings, Said, StateTag, Story } from '../track/matter-parts.portal.tsx';
import type { MatterPageView } from '../track/matter-shown.types.ts';
import { trackMessages } from '../track/track.messages.ts';
import { answeredMessages } from './answered.messages.ts';

export type AnsweredLine = {
  readonly number: string;
  readonly title: string;
  readonly category: string;
  readonly result: string;
  readonly isSolved: boolean;
  readonly closed: string;
  readonly area: string;
  readonly secondings: number;
};

type ListProps = {
  readonly lang: Language;
  readonly say: string;
  readonly lines: readonly AnsweredLine[];
  readonly later: string | null;
};

/** Published results, unsolved ones among them. */
export function AnsweredPage({ lang, say, lines, later }: ListProps) {
  const t = answeredMessages[lang];
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{t.title}</h1>
        <p class="govuk-body">{t.lead}</p>
        {lines.length === 0 && (
          <EmptyState title={t.empty}>
            <p class="govuk-body">{t.emptyText}</p>
            <ButtonLink href={say}>{t.say}</ButtonLink>
          </EmptyState>
        )}
        {lines.map((line) => (
          <article key={line.number} class="l-notice">
            <h2 class="l-notice__title">
              <a class="govuk-link" href={`/m/${line.number}`}>
                {line.title}
              </a>
            </h2>
            <p class="l-notice__meta">
              <Tag tone={line.isSolved ? 'done' : 'plain'}>{line.result}</Tag>
              <span>
                {[line.area, line.category, line.closed].filter((part) => part !== '').join(' · ')}
              </span>
              {line.secondings > 0 && <span>{t.secondings(line.secondings)}</span>}
            </p>
          </article>
        ))}
        <Pagination lang={lang} {...(later === null ? {} : { later })} />
      </div>
    </div>
  );
}

/** One published matter: what was said, what was done, what checks and reporter say of it. */
export function PublicMatterPage({ view }: { view: MatterPageView }) {
  const t = answeredMessages[view.lang];
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-l">{trackMessages[view.lang].matterTitle(view.number)}</span>
        <h1 class="govuk-heading-l">{view.title}</h1>
        <p class="govuk-body-l">
          <StateTag view={view} /> {view.category}
          {view.secondings > 0 && ` · ${t.secondings(view.secondings)}`}
        </p>
        <Said view={view} heading={t.said} />
        <Answer view={view} />
        <Findings view={view} />
        <Story view={view} />
      </div>
    </div>
  );
}
