/** @jsxImportSource react */
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { textOf } from '#kernel/pure/messages.ts';
import { Field } from '#kernel/workbench/form.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import type { RuleField } from './rule-fields.rules.ts';
import { settingsMessages } from './settings.messages.ts';

type Given = Readonly<Record<string, unknown>> | undefined;

/** Inside a list the first part is the row's number. */
const pathOf = (path: string) =>
  path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const valueAt = (given: Given, key: string): Given => {
  const value = given?.[key];
  return typeof value === 'object' && value !== null ? (value as Given) : undefined;
};

function Control(props: {
  readonly field: Exclude<RuleField, { kind: 'group' | 'list' }>;
  readonly path: string;
}) {
  const t = useT(settingsMessages);
  const { field, path } = props;
  const label = textOf(t.fields, field.key);
  const control = (): ReactElement => {
    switch (field.kind) {
      case 'yes_no':
        return <Checkbox>{label}</Checkbox>;
      case 'choice':
        return (
          <Select
            options={field.choices.map((value) => ({ value, label: textOf(t.choices, value) }))}
          />
        );
      case 'number':
        return (
          <InputNumber
            min={field.min}
            max={field.max}
            step={field.whole ? 1 : 0.01}
            {...(field.whole && { precision: 0 })}
          />
        );
      default:
        return <Input maxLength={40} />;
    }
  };
  if (field.kind === 'yes_no')
    return (
      <Form.Item name={pathOf(path)} valuePropName="checked">
        {control()}
      </Form.Item>
    );
  return (
    <Field name={path} label={label} optional={field.optional}>
      {control()}
    </Field>
  );
}

function Group(props: {
  readonly field: Extract<RuleField, { kind: 'group' }>;
  readonly path: string;
  readonly given: Given;
}) {
  const t = useT(settingsMessages);
  const { field, path, given } = props;
  const [shown, setShown] = useState(!field.optional || given !== undefined);
  return (
    <fieldset>
      <legend>{textOf(t.fields, field.key)}</legend>
      {field.optional && (
        <Checkbox checked={shown} onChange={(event) => setShown(event.target.checked)}>
          {t.rules.has}
        </Checkbox>
      )}
      {shown && <RuleFields fields={field.fields} path={path} given={given} />}
    </fieldset>
  );
}

function Several(props: {
  readonly field: Extract<RuleField, { kind: 'list' }>;
  readonly path: string;
}) {
  const t = useT(settingsMessages);
  const { field, path } = props;
  const label = textOf(t.fields, field.key);
  return (
    <fieldset>
      <legend>{label}</legend>
      <Form.List name={pathOf(path)}>
        {(rows, { add, remove }) => (
          <>
            {rows.map((row, index) => (
              <fieldset key={row.key} aria-label={`${label} ${index + 1}`}>
                <RuleFields fields={field.fields} path={String(row.name)} given={undefined} />
                <Button onClick={() => remove(row.name)}>{t.rules.remove}</Button>
              </fieldset>
            ))}
            <Button onClick={() => add({})}>{t.rules.add}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

/** The controls of a rule's numbers; `path` is where they lie in the form. */
export function RuleFields(props: {
  readonly fields: readonly RuleField[];
  readonly path: string;
  readonly given: Given;
}) {
  return props.fields.map((field) => {
    const path = `${props.path}.${field.key}`;
    if (field.kind === 'group')
      return (
        <Group key={field.key} field={field} path={path} given={valueAt(props.given, field.key)} />
      );
    if (field.kind === 'list') return <Several key={field.key} field={field} path={path} />;
    return <Control key={field.key} field={field} path={path} />;
  });
}
