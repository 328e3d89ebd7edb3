/** @jsxImportSource react */
import { useQuery } from '@tanstack/react-query';
import { Input, Select, Spin } from 'antd';
import { useId } from 'react';
import { call } from '#kernel/workbench/call.ts';
import { useT } from '#kernel/workbench/language.tsx';
import { useListQuery } from '#kernel/workbench/listing.ts';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { useLiveRefresh } from '#kernel/workbench/use-live.ts';
import type { Board } from '../dashboards/board.types.ts';
import { matterDashboard } from '../dashboards/dashboard.contract.ts';
import './browser/matters.css';
import { Charts } from './dashboard-charts.staff.tsx';
import { Figures, isDepartment } from './dashboard-figures.staff.tsx';
import { CommunityTable } from './dashboard-table.staff.tsx';
import { useAreas } from './place-choice.staff.tsx';
import { LIVE, useOwnCommunity } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

function useBoard() {
  const [query] = useListQuery();
  const { area, from, to } = query;
  return useQuery({
    queryKey: [matterDashboard.path, area, from, to],
    queryFn: () =>
      call(matterDashboard, {
        query: { ...(area && { area }), ...(from && { from }), ...(to && { to }) },
      }),
    placeholderData: (previous) => previous,
  });
}

/** Place and period, in the address so that a link shows the same. */
function Conditions({ board }: { readonly board: Board | undefined }) {
  const { board: t } = useT(staffMatterMessages);
  const [query, change] = useListQuery();
  const areas = useAreas();
  const ownCommunity = useOwnCommunity();
  const id = useId();
  const day = (key: 'from' | 'to', label: string) => (
    <div className="lk-filter">
      <label htmlFor={`${id}-${key}`}>{label}</label>
      <Input
        id={`${id}-${key}`}
        type="date"
        value={query[key] ?? board?.period[key] ?? ''}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </div>
  );
  return (
    <div className="mt-board-filters">
      {ownCommunity === null && (
        <div className="lk-filter">
          <label htmlFor={`${id}-area`}>{t.place}</label>
          <Select
            id={`${id}-area`}
            value={query['area'] ?? ''}
            onChange={(area) => change({ area })}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            options={[{ value: '', label: t.whole }, ...areas]}
          />
        </div>
      )}
      {day('from', t.from)}
      {day('to', t.to)}
    </div>
  );
}

/** What a district, subdistrict, community or department is told by its numbers; each opens its records. */
export function DashboardPage() {
  const { board: t } = useT(staffMatterMessages);
  const reading = useBoard();
  const board = reading.data;
  const live = useLiveRefresh(LIVE, [matterDashboard.path]);
  return (
    <PageFrame title={t.title} note={board?.area.name} live={live}>
      {!(board && isDepartment(board)) && <Conditions board={board} />}
      {reading.isError && <Problem error={reading.error} onRetry={() => void reading.refetch()} />}
      {reading.isPending && <Spin className="lk-spin" />}
      {board && (
        <>
          <Figures board={board} />
          <Charts board={board} />
          {board.communities.length > 1 && <CommunityTable board={board} />}
        </>
      )}
    </PageFrame>
  );
}
