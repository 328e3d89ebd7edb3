/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import {
  countId,
  describedBy,
  type FieldFrame,
  FieldGroup,
  FieldLabel,
  FieldLegend,
  FieldNotes,
} from './form.tsx';
import { kitMessages } from './kit.messages.ts';

type TextFieldProps = FieldFrame & {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'tel' | 'email' | 'search' | 'password' | 'date' | 'number';
  /** Width in characters, so the box shows how much is expected. */
  readonly width?: 5 | 10 | 20;
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'tel' | 'text' | 'decimal';
  readonly maxlength?: number;
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const width = props.width ? ` govuk-input--width-${props.width}` : '';
  const optional = {
    ...(props.autocomplete ? { autocomplete: props.autocomplete } : {}),
    ...(props.inputmode ? { inputmode: props.inputmode } : {}),
    ...(props.maxlength ? { maxlength: props.maxlength } : {}),
    ...(props.error ? { 'aria-invalid': 'true' } : {}),
  };
  return (
    <FieldGroup field={props}>
      <FieldLabel field={props} />
      <FieldNotes field={props} />
      <input
        class={`govuk-input${width}${props.error ? ' govuk-input--error' : ''}`}
        id={props.name}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value ?? ''}
        {...optional}
        {...describedBy(props)}
      />
    </FieldGroup>
  );
}

type TextAreaProps = FieldFrame & {
  readonly value?: string | undefined;
  readonly rows?: number;
  /** Most characters; shown below the box, counted down by the character-count island. */
  readonly most?: number;
};

/** Several lines of text. The limit is told, never enforced by cutting what was typed. */
export function TextArea(props: TextAreaProps) {
  const t = kitMessages[props.lang];
  const counted = props.most === undefined ? [] : [countId(props.name)];
  return (
    <FieldGroup field={props}>
      <FieldLabel field={props} />
      <FieldNotes field={props} />
      <textarea
        class={`govuk-textarea${props.error ? ' govuk-textarea--error' : ''}`}
        id={props.name}
        name={props.name}
        rows={props.rows ?? 4}
        {...(props.error ? { 'aria-invalid': 'true' } : {})}
        {...(props.most ? { 'data-count': String(props.most) } : {})}
        {...describedBy(props, ...counted)}
      >
        {props.value ?? ''}
      </textarea>
      {props.most !== undefined && (
        <div
          id={countId(props.name)}
          class="l-count govuk-hint"
          data-remaining={t.remaining('#')}
          data-over={t.over('#')}
        >
          {t.count(props.most)}
        </div>
      )}
    </FieldGroup>
  );
}

export type Choice = {
  readonly value: string;
  readonly text: string;
  readonly hint?: string | undefined;
};

type SelectProps = FieldFrame & {
  readonly value?: string | undefined;
  readonly choices: readonly Choice[];
  /** Text of the first, empty line; without it the first choice is taken as chosen. */
  readonly empty?: string;
  readonly groups?: readonly { readonly label: string; readonly choices: readonly Choice[] }[];
};

/** A long list to choose one from (buildings). Up to seven choices are radios. */
export function SelectField(props: SelectProps) {
  const option = (choice: Choice) => (
    <option key={choice.value} value={choice.value} selected={choice.value === props.value}>
      {choice.text}
    </option>
  );
  return (
    <FieldGroup field={props}>
      <FieldLabel field={props} />
      <FieldNotes field={props} />
      <select
        class={`govuk-select${props.error ? ' govuk-select--error' : ''}`}
        id={props.name}
        name={props.name}
        {...describedBy(props)}
      >
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.choices.map(option)}
        {props.groups?.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map(option)}
          </optgroup>
        ))}
      </select>
    </FieldGroup>
  );
}

/** The first choice carries the field's own id, so the error summary can focus it. */
const choiceId = (name: string, index: number) => (index === 0 ? name : `${name}-${index + 1}`);

type ChoicesProps = FieldFrame & {
  readonly kind: 'radios' | 'checkboxes';
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly inline?: boolean | undefined;
};

function Choices(props: ChoicesProps) {
  const inline = props.inline ? ` govuk-${props.kind}--inline` : '';
  const type = props.kind === 'radios' ? 'radio' : 'checkbox';
  return (
    <FieldGroup field={props}>
      <fieldset class="govuk-fieldset" {...describedBy(props)}>
        <FieldLegend field={props} />
        <FieldNotes field={props} />
        <div class={`govuk-${props.kind}${inline}`}>
          {props.choices.map((choice, index) => {
            const id = choiceId(props.name, index);
            const hint = choice.hint ? { 'aria-describedby': `${id}-item-hint` } : {};
            return (
              <div key={id} class={`govuk-${props.kind}__item`}>
                <input
                  class={`govuk-${props.kind}__input`}
                  id={id}
                  name={props.name}
                  type={type}
                  value={choice.value}
                  checked={props.chosen.includes(choice.value)}
                  {...hint}
                />
                <label class={`govuk-label govuk-${props.kind}__label`} for={id}>
                  {choice.text}
                </label>
                {choice.hint && (
                  <div id={`${id}-item-hint`} class={`govuk-hint govuk-${props.kind}__hint`}>
                    {choice.hint}
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
    </FieldGroup>
  );
}

type RadiosProps = FieldFrame & {
  readonly choices: readonly Choice[];
  readonly value?: string | undefined;
  readonly inline?: boolean;
};

/** One of a few. */
export function Radios(props: RadiosProps) {
  const { value, ...rest } = props;
  return <Choices {...rest} kind="radios" chosen={value === undefined ? [] : [value]} />;
}

type CheckboxesProps = FieldFrame & {
  readonly choices: readonly Choice[];
  readonly values?: readonly string[];
};

/** Any of a few. */
export function Checkboxes(props: CheckboxesProps) {
  const { values, ...rest } = props;
  return <Choices {...rest} kind="checkboxes" chosen={values ?? []} />;
}

type FileFieldProps = FieldFrame & {
  readonly accept: string;
  readonly multiple?: boolean;
  /** What the button says, in the page's language: the browser's own button follows the phone's. */
  readonly pick?: string;
  /** Asks a phone to open its camera or recorder at once. */
  readonly capture?: 'environment' | 'user';
  /** Makes photos smaller before they are sent (photo-shrink island). */
  readonly shrink?: boolean;
  /** Offers a recorder (voice-note island); seconds a note may last. */
  readonly recordSeconds?: number;
  readonly children?: Child;
};

/** Photos, documents or a voice note. */
export function FileField(props: FileFieldProps) {
  const t = kitMessages[props.lang];
  const shrink = props.shrink
    ? { 'data-shrink': '', 'data-ready': t.photoReady, 'data-kept': t.photoKept }
    : {};
  const record = props.recordSeconds
    ? {
        'data-voice': String(props.recordSeconds),
        'data-record': t.record,
        'data-stop': t.recordStop,
        'data-again': t.recordAgain,
        'data-limit': t.recordLimit(props.recordSeconds),
        'data-denied': t.recordDenied,
      }
    : {};
  return (
    <FieldGroup field={props}>
      <fieldset class="govuk-fieldset" {...describedBy(props)}>
        <FieldLegend field={props} optional={t.optionalFile} />
        <FieldNotes field={props} />
        <div class={`l-file${props.error ? ' l-file--error' : ''}`}>
          <label class="l-file__pick" for={props.name}>
            {props.pick ?? t.pickFile}
          </label>
          <input
            class="l-file__input"
            id={props.name}
            name={props.name}
            type="file"
            accept={props.accept}
            multiple={props.multiple ?? false}
            {...(props.capture ? { capture: props.capture } : {})}
            {...shrink}
            {...record}
          />
        </div>
        {props.children}
      </fieldset>
    </FieldGroup>
  );
}
