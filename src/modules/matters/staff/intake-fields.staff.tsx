/** @jsxImportSource react */
import { AutoComplete, Form, Input, Radio, Select } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Field } from '#kernel/workbench/form.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import { useMay } from '#kernel/workbench/session.tsx';
import { matterMessages } from '../matters.messages.ts';
import { guessCategory } from '../portal/say/guess-category.rules.ts';
import { CallerPanel, WhoCalls } from './intake-caller.staff.tsx';
import { type IntakeValues, useBuildings, useCaller } from './intake-values.staff.tsx';
import { useAreas } from './place-choice.staff.tsx';
import { useCategories, useOwnCommunity } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

/** Enter files; an input method's Enter only ends a word. */
function fileOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** The words choose the category until somebody else does; at each letter, so that Enter right behind the last finds it chosen. */
function useGuess() {
  const form = Form.useFormInstance<IntakeValues>();
  const isChosen = useRef(false);
  return {
    guess: (words: string) => {
      if (!isChosen.current && words !== '') form.setFieldValue('category', guessCategory(words));
    },
    chosen: () => {
      isChosen.current = true;
    },
  };
}

/** All fields of the intake, the two that are always typed first. */
export function IntakeFields() {
  const { intake } = useT(staffMatterMessages);
  const form = Form.useFormInstance<IntakeValues>();
  const telephone = Form.useWatch('telephone', form);
  const may = useMay();
  const caller = useCaller(telephone, may('person.find')).data;
  const { guess, chosen } = useGuess();
  return (
    <div className="mt-intake">
      <div>
        <div className="mt-pair">
          <Field name="telephone" label={intake.telephone} hint={intake.telephoneHint} optional>
            <Input autoFocus inputMode="tel" autoComplete="off" maxLength={20} />
          </Field>
          <WhoCalls caller={caller} />
        </div>
        <Field name="words" label={intake.words} hint={intake.wordsHint}>
          <Input.TextArea
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={2000}
            onChange={(event) => guess(event.target.value)}
            onPressEnter={fileOnEnter}
          />
        </Field>
        <div className="mt-pair">
          <Where caller={caller} />
          <Sorting chosen={chosen} />
        </div>
        <More />
      </div>
      <CallerPanel caller={caller} />
    </div>
  );
}

function Where({ caller }: { readonly caller: Parameters<typeof WhoCalls>[0]['caller'] }) {
  const { intake } = useT(staffMatterMessages);
  const form = Form.useFormInstance<IntakeValues>();
  const ownCommunity = useOwnCommunity();
  const areas = useAreas(['community', 'village']);
  const chosen = Form.useWatch('area', form);
  const area = ownCommunity ?? chosen ?? null;
  const buildings = useBuildings(area);
  const known = caller?.persons[0]?.area ?? caller?.matters[0]?.area;
  useEffect(() => {
    if (known !== undefined && form.getFieldValue('area') === undefined)
      form.setFieldValue('area', known);
  }, [form, known]);
  return (
    <>
      {ownCommunity === null && (
        <Field name="area" label={intake.area}>
          <Select options={areas} showSearch={{ optionFilterProp: 'label' }} />
        </Field>
      )}
      <Field name="place" label={intake.place} optional>
        <AutoComplete
          options={buildings.map((building) => ({ value: building.name, code: building.code }))}
          showSearch={{
            filterOption: (text, option) => String(option?.value ?? '').includes(text),
          }}
          onSelect={(_, option) => form.setFieldValue('building', option.code)}
          onChange={() => form.setFieldValue('building', undefined)}
        />
      </Field>
      <Form.Item name="building" hidden>
        <Input />
      </Form.Item>
    </>
  );
}

function Sorting({ chosen }: { readonly chosen: () => void }) {
  const { intake } = useT(staffMatterMessages);
  const { sources, kinds } = useT(matterMessages);
  const { items, nameOf } = useCategories();
  const of = (texts: Readonly<Record<string, string>>, keys: readonly string[]) =>
    keys.map((value) => ({ value, label: texts[value] ?? value }));
  return (
    <>
      <Field name="category" label={intake.category} hint={intake.categoryHint}>
        <Select
          options={items.map(({ key }) => ({ value: key, label: nameOf(key) }))}
          showSearch={{ optionFilterProp: 'label' }}
          onSelect={chosen}
        />
      </Field>
      <Field name="source" label={intake.source}>
        <Radio.Group options={of(sources, ['telephone', 'counter', 'outreach'])} />
      </Field>
      <Field name="kind" label={intake.kind}>
        <Radio.Group options={of(kinds, ['problem', 'suggestion', 'consultation'])} />
      </Field>
    </>
  );
}

function More() {
  const { intake } = useT(staffMatterMessages);
  return (
    <details className="mt-more">
      <summary>{intake.more}</summary>
      <div className="mt-pair">
        <Field name="of" label={intake.behalf} optional>
          <Input maxLength={60} />
        </Field>
        <Field name="relation" label={intake.relation} optional>
          <Input maxLength={40} />
        </Field>
      </div>
      <Field name="publication" label={intake.publication} optional>
        <Radio.Group
          options={[
            { value: 'rule', label: intake.asRule },
            { value: 'yes', label: intake.publicYes },
            { value: 'no', label: intake.publicNo },
          ]}
        />
      </Field>
    </details>
  );
}
