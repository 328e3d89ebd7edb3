/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import { SafeLink, type View } from '#kernel/views/index.ts';

export type Section = {
  readonly heading: string;
  /** Where other pages link to, as the definition of a figure. */
  readonly id?: string;
  readonly text?: readonly string[];
  readonly list?: readonly string[];
};

export type Statement = {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly Section[];
  /** When it was last changed, in words. */
  readonly updated?: string;
};

/** What a district fills into the statements, in the reader's language. */
export type StatementFacts = {
  /** Who handles the personal information: an authority, not a supplier. */
  readonly handler: string;
  readonly office: string;
  readonly address: string;
  readonly phone: string;
  readonly hours: string;
  /** Day of the last change, in words. */
  readonly updated: string;
  /** How many calendar days 'solved quickly' means; from the rule set in force. */
  readonly quickDays: number;
  /** Within how many working days a request about one's own information is answered. */
  readonly answerDays: number;
  /** How long things are kept; from the retention rules in force. */
  readonly keep: {
    readonly matterYears: number;
    readonly contactMonths: number;
    readonly voiceMonths: number;
    readonly logMonths: number;
  };
};

/** One statement in both languages; a test holds their sections together. */
export type StatementText = Readonly<Record<Language, (facts: StatementFacts) => Statement>>;

function StatementSection(props: { section: Section }) {
  const { section } = props;
  const id = section.id ? { id: section.id } : {};
  return (
    <>
      <h2 class="govuk-heading-m" {...id}>
        {section.heading}
      </h2>
      {section.text?.map((text) => (
        <p key={text} class="govuk-body">
          {text}
        </p>
      ))}
      {section.list && (
        <ul class="govuk-list govuk-list--bullet">
          {section.list.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A page to read: the answer first, then the parts. Ends with the number to call. */
export function statementBody(statement: Statement, facts: StatementFacts): View {
  return (
    <article class="l-prose">
      <h1 class="govuk-heading-xl">{statement.title}</h1>
      <p class="govuk-body-l">{statement.lead}</p>
      {statement.sections.map((section) => (
        <StatementSection key={section.heading} section={section} />
      ))}
      <p class="govuk-body">
        {facts.office} <SafeLink href={`tel:${facts.phone}`}>{facts.phone}</SafeLink>
      </p>
      {statement.updated && <p class="govuk-body-s">{statement.updated}</p>}
    </article>
  );
}
