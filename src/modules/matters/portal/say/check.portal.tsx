/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import {
  Button,
  ButtonLink,
  type Fault,
  Form,
  FormColumn,
  Panel,
  QR,
  SummaryList,
  type SummaryRow,
} from '#kernel/views/index.ts';
import { OTHER_CHANNELS } from '../../filing/filing.rules.ts';
import { sayMessages } from './say.messages.ts';

type CheckProps = {
  readonly lang: Language;
  readonly rows: readonly SummaryRow[];
  readonly faults: readonly Fault[];
};

/** Step 3: everything once more, then one button. */
export function CheckPage({ lang, rows, faults }: CheckProps) {
  const t = sayMessages[lang];
  return (
    <FormColumn lang={lang} faults={faults}>
      <span class="govuk-caption-l">{t.steps(3)}</span>
      <h1 class="govuk-heading-l">{t.check}</h1>
      <SummaryList lang={lang} rows={rows} />
      <Form action="/say/send">
        <Button>{t.send}</Button>
      </Form>
    </FormColumn>
  );
}

type SentProps = {
  readonly lang: Language;
  readonly number: string;
  readonly code: string;
  readonly url: string;
  readonly track: string;
  readonly owner: string;
  readonly due: string;
  /** Where to say something else at the same place. */
  readonly another: string;
};

/** After sending: the number and code to keep, and who has it now. */
export function SentPage(props: SentProps) {
  const { lang } = props;
  const t = sayMessages[lang];
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Panel title={t.sentTitle} numberLabel={t.numberLabel} number={props.number}>
          <p>{t.code(props.code)}</p>
        </Panel>
        <h2 class="govuk-heading-m">{t.nextTitle}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {props.owner !== '' && <li>{t.owner(props.owner)}</li>}
          <li>{t.due(props.due)}</li>
          <li>{t.onceDone}</li>
        </ul>
        <ButtonLink href={props.track}>{t.follow}</ButtonLink>
        <p class="govuk-body">{t.keepLink}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={props.track}>
            {props.url}
          </a>
        </p>
        <QR text={props.url} label={t.qr} />
        <p class="govuk-body">
          <a class="govuk-link" href={props.another}>
            {t.another}
          </a>
        </p>
      </div>
    </div>
  );
}

/** What does not belong here, and where it does. */
export function ElsewherePage({ lang, back }: { lang: Language; back: string }) {
  const t = sayMessages[lang];
  return (
    <div class="l-prose">
      <h1 class="govuk-heading-l">{t.elsewhereTitle}</h1>
      <p class="govuk-body">{t.elsewhereLead}</p>
      {OTHER_CHANNELS.map((channel) => (
        <section key={channel}>
          <h2 class="govuk-heading-s">{t.channels[channel]}</h2>
          <p class="govuk-body">{t.channelTexts[channel]}</p>
        </section>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href="tel:110">
          110
        </a>{' '}
        <a class="govuk-link" href="tel:119">
          119
        </a>{' '}
        <a class="govuk-link" href="tel:120">
          120
        </a>{' '}
        <a class="govuk-link" href="tel:12388">
          12388
        </a>
      </p>
      <ButtonLink href={back} look="secondary">
        {t.goBack}
      </ButtonLink>
    </div>
  );
}

/** After 'me too'. */
export function SecondedPage(props: { lang: Language; count: number; number: string }) {
  const t = sayMessages[props.lang];
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Panel title={t.secondedTitle} numberLabel={t.numberLabel} number={props.number} />
        <p class="govuk-body">{t.secondedText(props.count)}</p>
      </div>
    </div>
  );
}
