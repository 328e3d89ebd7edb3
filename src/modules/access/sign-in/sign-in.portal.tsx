/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import { Button, ErrorSummary, type Fault, Form, faultOf, TextField } from '#kernel/views/index.ts';
import { signInMessages } from './sign-in.messages.ts';

type TelephoneProps = {
  readonly lang: Language;
  readonly telephone: string;
  readonly next: string;
  readonly faults: readonly Fault[];
};

/** First step: which number. */
export function TelephonePage({ lang, telephone, next, faults }: TelephoneProps) {
  const t = signInMessages[lang];
  return (
    <>
      <ErrorSummary lang={lang} faults={faults} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <Form action="/sign-in">
        <input type="hidden" name="next" value={next} />
        <TextField
          lang={lang}
          name="telephone"
          label={t.telephone}
          hint={t.telephoneHint}
          type="tel"
          inputmode="tel"
          autocomplete="tel-national"
          width={20}
          maxlength={20}
          value={telephone}
          error={faultOf(faults, 'telephone')}
        />
        <Button>{t.send}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href="/workbench">
          {t.staff}
        </a>
      </p>
    </>
  );
}

type CodeProps = {
  readonly lang: Language;
  readonly masked: string;
  readonly next: string;
  readonly faults: readonly Fault[];
};

/** Second step: the code that came. */
export function CodePage({ lang, masked, next, faults }: CodeProps) {
  const t = signInMessages[lang];
  return (
    <>
      <ErrorSummary lang={lang} faults={faults} />
      <h1 class="govuk-heading-l">{t.codeTitle}</h1>
      <p class="govuk-body">{t.sentTo(masked)}</p>
      <Form action="/sign-in/code">
        <input type="hidden" name="next" value={next} />
        <TextField
          lang={lang}
          name="code"
          label={t.code}
          hint={t.codeHint}
          inputmode="numeric"
          autocomplete="one-time-code"
          width={10}
          maxlength={10}
          error={faultOf(faults, 'code')}
        />
        <Button>{t.confirm}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={`/sign-in?next=${encodeURIComponent(next)}`}>
          {t.again}
        </a>
      </p>
    </>
  );
}

/** A page of its own, because a link must not sign anybody out. */
export function SignOutPage({ lang }: { readonly lang: Language }) {
  const t = signInMessages[lang];
  return (
    <>
      <h1 class="govuk-heading-l">{t.signOutTitle}</h1>
      <p class="govuk-body">{t.signOutLead}</p>
      <Form action="/sign-out">
        <Button>{t.signOut}</Button>
      </Form>
    </>
  );
}
