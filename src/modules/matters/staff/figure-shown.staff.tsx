/** @jsxImportSource react */
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { textOf } from '#kernel/pure/messages.ts';
import { useT } from '#kernel/workbench/language.tsx';
import { matterMessages } from '../matters.messages.ts';
import { staffMatterMessages } from './staff.messages.ts';

const OF_FIGURES = [
  'outcome',
  'onTime',
  'rating',
  'owner',
  'by',
  'from',
  'to',
  'order',
  'overdue',
  'category',
  'source',
  'state',
];

/** Which figure's records the queue shows, in words, with a way out. */
export function FigureShown() {
  const { shown, outcomes } = useT(staffMatterMessages);
  const { ratings } = useT(matterMessages);
  const [params, setParams] = useSearchParams();
  const get = (key: string) => params.get(key);
  const [outcome, onTime, rating] = [get('outcome'), get('onTime'), get('rating')];
  const isEvery = get('order') === 'newest';
  if (!isEvery && [outcome, onTime, rating].every((one) => one === null)) return null;
  const period = [get('from'), get('to')].filter((one) => one !== null).join(' – ');
  const texts: Readonly<Record<string, string>> = {
    ...outcomes,
    solved_quick: shown.quick,
  };
  const parts = [
    isEvery && shown.every,
    outcome && textOf(texts, outcome),
    onTime && textOf(shown.onTime, onTime),
    rating && `${shown.rating} ${ratings[Number(rating) - 1] ?? ''}`,
    period && `${get('by') === 'closed' ? shown.closed : shown.received} ${period}`,
  ];
  const clear = () =>
    setParams((present) => {
      const next = new URLSearchParams(present);
      for (const key of OF_FIGURES) next.delete(key);
      return next;
    });
  return (
    <div className="lk-batch" role="status">
      <span>
        {shown.about} {parts.filter(Boolean).join(' · ')}
      </span>
      <Button onClick={clear}>{shown.clear}</Button>
    </div>
  );
}
