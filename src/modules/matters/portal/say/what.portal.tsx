/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import {
  Button,
  type Choice,
  Details,
  type Fault,
  FileField,
  Form,
  FormColumn,
  faultOf,
  fieldsWith,
  MapPin,
  type PlaceMapView,
  Radios,
  SelectField,
  TextArea,
  TextField,
} from '#kernel/views/index.ts';
import { PhotosField } from '../photos-field.portal.tsx';
import { UNSORTED } from './guess-category.rules.ts';
import { sayMessages } from './say.messages.ts';

export type ChoiceGroup = { readonly label: string; readonly choices: readonly Choice[] };

export type WhatValues = {
  readonly kind: string;
  readonly category: string;
  readonly words: string;
  readonly building: string;
  readonly place: string;
  readonly pin: readonly [number, number] | null;
  readonly files: number;
};

export type WhatProps = {
  readonly lang: Language;
  /** Where the form is sent: '/c/{code}/say' or '/b/{stairwell}/say'. */
  readonly action: string;
  /** The place in words where it is known already, from a code on the wall. */
  readonly known: string | null;
  readonly buildings: readonly ChoiceGroup[];
  readonly categories: readonly ChoiceGroup[];
  readonly map: { readonly source: string; readonly system: PlaceMapView['system'] } | null;
  readonly values: WhatValues;
  readonly faults: readonly Fault[];
};

/** Step 1: what and where, on one page; nothing but the words must be filled in when the place is known. */
export function WhatPage(props: WhatProps) {
  const t = sayMessages[props.lang];
  return (
    <FormColumn lang={props.lang} faults={props.faults}>
      <span class="govuk-caption-l">{t.steps(1)}</span>
      <h1 class="govuk-heading-l">{t.what}</h1>
      <WhatForm {...props} />
    </FormColumn>
  );
}

/** The form alone: a building's page carries it too, so that a scanned code is already at step 1. */
export function WhatForm(props: WhatProps) {
  const { lang, values, faults } = props;
  const t = sayMessages[lang];
  const field = fieldsWith(lang, values, faults);
  return (
    <>
      <Form action={props.action} files>
        {/* Enter in a text field presses a form's first button: without this one, the map. */}
        <button type="submit" name="step" value="next" hidden>
          {t.next}
        </button>
        <TextArea {...field('words')} label={t.words} hint={t.wordsHint} most={2000} rows={4} />
        <Where {...props} />
        <Attachments {...props} />
        <Sorting {...props} />
        <Button name="step" value="next">
          {t.next}
        </Button>
      </Form>
      <Details summary={t.notHere}>
        <p class="govuk-body">{t.notHereText}</p>
        <p class="govuk-body">{t.channelTexts.emergency}</p>
        <p class="govuk-body">
          <a class="govuk-link" href="/say/elsewhere">
            {t.seeChannels}
          </a>
        </p>
      </Details>
    </>
  );
}

function Where(props: WhatProps) {
  const t = sayMessages[props.lang];
  if (props.known === null)
    return (
      <>
        <h2 class="govuk-heading-m">{t.whereThing}</h2>
        <WhereFields {...props} />
      </>
    );
  const isOpen = ['building', 'place'].some((field) => faultOf(props.faults, field));
  return (
    <>
      <p class="govuk-body">
        <strong>{t.atPlace(props.known)}</strong>
      </p>
      <Details summary={t.changePlace} open={isOpen || props.values.pin !== null}>
        <WhereFields {...props} />
      </Details>
    </>
  );
}

function WhereFields({ lang, buildings, map, values, faults }: WhatProps) {
  const t = sayMessages[lang];
  const field = fieldsWith(lang, values, faults);
  return (
    <>
      {buildings.length > 0 && (
        <SelectField
          {...field('building')}
          label={t.building}
          empty={t.noBuilding}
          choices={[]}
          groups={buildings}
        />
      )}
      <TextField
        {...field('place')}
        label={t.placeText}
        hint={t.placeHint}
        optional
        error={
          faultOf(faults, 'place') ??
          (buildings.length === 0 ? faultOf(faults, 'building') : undefined)
        }
      />
      {map && (
        <>
          <p class="govuk-hint" id="pin-place">
            {values.pin ? t.pinPlaced : t.mapHint}
          </p>
          <MapPin
            lang={lang}
            label={t.map}
            source={map.source}
            system={map.system}
            at={values.pin}
          />
          {values.pin && (
            <Button look="secondary" name="step" value="drop-pin">
              {t.dropPin}
            </Button>
          )}
        </>
      )}
    </>
  );
}

function Attachments({ lang, values, faults }: WhatProps) {
  const t = sayMessages[lang];
  return (
    <>
      {values.files > 0 && (
        <p class="govuk-body">
          {t.kept(values.files)}{' '}
          <Button look="secondary" name="step" value="drop-files">
            {t.dropFiles}
          </Button>
        </p>
      )}
      <PhotosField
        lang={lang}
        label={t.photos}
        hint={t.photosHint}
        pick={t.pickPhotos}
        error={faultOf(faults, 'photos')}
      />
      <FileField
        lang={lang}
        name="voice"
        label={t.voice}
        optional
        hint={t.voiceHint}
        accept="audio/*"
        recordSeconds={60}
        pick={t.pickVoice}
        error={faultOf(faults, 'voice')}
      />
    </>
  );
}

function Sorting({ lang, categories, values, faults }: WhatProps) {
  const t = sayMessages[lang];
  const kinds = (['problem', 'suggestion', 'consultation', 'elsewhere'] as const).map((kind) => ({
    value: kind,
    text: t.kinds[kind],
  }));
  const isOpen = faultOf(faults, 'category') !== undefined || values.category !== UNSORTED;
  return (
    <>
      <Radios lang={lang} name="kind" label={t.kind} choices={kinds} value={values.kind} />
      <Details summary={t.sorting} open={isOpen}>
        <CategoryRadios lang={lang} groups={categories} value={values.category} />
      </Details>
    </>
  );
}

/** One set of radios with a heading above each group of them. */
function CategoryRadios(props: { lang: Language; groups: readonly ChoiceGroup[]; value: string }) {
  const t = sayMessages[props.lang];
  const item = (choice: Choice) => (
    <div key={choice.value} class="govuk-radios__item">
      <input
        class="govuk-radios__input"
        id={`category-${choice.value}`}
        name="category"
        type="radio"
        value={choice.value}
        checked={choice.value === props.value}
      />
      <label class="govuk-label govuk-radios__label" for={`category-${choice.value}`}>
        {choice.text}
      </label>
    </div>
  );
  return (
    <fieldset class="govuk-fieldset" id="category">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{t.category}</legend>
      <div class="govuk-radios govuk-radios--small">
        {item({ value: UNSORTED, text: t.auto })}
        {props.groups.map((group) => (
          <>
            <p class="govuk-body">
              <strong>{group.label}</strong>
            </p>
            {group.choices.map(item)}
          </>
        ))}
      </div>
    </fieldset>
  );
}
