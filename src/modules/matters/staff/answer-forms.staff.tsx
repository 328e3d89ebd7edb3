/** @jsxImportSource react */
import { App, Input, Radio } from 'antd';
import { Field, ServerForm } from '#kernel/workbench/form.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import { matterMessages } from '../matters.messages.ts';
import { type MatterShown, useAct } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

/** A question is answered directly; nobody checks an answer. */
export function AnswerForm({ number }: { readonly number: string }) {
  const { form, act: verbs, done } = useT(staffMatterMessages);
  const { refusals } = useT(matterMessages);
  const { message } = App.useApp();
  const act = useAct(number);
  return (
    <ServerForm<{ text: string }, MatterShown>
      name={`answer-${number}`}
      send={(values, key) => act('answer', values, key)}
      onDone={() => void message.success(done.answer)}
      submit={verbs.answer}
      texts={refusals}
    >
      <Field name="text" label={form.answerPublic} hint={form.answerHint}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Field>
    </ServerForm>
  );
}

type Decision = { readonly decision: string; readonly text: string };

/** A suggestion is adopted, partly adopted or not, with the reason. */
export function DecideForm({ number }: { readonly number: string }) {
  const { form, act: verbs, done } = useT(staffMatterMessages);
  const { refusals, states } = useT(matterMessages);
  const { message } = App.useApp();
  const act = useAct(number);
  return (
    <ServerForm<Decision, MatterShown>
      name={`decide-${number}`}
      send={(values, key) => act('decide', values, key)}
      onDone={() => void message.success(done.decide)}
      submit={verbs.decide}
      texts={refusals}
    >
      <Field name="decision" label={form.decision}>
        <Radio.Group
          options={(['ADOPTED', 'PARTLY', 'NOT_ADOPTED'] as const).map((value) => ({
            value,
            label: states[value],
          }))}
        />
      </Field>
      <Field name="text" label={form.answerPublic} hint={form.answerHint}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Field>
    </ServerForm>
  );
}
