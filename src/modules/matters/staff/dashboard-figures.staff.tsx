/** @jsxImportSource react */

import { shortDayText } from '#kernel/workbench/dates.ts';
import { Figure } from '#kernel/workbench/figure.tsx';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import type { Board } from '../dashboards/board.types.ts';
import { matterMessages } from '../matters.messages.ts';
import { staffMatterMessages } from './staff.messages.ts';

/** A share is null where nothing was counted: no 0 % and no 100 % of nothing. */
function shareOf(count: number, total: number): number | null {
  return total === 0 ? null : (count / total) * 100;
}

/** A department has no area: only what waits for it now can be told. */
export const isDepartment = (board: Board) => /^0+$/.test(board.area.code);

/** The few numbers on top, each with count, period and definition. */
export function Figures({ board }: { readonly board: Board }) {
  const { board: t } = useT(staffMatterMessages);
  const { language } = useLanguage();
  const { whole, quickDays } = board;
  const day = (date: string) => shortDayText(language, `${date}T12:00:00+08:00`);
  const period = t.period(day(board.period.from), day(board.period.to));
  const present = (
    <>
      <Figure
        label={isDepartment(board) ? t.department : t.open}
        value={whole.open.count}
        unit={t.unit}
        period={t.now}
        definition={t.openHow}
        to={whole.open.records}
      />
      <Figure
        label={t.overdue}
        value={whole.overdue.count}
        unit={t.unit}
        period={t.now}
        definition={t.overdueHow}
        to={whole.overdue.records}
        tone={whole.overdue.count > 0 ? 'late' : 'plain'}
      />
    </>
  );
  if (isDepartment(board)) return <div className="mt-figures">{present}</div>;
  return (
    <div className="mt-figures">
      <Figure
        label={t.received}
        value={whole.received.count}
        unit={t.unit}
        period={period}
        definition={t.receivedHow}
        to={whole.received.records}
      />
      {present}
      <Shares board={board} period={period} quickDays={quickDays} />
    </div>
  );
}

function Shares(props: {
  readonly board: Board;
  readonly period: string;
  readonly quickDays: number;
}) {
  const { board: t } = useT(staffMatterMessages);
  const { whole, badFrom } = props.board;
  const { period, quickDays } = props;
  const good = useRatings().slice(0, badFrom - 1);
  const quick = whole.outcome['solved_quick'];
  const { yes, no } = whole.onTime;
  const ratings = Object.entries(whole.ratings);
  const sum = (keys: (key: string) => boolean) =>
    ratings.filter(([key]) => keys(key)).reduce((total, [, one]) => total + one.count, 0);
  const [satisfied, rated] = [sum((key) => Number(key) < badFrom), sum(() => true)];
  const share = (count: number, total: number) => ({
    value: shareOf(count, total),
    unit: '%',
    digits: 1,
    count,
    total,
    period,
  });
  return (
    <>
      <Figure
        label={t.quick(quickDays)}
        {...share(quick?.count ?? 0, whole.received.count)}
        definition={t.quickHow(quickDays)}
        {...(quick && { to: quick.records })}
      />
      <Figure
        label={t.onTime}
        {...share(yes.count, yes.count + no.count)}
        definition={t.onTimeHow}
        to={yes.records}
      />
      <Figure
        label={t.unconfirmed}
        value={whole.outcome['unconfirmed']?.count ?? 0}
        unit={t.unit}
        period={period}
        definition={t.unconfirmedHow}
        {...(whole.outcome['unconfirmed'] && { to: whole.outcome['unconfirmed'].records })}
      />
      <Figure label={t.rated} {...share(satisfied, rated)} definition={t.ratedHow(good)} />
    </>
  );
}

/** Texts of the outcomes with the district's own number of days. */
export function useOutcomes(quickDays: number): Readonly<Record<string, string>> {
  const { outcomes } = useT(staffMatterMessages);
  return { ...outcomes, solved_quick: outcomes.solved_quick(quickDays) };
}

/** Texts of the ratings by their number. */
export function useRatings(): readonly string[] {
  return useT(matterMessages).ratings;
}
