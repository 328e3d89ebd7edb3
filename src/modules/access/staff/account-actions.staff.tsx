/** @jsxImportSource react */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { call } from '#kernel/workbench/call.ts';
import { useT } from '#kernel/workbench/language.tsx';
import { useProblemText } from '#kernel/workbench/problems.tsx';
import { useMay } from '#kernel/workbench/session.tsx';
import {
  listStaffAccounts,
  lockStaffAccount,
  resetStaffPassword,
  resetStaffSecondFactor,
  revokeStaffSessions,
  type StaffAccountView,
  unlockStaffAccount,
} from '../accounts/accounts.contract.ts';
import { accountsMessages } from './accounts.messages.ts';
import type { Told } from './told-password.staff.tsx';

type Move = 'lock' | 'unlock' | 'resetPassword' | 'resetSecondFactor' | 'signOut';

const plain = {
  lock: lockStaffAccount,
  unlock: unlockStaffAccount,
  resetSecondFactor: resetStaffSecondFactor,
  signOut: revokeStaffSessions,
} as const;

async function make(move: Move, username: string): Promise<Told | null> {
  const given = { params: { username }, body: {} };
  if (move === 'resetPassword') return await call(resetStaffPassword, given);
  await call(plain[move], given);
  return null;
}

/** What can be done with one account; whatever ends somebody's work asks first. */
export function AccountActions(props: {
  readonly account: StaffAccountView;
  readonly tell: (told: Told) => void;
}) {
  const t = useT(accountsMessages);
  const may = useMay();
  const client = useQueryClient();
  const { modal, message } = App.useApp();
  const problem = useProblemText(t.refusals);
  const { username, lockedAt } = props.account;
  const change = useMutation({
    mutationFn: (move: Move) => make(move, username),
    onSuccess: async (told, move) => {
      if (told !== null) props.tell(told);
      else if (move !== 'resetPassword') void message.success(t.done[move]);
      await client.invalidateQueries({ queryKey: [listStaffAccounts.path] });
    },
    onError: (error) => void message.error(problem(error)),
  });
  const moves: Move[] = [
    lockedAt === null ? 'lock' : 'unlock',
    'resetPassword',
    'resetSecondFactor',
    ...(may('sessions.revoke') ? (['signOut'] as const) : []),
  ];
  const begin = (move: Move) => {
    if (move === 'unlock') return change.mutate(move);
    modal.confirm({
      title: `${t.actions[move]} ${username}`,
      content: t.confirm[move],
      okText: t.actions[move],
      onOk: () => change.mutateAsync(move).catch(() => undefined),
    });
  };
  return (
    <Dropdown
      trigger={['click']}
      // Inside the page's landmark, yet outside the table, whose box would cut it off.
      getPopupContainer={(node) => node.closest<HTMLElement>('.lk-page') ?? document.body}
      menu={{
        items: moves.map((key) => ({ key, label: t.actions[key], danger: key === 'lock' })),
        onClick: ({ key }) => begin(key as Move),
      }}
    >
      <Button loading={change.isPending} aria-label={`${t.change} ${username}`}>
        {t.change}
      </Button>
    </Dropdown>
  );
}
