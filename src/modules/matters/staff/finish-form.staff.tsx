/** @jsxImportSource react */
import { App, Input, Radio } from 'antd';
import { useState } from 'react';
import { FileChoice } from '#kernel/workbench/file-choice.tsx';
import { Field, ServerForm } from '#kernel/workbench/form.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import { fileMessages } from '../filing/files.messages.ts';
import { matterMessages } from '../matters.messages.ts';
import { type MatterShown, useAct } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

/** What has to happen before it can be finished; the same press does both. */
export type Before = 'take' | 'accept' | null;
type Values = {
  readonly result: 'done' | 'cannot';
  readonly answerPublic: string;
  readonly answerPrivate?: string;
};

/** Done or cannot be done, in words the reporter can read. */
export function FinishForm(props: {
  readonly number: string;
  readonly before: Before;
  readonly task: string | null;
}) {
  const { form, done } = useT(staffMatterMessages);
  const { refusals } = useT(matterMessages);
  const { message } = App.useApp();
  const act = useAct(props.number);
  const { before, task } = props;
  const fileTexts = useT(fileMessages);
  const [files, setFiles] = useState<readonly File[]>([]);
  const begin = async (key: string): Promise<string | null> => {
    if (before === null) return task;
    const taken = await act(before, before === 'accept' ? { task } : {}, `${key}-${before}`);
    return leadOf(taken) ?? task;
  };
  const send = async (values: Values, key: string) => {
    const own = await begin(key);
    return act(
      'finish',
      { ...values, answerPrivate: values.answerPrivate || null, task: own },
      key,
      files,
    );
  };
  const submit = { take: form.takeAndFinish, accept: form.acceptAndFinish, none: form.finish };
  return (
    <ServerForm<Values, MatterShown>
      name={`finish-${props.number}`}
      send={send}
      onDone={() => void message.success(done.finish)}
      initial={{ result: 'done' }}
      submit={submit[before ?? 'none']}
      texts={{ ...fileTexts.faults, ...refusals }}
    >
      <Field name="result" label={form.result}>
        <Radio.Group
          options={[
            { value: 'done', label: form.done },
            { value: 'cannot', label: form.cannot },
          ]}
        />
      </Field>
      <Field name="answerPublic" label={form.answerPublic} hint={form.answerHint}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Field>
      <Photos onChoose={setFiles} />
      <details className="mt-more">
        <summary>{form.answerPrivate}</summary>
        <Field name="answerPrivate" label={form.answerPrivate} optional>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
        </Field>
      </details>
    </ServerForm>
  );
}

// Outside the form's values: a draft keeps words, and cannot keep files.
function Photos({ onChoose }: { readonly onChoose: (files: readonly File[]) => void }) {
  const t = useT(fileMessages);
  return (
    <FileChoice
      label={t.answerPhotos}
      pick={t.pickPhotos}
      hint={t.answerPhotosHint}
      accept="image/jpeg,image/png,image/webp,application/pdf"
      multiple
      optional
      onChoose={onChoose}
    />
  );
}

function leadOf(matter: MatterShown): string | null {
  const finish = matter.actions.find((action) => action.verb === 'finish');
  return finish?.task ?? matter.tasks.find((task) => task.isLead)?.id ?? null;
}
