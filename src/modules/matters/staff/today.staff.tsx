/** @jsxImportSource react */
import { useNavigate, useParams } from 'react-router';
import { textOf } from '#kernel/pure/messages.ts';
import { dayText, shortDayText } from '#kernel/workbench/dates.ts';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { type Column, ListTable } from '#kernel/workbench/list-table.tsx';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { StateTag } from '#kernel/workbench/state-tag.tsx';
import { useLiveRefresh } from '#kernel/workbench/use-live.ts';
import { matterMessages } from '../matters.messages.ts';
import './browser/matters.css';
import { Due } from './due.staff.tsx';
import { MatterDrawer } from './matter-drawer.staff.tsx';
import { LIVE, STALE, TODAY, type TodayItem, useOwnCommunity } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

/** What waits, in the words of whoever has to do it. */
function Waits(props: { readonly item: TodayItem }) {
  const t = useT(staffMatterMessages);
  const { check_kinds, check_reasons } = useT(matterMessages);
  const { verb, facts } = props.item;
  const parts = [
    facts['check'] === undefined
      ? textOf(t.waits, String(facts['why'] ?? verb))
      : textOf(check_kinds, String(facts['check'])),
    facts['reason'] === undefined ? '' : textOf(check_reasons, String(facts['reason'])),
    Number(facts['round'] ?? 0) > 0 ? t.again(Number(facts['round'])) : '',
    Number(facts['tried'] ?? 0) > 0 ? t.tried(Number(facts['tried'])) : '',
  ];
  return <>{parts.filter((part) => part !== '').join(' · ')}</>;
}

function Until(props: { readonly item: TodayItem }) {
  const { today } = useT(staffMatterMessages);
  const { language } = useLanguage();
  const { dueAt, facts } = props.item;
  const { reviewOn } = facts;
  if (dueAt !== null) return <Due at={dueAt} />;
  return typeof reviewOn === 'string' ? today.reviewOn(dayText(language, reviewOn)) : today.noDate;
}

function useColumns(): readonly Column<TodayItem>[] {
  const { today, queue } = useT(staffMatterMessages);
  const { language } = useLanguage();
  const ownCommunity = useOwnCommunity();
  const columns: Column<TodayItem>[] = [
    {
      key: 'title',
      title: today.matter,
      cell: (item) => <span className="mt-title">{item.title}</span>,
    },
    { key: 'what', title: today.what, cell: (item) => <Waits item={item} />, phone: 'bare' },
    {
      key: 'since',
      title: today.since,
      cell: (item) => (
        <time dateTime={item.since} className="mt-day">
          {today.sinceDay(shortDayText(language, item.since))}
        </time>
      ),
    },
    {
      key: 'due',
      title: today.due,
      cell: (item) => (
        <>
          <Until item={item} /> {item.isUrgent && <StateTag tone="now">{queue.safety}</StateTag>}
        </>
      ),
    },
  ];
  if (ownCommunity === null)
    columns.push({ key: 'area', title: today.place, cell: (item) => item.areaName });
  columns.push({
    key: 'number',
    title: today.number,
    cell: (item) => item.subject.number,
    phone: 'hidden',
  });
  return columns;
}

const placeOf = ({ subject }: TodayItem) =>
  subject.kind === 'matter' ? `/today/${subject.number}` : subject.link;

/** The first screen of every post: what waits for it, by the clock. */
export function TodayPage() {
  const { today } = useT(staffMatterMessages);
  const { number } = useParams();
  const navigate = useNavigate();
  const columns = useColumns();
  const live = useLiveRefresh(LIVE, STALE);
  return (
    <PageFrame title={today.title} note={today.note} live={live}>
      <ListTable<TodayItem>
        label={today.list}
        source={TODAY}
        columns={columns}
        rowKey={(item) => item.id}
        rowName={(item) => item.subject.number}
        to={placeOf}
        exportSource={null}
        empty={{ title: today.empty, hint: today.emptyHint }}
      />
      {number !== undefined && (
        <MatterDrawer number={number} onClose={() => void navigate('/today')} />
      )}
    </PageFrame>
  );
}
