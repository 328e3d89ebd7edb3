/** @jsxImportSource react */
import { useQueryClient } from '@tanstack/react-query';
import { AutoComplete, Input, Select } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { addDays, plainDateOf } from '#kernel/pure/dates.ts';
import { call } from '#kernel/workbench/call.ts';
import { Field, ServerForm } from '#kernel/workbench/form.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import { ANY_SUBJECT, EVERYWHERE } from '../rule-sets/pick-rule-set.rules.ts';
import {
  listRuleSetsEndpoint,
  type PublishRuleSet,
  publishRuleSetEndpoint,
  type RuleCode,
  type RuleSetShown,
  ruleCodes,
  ruleSchemas,
} from '../rule-sets/rule-set.contract.ts';
import { rulebookMessages } from '../rulebook.messages.ts';
import { completed, fieldsOf, type JsonSchema } from './rule-fields.rules.ts';
import { RuleFields } from './rule-fields.staff.tsx';
import { settingsMessages } from './settings.messages.ts';
import { today, useAreas, useSubjectNames } from './settings-frame.staff.tsx';

type Values = Omit<PublishRuleSet, 'validTo' | 'article'> & {
  readonly validTo?: string;
  readonly article?: string;
};

const fieldsOfCode = (code: RuleCode) =>
  fieldsOf(z.toJSONSchema(ruleSchemas[code], { io: 'input' }) as JsonSchema);

/** The form of one rule, filled with what holds now: mostly one number changes. */
function RuleForm(props: {
  readonly code: RuleCode;
  readonly present: RuleSetShown | undefined;
  readonly subjects: readonly string[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const t = useT(settingsMessages);
  const { refusals } = useT(rulebookMessages);
  const client = useQueryClient();
  const areas = useAreas();
  const subjectName = useSubjectNames();
  const { code, present } = props;
  const fields = fieldsOfCode(code);
  const send = (values: Values, key: string) =>
    call(publishRuleSetEndpoint, {
      body: {
        ...values,
        code,
        validTo: values.validTo || null,
        article: values.article ?? '',
        params: completed(fields, values.params ?? {}),
      },
      key,
    });
  const done = () => {
    void client.invalidateQueries({ queryKey: [listRuleSetsEndpoint.path] });
    props.onDone();
  };
  return (
    <ServerForm<Values, unknown>
      name={`rule-publish-${code}`}
      send={send}
      onDone={done}
      onCancel={props.onCancel}
      submit={t.rules.publish}
      texts={refusals}
      initial={{
        subject: present?.subject ?? ANY_SUBJECT,
        area: present?.area ?? EVERYWHERE,
        validFrom: addDays(plainDateOf(today()), 1),
        params: present?.params ?? {},
      }}
    >
      <Field name="subject" label={t.rules.subject} hint={t.rules.subjectHint}>
        <AutoComplete
          options={props.subjects.map((value) => ({
            value,
            label: `${subjectName(value)} ${value}`,
          }))}
        />
      </Field>
      <Field name="area" label={t.rules.area}>
        <Select options={areas.choices} showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <Field name="validFrom" label={t.rules.from}>
        <Input type="date" />
      </Field>
      <Field name="validTo" label={t.rules.to} hint={t.rules.toHint} optional>
        <Input type="date" />
      </Field>
      <fieldset>
        <legend>{t.rules.numbers}</legend>
        <RuleFields fields={fields} path="params" given={present?.params} />
      </fieldset>
      <Field name="source" label={t.rules.source} hint={t.rules.sourceHint}>
        <Input maxLength={200} />
      </Field>
      <Field name="article" label={t.rules.article} optional>
        <Input maxLength={100} />
      </Field>
    </ServerForm>
  );
}

/** Publishes new numbers of a rule: first which rule, then its own form. */
export function PublishRule(props: {
  readonly begin: RuleCode;
  readonly inForce: readonly RuleSetShown[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const t = useT(settingsMessages);
  const { rules } = useT(rulebookMessages);
  const [code, setCode] = useState<RuleCode>(props.begin);
  const ofCode = props.inForce.filter((set) => set.code === code);
  const general = ofCode.find((set) => set.subject === ANY_SUBJECT) ?? ofCode[0];
  return (
    <section className="lk-card lk-form" aria-label={t.rules.publish}>
      <div className="lk-filter">
        <label htmlFor="rule-code">{t.rules.rule}</label>
        <Select<RuleCode>
          id="rule-code"
          value={code}
          onChange={setCode}
          options={ruleCodes.map((value) => ({ value, label: rules[value] }))}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
        />
      </div>
      <RuleForm
        key={code}
        code={code}
        present={general}
        subjects={[...new Set([ANY_SUBJECT, ...ofCode.map((set) => set.subject)])]}
        onDone={props.onDone}
        onCancel={props.onCancel}
      />
    </section>
  );
}
