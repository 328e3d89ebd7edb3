/** @jsxImportSource react */
import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { type ReactNode, useState } from 'react';
import { useT } from './language.tsx';
import { type CodeTexts, Problem } from './problems.tsx';
import { useNarrow } from './use-narrow.ts';
import { workbenchMessages } from './workbench.messages.ts';

/** A move the server allows on this record now; the first is what is mostly done next. */
export type Action = { readonly verb: string; readonly danger?: boolean };

type ActionBarProps = {
  /** As the server listed them: nothing is added or hidden here. */
  readonly actions: readonly Action[];
  readonly labels: Readonly<Record<string, string>>;
  /** Does a move that needs nothing more to be said. */
  readonly act: (verb: string) => Promise<unknown>;
  /** For moves that need a form first; `close` puts the form away. */
  readonly forms?: Readonly<Record<string, (close: () => void) => ReactNode>>;
  /** Asks before a move that cannot be taken back. */
  readonly confirm?: Readonly<Record<string, string>>;
  readonly texts?: CodeTexts;
  /** What is mostly done next stands elsewhere: no button here is the main one. */
  readonly isSecond?: boolean;
};

// More buttons than this do not fit beside one another.
const IN_SIGHT = { desk: 3, phone: 2 };

/** What can be done with a record: just the actions the server lists. */
export function ActionBar(props: ActionBarProps) {
  const { actions: texts, common } = useT(workbenchMessages);
  const { modal } = App.useApp();
  const inSight = useNarrow() ? IN_SIGHT.phone : IN_SIGHT.desk;
  const [form, setForm] = useState<string | null>(null);
  const move = useMutation({ mutationFn: props.act });
  const label = (verb: string) => props.labels[verb] ?? verb;
  const begin = (verb: string) => {
    const question = props.confirm?.[verb];
    if (props.forms?.[verb] !== undefined) setForm(form === verb ? null : verb);
    else if (question === undefined) move.mutate(verb);
    else {
      modal.confirm({
        title: label(verb),
        content: question,
        onOk: () => move.mutateAsync(verb).catch(() => undefined),
      });
    }
  };
  if (props.actions.length === 0) return <p className="lk-quiet lk-actions-none">{texts.none}</p>;
  const rest = props.actions.slice(inSight);
  const opened = form === null ? undefined : props.forms?.[form];
  return (
    <div className="lk-actions">
      {move.isError && <Problem error={move.error} {...(props.texts && { texts: props.texts })} />}
      {form !== null && opened !== undefined && (
        <section className="lk-actions-form" aria-label={label(form)}>
          {opened(() => setForm(null))}
        </section>
      )}
      <fieldset className="lk-actions-row">
        <legend className="lk-away">{texts.bar}</legend>
        {props.actions.slice(0, inSight).map((action, index) => (
          <Button
            key={action.verb}
            type={index === 0 && !props.isSecond && !action.danger ? 'primary' : 'default'}
            danger={action.danger ?? false}
            loading={move.isPending && move.variables === action.verb}
            disabled={move.isPending}
            aria-expanded={
              props.forms?.[action.verb] === undefined ? undefined : form === action.verb
            }
            onClick={() => begin(action.verb)}
          >
            {label(action.verb)}
          </Button>
        ))}
        {rest.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: rest.map((action) => ({
                key: action.verb,
                label: label(action.verb),
                danger: action.danger ?? false,
              })),
              onClick: ({ key }) => begin(key),
            }}
          >
            <Button>{common.more}</Button>
          </Dropdown>
        )}
      </fieldset>
    </div>
  );
}
