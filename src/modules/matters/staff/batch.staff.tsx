/** @jsxImportSource react */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { textOf } from '#kernel/pure/messages.ts';
import { call } from '#kernel/workbench/call.ts';
import { useT } from '#kernel/workbench/language.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { useMay, useSession } from '#kernel/workbench/session.tsx';
import { batchEndpoint } from '../matters/matters.contract.ts';
import { matterMessages } from '../matters.messages.ts';
import { STALE, useReceivers } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

type Order = { readonly verb: 'take' } | { readonly verb: 'offer'; readonly to: string };

/** What was done with many at once, and why some were not. */
function useTell() {
  const { queue } = useT(staffMatterMessages);
  const { refusals } = useT(matterMessages);
  const { notification } = App.useApp();
  return (outcome: {
    readonly done: readonly string[];
    readonly refused: readonly { readonly number: string; readonly code: string }[];
  }) =>
    notification.open({
      title: queue.batchDone(outcome.done.length),
      description: outcome.refused.length > 0 && (
        <>
          {queue.batchRefused(outcome.refused.length)}
          <ul className="mt-refused">
            {outcome.refused.map(({ number, code }) => (
              <li key={number}>
                {number} {textOf(refusals, code)}
              </li>
            ))}
          </ul>
        </>
      ),
    });
}

/** Takes the selected ones, or hands them to one body: the menu's entry is the order itself. */
export function Batch(props: { readonly numbers: readonly string[]; readonly clear: () => void }) {
  const { queue } = useT(staffMatterMessages);
  const client = useQueryClient();
  const may = useMay();
  const tell = useTell();
  const { area } = useSession();
  const { options: receivers } = useReceivers('offer', area?.code ?? null);
  const sending = useMutation({
    mutationFn: (order: Order) =>
      call(batchEndpoint, {
        body: { to: null, ...order, numbers: [...props.numbers] },
      }),
    onSuccess: (outcome) => {
      tell(outcome);
      props.clear();
      for (const source of STALE) void client.invalidateQueries({ queryKey: [source] });
    },
  });
  const { length } = props.numbers;
  return (
    <>
      {may('matter.offer') && (
        <Dropdown
          trigger={['click']}
          classNames={{ root: 'mt-receivers' }}
          menu={{
            items:
              receivers.length === 0
                ? [{ key: '', label: queue.noReceivers, disabled: true }]
                : receivers.map(({ value, label }) => ({ key: value, label })),
            onClick: ({ key }) => sending.mutate({ verb: 'offer', to: key }),
          }}
        >
          <Button type="primary" loading={sending.isPending}>
            {queue.offerAll(length)}
          </Button>
        </Dropdown>
      )}
      {may('matter.take') && (
        <Button disabled={sending.isPending} onClick={() => sending.mutate({ verb: 'take' })}>
          {queue.takeAll(length)}
        </Button>
      )}
      {sending.isError && <Problem error={sending.error} />}
    </>
  );
}
