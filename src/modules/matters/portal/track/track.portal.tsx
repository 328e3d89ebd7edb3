/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  Details,
  EmptyState,
  type Fault,
  Form,
  FormColumn,
  fieldsWith,
  Pagination,
  Radios,
  Tag,
  TextField,
} from '#kernel/views/index.ts';
import { matterMessages } from '../../matters.messages.ts';
import { Answer, DuePart, Findings, Said, StateTag, Story } from './matter-parts.portal.tsx';
import type { MatterPageView, ReporterActs } from './matter-shown.types.ts';
import { trackMessages } from './track.messages.ts';

type FormProps = {
  readonly lang: Language;
  readonly number: string;
  readonly faults: readonly Fault[];
};

/** Number and query code. */
export function TrackForm({ lang, number, faults }: FormProps) {
  const t = trackMessages[lang];
  const field = fieldsWith(lang, { number }, faults);
  return (
    <FormColumn lang={lang} faults={faults}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <Form action="/track">
        <TextField
          {...field('number')}
          label={t.number}
          hint={t.numberHint}
          inputmode="numeric"
          width={20}
        />
        <TextField
          {...field('code')}
          label={t.code}
          hint={t.codeHint}
          inputmode="numeric"
          width={10}
        />
        <Button>{t.look}</Button>
      </Form>
      <p class="govuk-body">{t.lost}</p>
    </FormColumn>
  );
}

type TrackProps = {
  readonly view: MatterPageView;
  readonly acts: ReporterActs;
  /** '/t/{token}' */
  readonly base: string;
  readonly faults: readonly Fault[];
};

/** The reporter's own page: the question first when there is one, then state, owner, date, and what happened. */
export function TrackPage({ view, acts, base, faults }: TrackProps) {
  const { lang } = view;
  const t = trackMessages[lang];
  const asking = { lang, base, faults, grades: acts.grades };
  const sentence = t.states[view.state as keyof typeof t.states] ?? '';
  return (
    <FormColumn lang={lang} faults={faults}>
      <span class="govuk-caption-l">{t.matterTitle(view.number)}</span>
      <h1 class="govuk-heading-l">{view.title}</h1>
      <p class="govuk-body-l">
        <StateTag view={view} /> {sentence}
      </p>
      {view.state === 'MERGED' && (
        <p class="govuk-body">{acts.mayAnswer ? t.mergedAsked : t.merged}</p>
      )}
      <Answer view={view} />
      {acts.mayAnswer && <Question {...asking} />}
      {acts.mayRate && <RatingForm {...asking} />}
      {view.isOpen && <DuePart view={view} />}
      <Findings view={view} />
      <Story view={view} />
      <Said view={view} heading={t.said} />
      <MoreActs lang={lang} acts={acts} base={base} isAdvice={view.isAdvice} />
      <p class="govuk-body">{t.keep}</p>
    </FormColumn>
  );
}

type ActProps = {
  readonly lang: Language;
  readonly base: string;
  readonly faults: readonly Fault[];
  readonly grades: number;
};

function Grades({ lang, faults, grades, hint }: ActProps & { hint?: string }) {
  const t = trackMessages[lang];
  const field = fieldsWith(lang, {}, faults);
  return (
    <Radios
      {...field('rating')}
      label={t.rating}
      {...(hint === undefined ? {} : { hint })}
      optional
      choices={matterMessages[lang].ratings.slice(0, grades).map((text, index) => ({
        value: String(index + 1),
        text,
      }))}
    />
  );
}

/** One question, one optional grade, one press. */
function Question(props: ActProps) {
  const t = trackMessages[props.lang];
  return (
    <Card title={t.question} id="solved">
      <p class="govuk-body">{t.questionLead}</p>
      <Form action={`${props.base}/word`}>
        <Grades {...props} hint={t.ratingHint} />
        <ButtonRow>
          <Button name="solved" value="yes">
            {t.yes}
          </Button>
          <Button look="secondary" name="solved" value="no">
            {t.no}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  );
}

function RatingForm(props: ActProps) {
  const t = trackMessages[props.lang];
  return (
    <Form action={`${props.base}/rating`}>
      <Grades {...props} />
      <Button look="secondary">{t.rate}</Button>
    </Form>
  );
}

type MoreProps = {
  readonly lang: Language;
  readonly acts: ReporterActs;
  readonly base: string;
  /** A question or suggestion that was answered: nothing was to be solved. */
  readonly isAdvice: boolean;
};

/** The rarer wishes, each with what it means, each one press. */
function MoreActs({ lang, acts, base, isAdvice }: MoreProps) {
  const t = trackMessages[lang];
  const one = (path: string, hint: string, text: string) => (
    <Form action={`${base}/${path}`}>
      <p class="govuk-body">{hint}</p>
      <Button look="secondary">{text}</Button>
    </Form>
  );
  return (
    <>
      {acts.mayAsk && one('check', t.askHint, t.ask)}
      {acts.maySplit && one('split', t.splitHint, t.split)}
      {acts.reopenUntil !== null &&
        one('reopening', t.reopenHint(acts.reopenUntil), isAdvice ? t.askOn : t.reopen)}
      {acts.mayWish && one('reopening', t.wishHint, t.wish)}
      {acts.mayWithdraw && (
        <Details summary={t.withdrawTitle}>{one('withdrawal', t.withdrawHint, t.withdraw)}</Details>
      )}
    </>
  );
}

export type OwnLine = {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly received: string;
};

type MineProps = {
  readonly lang: Language;
  readonly lines: readonly OwnLine[];
  readonly later: string | null;
};

/** A signed-in resident's own matters. */
export function MinePage({ lang, lines, later }: MineProps) {
  const t = trackMessages[lang];
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{t.mineTitle}</h1>
        {lines.length === 0 && (
          <EmptyState title={t.mineEmpty}>
            <p class="govuk-body">{t.mineEmptyText}</p>
            <ButtonLink href="/say">{t.mineSay}</ButtonLink>
          </EmptyState>
        )}
        {lines.map((line) => (
          <article key={line.number} class="l-notice">
            <h2 class="l-notice__title">
              <a class="govuk-link" href={`/mine/${line.number}`}>
                {line.title}
              </a>
            </h2>
            <p class="l-notice__meta">
              <Tag>{line.state}</Tag> {line.received}
            </p>
          </article>
        ))}
        <Pagination lang={lang} {...(later === null ? {} : { later })} />
        <form method="get" action="/sign-out">
          <Button look="secondary">{t.signOut}</Button>
        </form>
      </div>
    </div>
  );
}
