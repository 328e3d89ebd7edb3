/** @jsxImportSource react */
import { Button } from 'antd';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { shortDayText } from '#kernel/workbench/dates.ts';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { type Column, type Filter, ListTable } from '#kernel/workbench/list-table.tsx';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { useMay } from '#kernel/workbench/session.tsx';
import { StateTag } from '#kernel/workbench/state-tag.tsx';
import { useLiveRefresh } from '#kernel/workbench/use-live.ts';
import { matterMessages } from '../matters.messages.ts';
import './browser/matters.css';
import { Batch } from './batch.staff.tsx';
import { Due, MatterState } from './due.staff.tsx';
import { ExportQueue } from './export-queue.staff.tsx';
import { FigureShown } from './figure-shown.staff.tsx';
import { MatterDrawer } from './matter-drawer.staff.tsx';
import { useAreas } from './place-choice.staff.tsx';
import {
  LIVE,
  type MatterLine,
  QUEUE,
  STALE,
  useCategories,
  useCounts,
  useOwnCommunity,
} from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

function useColumns(): readonly Column<MatterLine>[] {
  const { queue } = useT(staffMatterMessages);
  const { language } = useLanguage();
  const { nameOf } = useCategories();
  const ownCommunity = useOwnCommunity();
  const columns: (Column<MatterLine> | null)[] = [
    { key: 'number', title: queue.number, cell: (line) => line.number },
    {
      key: 'title',
      title: queue.matter,
      cell: (line) => (
        <span className="mt-title">
          {line.title} {line.isSafety && <StateTag tone="now">{queue.safety}</StateTag>}
        </span>
      ),
      phone: 'bare',
    },
    {
      key: 'category',
      title: queue.category,
      cell: (line) => <span className="lk-kept">{nameOf(line.category)}</span>,
      phone: 'hidden',
    },
    ownCommunity === null
      ? {
          key: 'area',
          title: queue.place,
          cell: (line) => <span className="lk-kept">{line.areaName}</span>,
        }
      : null,
    {
      key: 'state',
      title: queue.state,
      cell: (line) => <MatterState line={line} />,
      phone: 'bare',
    },
    {
      key: 'received',
      title: queue.received,
      cell: (line) => (
        <time dateTime={line.receivedAt} className="mt-day">
          {shortDayText(language, line.receivedAt)}
        </time>
      ),
    },
    {
      key: 'due',
      title: queue.due,
      cell: (line) =>
        line.closure === null ? (
          <Due at={line.dueAt} isLate={line.isOverdue} />
        ) : (
          <time dateTime={line.dueAt} className="mt-day">
            {shortDayText(language, line.dueAt)}
          </time>
        ),
    },
    { key: 'owner', title: queue.owner, cell: (line) => line.owner.name },
  ];
  return columns.filter((column) => column !== null);
}

/** The bodies that something lies with now; one that an address names stays chosen though nothing does. */
function useOwners() {
  const { queue } = useT(staffMatterMessages);
  const [params] = useSearchParams();
  const chosen = params.get('owner');
  const owners = (useCounts()?.owners ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (chosen === null || owners.some(({ value }) => value === chosen)) return owners;
  return [{ value: chosen, label: queue.chosenOwner }, ...owners];
}

function useFilters(): readonly Filter[] {
  const { queue } = useT(staffMatterMessages);
  const { sources, meetings } = useT(matterMessages);
  const { items, nameOf } = useCategories();
  const areas = useAreas();
  const ownCommunity = useOwnCommunity();
  const owners = useOwners();
  const choices = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([value, label]) => ({ value, label }));
  const place: Filter[] =
    ownCommunity === null
      ? [{ key: 'area', label: queue.place, kind: 'choice', choices: areas }]
      : [];
  return [
    ...place,
    {
      key: 'category',
      label: queue.category,
      kind: 'choice',
      choices: items.map(({ key }) => ({ value: key, label: nameOf(key) })),
    },
    { key: 'owner', label: queue.owner, kind: 'choice', choices: owners },
    { key: 'source', label: queue.source, kind: 'choice', choices: choices(sources) },
    {
      key: 'overdue',
      label: queue.overdue,
      kind: 'choice',
      choices: choices({ true: queue.isOverdue, false: queue.isNotOverdue }),
    },
    { key: 'agenda', label: queue.agenda, kind: 'choice', choices: choices(meetings) },
    { key: 'from', label: queue.from, kind: 'date' },
    { key: 'to', label: queue.to, kind: 'date' },
    { key: 'q', label: queue.find, kind: 'text' },
  ];
}

function useViews() {
  const { queue } = useT(staffMatterMessages);
  const { states } = useT(matterMessages);
  const counts = useCounts();
  const of = (value: 'RECEIVED' | 'IN_HAND' | 'SUSPENDED' | 'CHECKING') => ({
    value,
    label: states[value],
    ...(counts && { count: counts.states[value] ?? 0 }),
  });
  return {
    key: 'state',
    label: queue.views,
    options: [
      { value: '', label: queue.open, ...(counts && { count: counts.open }) },
      of('RECEIVED'),
      of('IN_HAND'),
      of('CHECKING'),
      of('SUSPENDED'),
      { value: 'CLOSED', label: queue.over },
    ],
  };
}

const NEWEST_FIRST = { order: 'newest' };

/** The queue: live counts, filters in the address, keyboard, twenty at once. */
export function QueuePage() {
  const { queue } = useT(staffMatterMessages);
  const { number } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const may = useMay();
  const columns = useColumns();
  const filters = useFilters();
  const views = useViews();
  const live = useLiveRefresh(LIVE, STALE);
  // What is over is looked up, not worked off: its newest first, and nothing to do with many at once.
  const isOver = new URLSearchParams(search).get('state') === 'CLOSED';
  const mayBatch = may('matter.take') || may('matter.offer');
  return (
    <PageFrame
      title={queue.title}
      live={live}
      tools={
        may('matter.file') && (
          <Link to="/intake">
            <Button type="primary" tabIndex={-1}>
              {queue.intake}
            </Button>
          </Link>
        )
      }
    >
      <FigureShown />
      <ListTable<MatterLine>
        label={queue.list}
        source={QUEUE}
        columns={columns}
        rowKey={(line) => line.number}
        rowName={(line) => line.number}
        to={(line) => `/matters/${line.number}${search}`}
        {...(isOver && { fixed: NEWEST_FIRST })}
        views={views}
        filters={filters}
        exportSource={null}
        {...(mayBatch &&
          !isOver && {
            batch: (numbers: readonly string[], clear: () => void) => (
              <Batch numbers={numbers} clear={clear} />
            ),
          })}
        {...(may('matter.export') && { toolbar: <ExportQueue /> })}
        empty={{ title: queue.empty, hint: queue.emptyHint }}
      />
      {number !== undefined && (
        <MatterDrawer number={number} onClose={() => void navigate(`/matters${search}`)} />
      )}
    </PageFrame>
  );
}
