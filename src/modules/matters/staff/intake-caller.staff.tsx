/** @jsxImportSource react */
import { Form, Input, Radio } from 'antd';
import { useEffect } from 'react';
import { Link } from 'react-router';
import type { OutputOf } from '#kernel/pure/endpoint.ts';
import { momentText } from '#kernel/workbench/dates.ts';
import { Field } from '#kernel/workbench/form.tsx';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import type { callerEndpoint } from '../intake/intake.contract.ts';
import { MatterState } from './due.staff.tsx';
import { type IntakeValues, NOBODY_KNOWN } from './intake-values.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

type Caller = { readonly caller: OutputOf<typeof callerEndpoint.reply> | undefined };

/** Who it is: one known by the number, or a name. */
export function WhoCalls({ caller }: Caller) {
  const { intake } = useT(staffMatterMessages);
  const form = Form.useFormInstance<IntakeValues>();
  const person = Form.useWatch('person', form);
  const persons = caller?.persons ?? [];
  const first = persons[0]?.id;
  useEffect(() => {
    form.setFieldValue('person', first);
  }, [form, first]);
  const isKnown = persons.length > 0 && person !== NOBODY_KNOWN;
  return (
    <>
      {persons.length > 0 && (
        <Field name="person" label={intake.person}>
          <Radio.Group
            options={[
              ...persons.map((one) => ({
                value: one.id,
                label: `${one.surname} · ${one.areaName}`,
              })),
              { value: NOBODY_KNOWN, label: intake.somebodyElse },
            ]}
          />
        </Field>
      )}
      {!isKnown && (
        <Field name="name" label={intake.name} optional>
          <Input maxLength={60} autoComplete="off" />
        </Field>
      )}
    </>
  );
}

/** What this number said before: perhaps it is about that. */
export function CallerPanel({ caller }: Caller) {
  const { intake } = useT(staffMatterMessages);
  const { language } = useLanguage();
  if (caller === undefined) return null;
  return (
    <aside className="lk-card" aria-label={intake.last}>
      <h2>{intake.last}</h2>
      {caller.matters.length === 0 && <p className="lk-quiet">{intake.unknown}</p>}
      <ul className="mt-last">
        {caller.matters.map((line) => (
          <li key={line.number}>
            <Link to={`/matters/${line.number}`}>{line.title}</Link> <MatterState line={line} />
            <div className="lk-quiet">
              {line.number} · {momentText(language, line.receivedAt)} · {line.owner.name}
            </div>
          </li>
        ))}
      </ul>
    </aside>
  );
}
