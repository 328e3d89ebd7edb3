/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import {
  Button,
  Details,
  type Fault,
  Form,
  FormColumn,
  faultOf,
  fieldsWith,
  Radios,
  SummaryList,
  TextArea,
} from '#kernel/views/index.ts';
import { fileMessages } from '../../filing/files.messages.ts';
import { PhotosField } from '../photos-field.portal.tsx';
import { DuePart, Said } from '../track/matter-parts.portal.tsx';
import type { MatterPageView } from '../track/matter-shown.types.ts';
import { linkMessages } from './department-link.messages.ts';

export type LinkValues = {
  readonly answer: string;
  readonly private: string;
  readonly result: string;
  readonly reason: string;
};

type LinkProps = {
  readonly view: MatterPageView;
  readonly base: string;
  readonly body: string;
  readonly due: string | null;
  readonly whistle: 'power' | 'money' | null;
  readonly isAccepted: boolean;
  readonly values: LinkValues;
  readonly faults: readonly Fault[];
};

/** A department's one task: what was said, and the three things it can do. */
export function LinkPage(props: LinkProps) {
  const { view, base, values, faults } = props;
  const { lang } = view;
  const t = linkMessages[lang];
  const photos = fileMessages[lang];
  const field = fieldsWith(lang, values, faults);
  return (
    <FormColumn lang={lang} faults={faults}>
      <span class="govuk-caption-l">
        {t.title(view.number)} · {t.to(props.body)}
      </span>
      <h1 class="govuk-heading-l">{view.title}</h1>
      <p class="govuk-body">{props.isAccepted ? t.accepted : t.lead}</p>
      {props.whistle && <p class="govuk-body">{t.whistled[props.whistle]}</p>}
      <Said view={view} heading={t.said} />
      {props.due && <SummaryList lang={lang} rows={[{ key: t.due, value: props.due }]} />}
      <DuePart view={view} />
      <Form action={`${base}/answer`} files>
        <TextArea {...field('answer')} label={t.answer} hint={t.answerHint} most={2000} />
        <Radios
          {...field('result')}
          label={t.result}
          choices={[
            { value: 'done', text: t.results.done },
            { value: 'cannot', text: t.results.cannot },
          ]}
        />
        <PhotosField
          lang={lang}
          label={photos.answerPhotos}
          hint={photos.answerPhotosHint}
          pick={photos.pickPhotos}
          error={faultOf(faults, 'photos')}
        />
        <Details summary={t.private} open={values.private !== ''}>
          <TextArea {...field('private')} label={t.private} rows={2} />
        </Details>
        {!props.isAccepted && <p class="govuk-hint">{t.sendHint}</p>}
        <Button>{t.send}</Button>
      </Form>
      {!props.isAccepted && (
        <Form action={`${base}/acceptance`}>
          <Button look="secondary">{t.accept}</Button>
        </Form>
      )}
      {!props.isAccepted && (
        <Details summary={t.returnTitle} open={faultOf(faults, 'reason') !== undefined}>
          <Form action={`${base}/return`}>
            <TextArea {...field('reason')} label={t.returnReason} hint={t.returnHint} rows={3} />
            <Button look="secondary">{t.return}</Button>
          </Form>
        </Details>
      )}
    </FormColumn>
  );
}

/** Nothing left to do here: the task is over, or the link opens nothing. */
export function PlainPage({ title, text }: { lang: Language; title: string; text: string }) {
  return (
    <div class="l-prose">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{text}</p>
    </div>
  );
}
