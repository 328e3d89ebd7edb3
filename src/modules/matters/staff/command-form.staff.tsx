/** @jsxImportSource react */
import { Input, Radio, Select, Spin } from 'antd';
import type { ReactNode } from 'react';
import { Field, ServerForm } from '#kernel/workbench/form.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import type { CommandVerb } from '../matters/commands.contract.ts';
import { matterMessages } from '../matters.messages.ts';
import { AnswerForm, DecideForm } from './answer-forms.staff.tsx';
import { FinishForm } from './finish-form.staff.tsx';
import { type MatterAction, type MatterShown, useAct, useReceivers } from './reading.staff.tsx';
import { SimilarChoice } from './similar-choice.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

/** What each of these must be told. */
const ASKS = {
  offer: ['to', 'note'],
  whistle: ['upward', 'lacks', 'reason'],
  return: ['reason'],
  overrule: ['reason'],
  reoffer: ['to'],
  propose_suspension: ['reasonTold', 'reviewOn'],
  propose_extension: ['reasonTold'],
  cancel: ['reason'],
  urge: ['note'],
  reject: ['reasonTold'],
  redirect: ['channel', 'reasonTold'],
  merge: ['parent'],
} as const satisfies Partial<Record<CommandVerb, readonly string[]>>;

type Asked = (typeof ASKS)[keyof typeof ASKS][number];
const OWN_FORMS: readonly string[] = ['finish', 'answer', 'decide'];

/** Verbs that open a form instead of happening at once. */
export const NEEDS_WORDS: readonly string[] = [...Object.keys(ASKS), ...OWN_FORMS];

type Given = {
  readonly matter: MatterShown;
  readonly action: MatterAction;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

function Receiver(props: {
  readonly kind: 'offer' | 'whistle';
  readonly area: string;
  readonly category: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly id?: string;
}) {
  const { options } = useReceivers(props.kind, props.area, props.category);
  return (
    <Select
      {...(props.id !== undefined && { id: props.id })}
      {...(props.value !== undefined && { value: props.value })}
      onChange={(value: string) => props.onChange?.(value)}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
    />
  );
}

function useFields({ area, category }: MatterShown): Readonly<Record<Asked, () => ReactNode>> {
  const { form } = useT(staffMatterMessages);
  const { lacks, channels } = useT(matterMessages);
  const choices = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([value, label]) => ({ value, label }));
  const receiver = (kind: 'offer' | 'whistle') => (
    <Field key="to" name="to" label={form.to} hint={form.toHint}>
      <Receiver kind={kind} area={area} category={category} />
    </Field>
  );
  const reason = (label: string, optional = false) => (
    <Field key="reason" name="reason" label={label} optional={optional}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
    </Field>
  );
  return {
    to: () => receiver('offer'),
    upward: () => receiver('whistle'),
    reason: () => reason(form.reason),
    reasonTold: () => reason(form.reasonTold),
    note: () => reason(form.reason, true),
    lacks: () => (
      <Field key="lacks" name="lacks" label={form.lacks}>
        <Radio.Group options={choices(lacks)} />
      </Field>
    ),
    channel: () => (
      <Field key="channel" name="channel" label={form.channel}>
        <Select options={choices(channels)} />
      </Field>
    ),
    reviewOn: () => (
      <Field key="reviewOn" name="reviewOn" label={form.reviewOn}>
        <Input type="date" />
      </Field>
    ),
    parent: () => (
      <Field key="parent" name="parent" label={form.parent}>
        <Input inputMode="numeric" maxLength={11} />
      </Field>
    ),
  };
}

/** The small form of one verb; finish, answer and decide have their own. */
export function CommandForm(props: Given) {
  const { number } = props.matter;
  switch (props.action.verb) {
    case 'finish':
      return <FinishForm number={number} before={null} task={props.action.task} />;
    case 'answer':
      return <AnswerForm number={number} />;
    case 'decide':
      return <DecideForm number={number} />;
    case 'merge':
      return <SimilarChoice {...props} />;
    default:
      return <WordsForm {...props} />;
  }
}

/**
 * A receiver stands chosen, unless another is typed: of a whistle the one who holds the power, never who has it already.
 * Null until the list is there: a form that changed under the hand would lose what was typed.
 */
function useFirstReceiver({ matter, action }: Given): string | undefined | null {
  const kind = action.verb === 'whistle' ? 'whistle' : 'offer';
  const { options, preset, isPending } = useReceivers(kind, matter.area, matter.category);
  if (!['whistle', 'offer', 'reoffer'].includes(action.verb)) return undefined;
  if (isPending) return null;
  const all = options.map(({ value }) => value);
  const inOrder = preset === null ? all : [preset, ...all];
  return inOrder.find((id) => id !== matter.owner.id) ?? inOrder[0];
}

function WordsForm(props: Given) {
  const { act: verbs } = useT(staffMatterMessages);
  const { refusals } = useT(matterMessages);
  const { matter, action } = props;
  const verb = action.verb as keyof typeof ASKS;
  const fields = useFields(matter);
  const first = useFirstReceiver(props);
  const act = useAct(matter.number);
  if (first === null) return <Spin className="lk-spin" />;
  return (
    <ServerForm<Record<string, unknown>, MatterShown>
      name={`${action.verb}-${matter.number}`}
      send={(values, key) =>
        act(verb, { ...values, ...(action.task !== null && { task: action.task }) }, key)
      }
      onDone={props.onDone}
      onCancel={props.onCancel}
      initial={{
        ...(verb === 'whistle' && { lacks: 'power' }),
        ...(first !== undefined && { to: first }),
      }}
      submit={verbs[verb]}
      texts={refusals}
    >
      {ASKS[verb].map((asked) => fields[asked]())}
    </ServerForm>
  );
}
