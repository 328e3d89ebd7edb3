/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import {
  Button,
  Card,
  Details,
  type Fault,
  Form,
  FormColumn,
  faultOf,
  fieldsWith,
  Radios,
  TextField,
} from '#kernel/views/index.ts';
import { sayMessages } from './say.messages.ts';
import type { Contact } from './say.types.ts';

export type SimilarShown = {
  readonly number: string;
  readonly line: string;
  readonly place: string | null;
  readonly secondings: number;
};

type ContactProps = {
  readonly lang: Language;
  readonly values: Contact;
  readonly isUrgent: boolean;
  readonly similar: readonly SimilarShown[];
  readonly faults: readonly Fault[];
};

/** Step 2: contact and publication, all of it optional; above it what others said of the same place. */
export function ContactPage({ lang, values, isUrgent, similar, faults }: ContactProps) {
  const t = sayMessages[lang];
  const field = fieldsWith(lang, values, faults);
  const otherFault = faultOf(faults, 'of') ?? faultOf(faults, 'relation');
  return (
    <FormColumn lang={lang} faults={faults}>
      {isUrgent && (
        <Card title={t.urgentTitle}>
          <p class="govuk-body">{t.urgent}</p>
          <p class="govuk-body">
            {['110', '119', '120'].map((number) => (
              <>
                <a class="govuk-link" href={`tel:${number}`}>
                  {number}
                </a>{' '}
              </>
            ))}
          </p>
        </Card>
      )}
      {similar.length > 0 && <Similar lang={lang} similar={similar} />}
      <span class="govuk-caption-l">{t.steps(2)}</span>
      <h1 class="govuk-heading-l">{t.who}</h1>
      <p class="govuk-body">{t.whoLead}</p>
      <Form action="/say/contact">
        <TextField
          {...field('telephone')}
          label={t.telephone}
          hint={t.telephoneHint}
          optional
          type="tel"
          inputmode="tel"
          autocomplete="tel-national"
          width={20}
        />
        <p class="govuk-hint">{t.anonymous}</p>
        <TextField
          {...field('name')}
          label={t.name}
          hint={t.nameHint}
          optional
          width={20}
          autocomplete="name"
        />
        <Details summary={t.forOther} open={values.forOther || otherFault !== undefined}>
          <TextField {...field('of')} label={t.of} width={20} />
          <TextField {...field('relation')} label={t.relation} width={20} />
        </Details>
        <Radios
          {...field('publish')}
          label={t.publish}
          hint={t.publishHint}
          value={values.isPublic ? 'yes' : 'no'}
          choices={[
            { value: 'yes', text: t.publishYes },
            { value: 'no', text: t.publishNo },
          ]}
        />
        <Button>{t.next}</Button>
      </Form>
    </FormColumn>
  );
}

function Similar({ lang, similar }: { lang: Language; similar: readonly SimilarShown[] }) {
  const t = sayMessages[lang];
  return (
    <Card title={t.similarTitle}>
      <p class="govuk-body">{t.similarText}</p>
      {similar.map((one) => (
        <Form key={one.number} action="/say/me-too">
          <p class="govuk-body">
            <strong>{one.line}</strong>
            {one.place && (
              <>
                <br />
                {one.place}
              </>
            )}
            {one.secondings > 0 && (
              <>
                <br />
                {t.secondings(one.secondings)}
              </>
            )}
          </p>
          <input type="hidden" name="number" value={one.number} />
          <Button look="secondary">
            {t.meToo}
            <span class="govuk-visually-hidden"> {one.line}</span>
          </Button>
        </Form>
      ))}
    </Card>
  );
}
