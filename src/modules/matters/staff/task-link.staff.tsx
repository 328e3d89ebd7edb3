/** @jsxImportSource react */
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useT } from '#kernel/workbench/language.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { matterMessages } from '../matters.messages.ts';
import { type MatterShown, useAct } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

type Verb = 'renew_link' | 'withdraw_link';

/** Verbs that stand with their task and not among the matter's actions. */
export const LINK_VERBS: readonly string[] = ['renew_link', 'withdraw_link'] satisfies Verb[];

/** Where a task's link was sent; whoever may offer work takes it back here, or sends a new one. */
export function TaskLink(props: {
  readonly matter: MatterShown;
  readonly task: MatterShown['tasks'][number];
}) {
  const { record, act: verbs, done, sure } = useT(staffMatterMessages);
  const { refusals } = useT(matterMessages);
  const { message, modal } = App.useApp();
  const act = useAct(props.matter.number);
  const { id, linkTo } = props.task;
  const move = useMutation({
    mutationFn: (verb: Verb) => act(verb, { task: id }),
    onSuccess: (_, verb) => void message.success(done[verb]),
  });
  if (linkTo === null) return null;
  const button = (verb: Verb, press: () => void) => (
    <button type="button" className="lk-as-link" disabled={move.isPending} onClick={press}>
      {verbs[verb]}
    </button>
  );
  return (
    <>
      <p className="lk-quiet">
        {record.linkTo(linkTo)} {button('renew_link', () => move.mutate('renew_link'))}{' '}
        {button('withdraw_link', () =>
          modal.confirm({
            title: verbs.withdraw_link,
            content: sure.withdraw_link,
            onOk: () => move.mutateAsync('withdraw_link').catch(() => undefined),
          }),
        )}
      </p>
      {move.isError && <Problem error={move.error} texts={refusals} />}
    </>
  );
}
