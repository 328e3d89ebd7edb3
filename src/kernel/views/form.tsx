/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Language } from '../pure/messages.ts';
import { kitMessages } from './kit.messages.ts';

/** What every field has. `name` is the form name; the id is the same, so a summary can link to it. */
export type FieldFrame = {
  readonly lang: Language;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The text of the fault, already in the reader's language. */
  readonly error?: string | undefined;
  readonly optional?: boolean;
  /** Makes the label the page's one question. */
  readonly heading?: boolean;
};

const hintId = (name: string) => `${name}-hint`;
const errorId = (name: string) => `${name}-error`;
const countId = (name: string) => `${name}-count`;

/** Ids of the texts that belong to a field, for aria-describedby. */
export function describedBy(
  field: FieldFrame,
  ...more: readonly string[]
): { 'aria-describedby'?: string } {
  const ids = [
    ...(field.hint ? [hintId(field.name)] : []),
    ...(field.error ? [errorId(field.name)] : []),
    ...more,
  ];
  return ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {};
}

/** Hint and fault below a label, in the order they are read. */
export function FieldNotes(props: { field: FieldFrame }) {
  const { field } = props;
  return (
    <>
      {field.hint && (
        <div id={hintId(field.name)} class="govuk-hint">
          {field.hint}
        </div>
      )}
      {field.error && (
        <p id={errorId(field.name)} class="govuk-error-message">
          <span class="govuk-visually-hidden">{kitMessages[field.lang].fault}: </span>
          {field.error}
        </p>
      )}
    </>
  );
}

/** Keeps a field's parts together and marks a fault by a bar at its side, not by colour alone. */
export function FieldGroup(props: { field: FieldFrame; children?: Child }) {
  const error = props.field.error ? ' govuk-form-group--error' : '';
  return <div class={`govuk-form-group${error}`}>{props.children}</div>;
}

/** The name of a field with its '(optional)'; as a page heading when the page asks only this. */
export function FieldLabel(props: { field: FieldFrame }) {
  const { field } = props;
  const label = (
    <label class={`govuk-label govuk-label--${field.heading ? 'l' : 's'}`} for={field.name}>
      {field.label}
      {field.optional && <span class="l-optional">{kitMessages[field.lang].optional}</span>}
    </label>
  );
  return field.heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}

/** Legend for a group of choices or files. */
export function FieldLegend(props: { field: FieldFrame; optional?: string }) {
  const { field } = props;
  const optional = props.optional ?? kitMessages[field.lang].optional;
  const text = (
    <>
      {field.label}
      {field.optional && <span class="l-optional">{optional}</span>}
    </>
  );
  return (
    <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${field.heading ? 'l' : 's'}`}>
      {field.heading ? <h1 class="govuk-fieldset__heading">{text}</h1> : text}
    </legend>
  );
}

export type Fault = { readonly field: string; readonly text: string };

/** All faults of a form, first on the page, focused at once, each a link to its field. Nothing without faults. */
export function ErrorSummary(props: { lang: Language; faults: readonly Fault[] }) {
  if (props.faults.length === 0) return null;
  return (
    <div class="govuk-error-summary" tabindex={-1} autofocus>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{kitMessages[props.lang].errorTitle}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {props.faults.map((fault) => (
              <li key={fault.field}>
                <a href={`#${fault.field}`}>{fault.text}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** The fault text of one field, for handing a form's faults to its fields. */
export const faultOf = (faults: readonly Fault[], field: string): string | undefined =>
  faults.find((fault) => fault.field === field)?.text;

/** Hands each field of a form its language, what was typed and its fault: `<TextField {...field('name')} label=… />`. */
export const fieldsWith =
  (
    lang: Language,
    values: Readonly<Record<string, unknown>>,
    faults: readonly Fault[],
  ): ((name: string) => {
    readonly lang: Language;
    readonly name: string;
    readonly value: string | undefined;
    readonly error: string | undefined;
  }) =>
  (name) => {
    const value = values[name];
    const error = faultOf(faults, name);
    return { lang, name, value: typeof value === 'string' ? value : undefined, error };
  };

/** The one column of a page with a form, what is wrong with it above all else. */
export function FormColumn(props: { lang: Language; faults: readonly Fault[]; children?: Child }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary lang={props.lang} faults={props.faults} />
        {props.children}
      </div>
    </div>
  );
}

/** A form: posts, carries the token, and takes files when asked. */
export function Form(props: { action: string; csrf?: string; files?: boolean; children?: Child }) {
  return (
    <form
      method="post"
      action={props.action}
      novalidate
      {...(props.files ? { enctype: 'multipart/form-data' } : {})}
    >
      {props.csrf && <input type="hidden" name="csrf" value={props.csrf} />}
      {props.children}
    </form>
  );
}

type ButtonLook = 'primary' | 'secondary' | 'warning';

const buttonClass = (look: ButtonLook) =>
  look === 'primary' ? 'govuk-button' : `govuk-button govuk-button--${look}`;

/** Sends the form around it. A page has one primary button. */
export function Button(props: {
  look?: ButtonLook;
  name?: string;
  value?: string;
  children?: Child;
}) {
  const named = props.name === undefined ? {} : { name: props.name, value: props.value ?? '' };
  return (
    <button type="submit" class={buttonClass(props.look ?? 'primary')} {...named}>
      {props.children}
    </button>
  );
}

/** A link that looks like a button, where the step changes nothing. */
export function ButtonLink(props: { href: string; look?: ButtonLook; children?: Child }) {
  return (
    <a href={props.href} draggable={false} class={buttonClass(props.look ?? 'primary')}>
      {props.children}
    </a>
  );
}

/** Buttons side by side on a wide screen, one below the other on a phone. */
export function ButtonRow(props: { children?: Child }) {
  return <div class="govuk-button-group">{props.children}</div>;
}

export { countId };
