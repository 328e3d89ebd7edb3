/** @jsxImportSource react */
import { App, Input } from 'antd';
import { textOf } from '#kernel/pure/messages.ts';
import { Field, ServerForm } from '#kernel/workbench/form.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import { matterMessages } from '../matters.messages.ts';
import { type MatterAction, type MatterShown, useAct } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

type Values = { readonly finding: string; readonly note?: string };

function Findings(props: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly findings: readonly string[];
}) {
  const { findings } = useT(matterMessages);
  const { form } = useT(staffMatterMessages);
  return (
    <fieldset id={props.id} className="mt-findings lk-actions-row" aria-label={form.finding}>
      {props.findings.map((finding) => (
        <label key={finding}>
          <input
            type="radio"
            name="finding"
            value={finding}
            checked={props.value === finding}
            onChange={() => props.onChange?.(finding)}
          />
          {textOf(findings, finding)}
        </label>
      ))}
    </fieldset>
  );
}

/** What the checker saw: two big buttons, a note where there is one, and one press. */
export function FindForm(props: { readonly matter: MatterShown; readonly action: MatterAction }) {
  const { form, done } = useT(staffMatterMessages);
  const { refusals, check_kinds } = useT(matterMessages);
  const { message } = App.useApp();
  const { matter, action } = props;
  const act = useAct(matter.number);
  const check = matter.checks.find((one) => one.id === action.check);
  const kind = check?.kind ?? 'site';
  const tried = check?.tried ?? null;
  return (
    <ServerForm<Values, MatterShown>
      name={`find-${action.check}`}
      send={({ finding, note }, key) =>
        act('find', { check: action.check, finding, note: note || null }, key)
      }
      onDone={() => void message.success(done.find)}
      submit={form.save}
      texts={refusals}
    >
      <p>
        <strong>{check_kinds[kind]}</strong> {form[kind]}{' '}
        {tried !== null && form.attempt(tried.made + 1, tried.of)}
      </p>
      <Field name="finding" label={form.finding}>
        <Findings findings={action.findings} />
      </Field>
      <Field
        name="note"
        label={kind === 'rating' ? form.reply : form.note}
        optional={kind !== 'rating'}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={1000} />
      </Field>
    </ServerForm>
  );
}
