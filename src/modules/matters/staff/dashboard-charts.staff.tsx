/** @jsxImportSource react */
import { Link } from 'react-router';
import { textOf } from '#kernel/pure/messages.ts';
import { Chart } from '#kernel/workbench/chart.tsx';
import { numberText } from '#kernel/workbench/dates.ts';
import { Empty } from '#kernel/workbench/empty.tsx';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import type { Board } from '../dashboards/board.types.ts';
import { matterMessages } from '../matters.messages.ts';
import { isDepartment, useOutcomes, useRatings } from './dashboard-figures.staff.tsx';
import { CommunityMap } from './dashboard-map.staff.tsx';
import { useCategories } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

type Line = {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly { readonly count: number; readonly records: string }[];
};

/** A short list of numbers that lead to their records. */
function CountTable(props: {
  readonly title: string;
  readonly note: string;
  readonly heads: readonly string[];
  readonly lines: readonly Line[];
}) {
  const { language } = useLanguage();
  if (props.lines.length === 0) return null;
  return (
    <section className="lk-card">
      <h2>{props.title}</h2>
      <p className="lk-quiet">{props.note}</p>
      <table className="lk-table">
        <thead>
          <tr>
            <th scope="col">{props.title}</th>
            {props.heads.map((head) => (
              <th key={head} scope="col" className="lk-end">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.name}</th>
              {line.cells.map((cell, index) => (
                <td key={props.heads[index]} className="lk-end">
                  {cell.count === 0 ? (
                    0
                  ) : (
                    <Link to={cell.records}>{numberText(language, cell.count)}</Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ByDay({ board, period }: { readonly board: Board; readonly period: string }) {
  const { board: t } = useT(staffMatterMessages);
  return (
    <Chart
      title={t.byDay}
      kind="line"
      categories={board.days.map((one) => one.day.slice(5))}
      series={[
        { name: t.received, values: board.days.map((one) => one.received) },
        { name: t.closed, values: board.days.map((one) => one.closed) },
      ]}
      unit={t.unit}
      note={t.byDayNote(period)}
    />
  );
}

function ByCommunity({ board, period }: { readonly board: Board; readonly period: string }) {
  const { board: t } = useT(staffMatterMessages);
  if (board.communities.length < 2) return null;
  return (
    <Chart
      title={t.byCommunity}
      kind="bar"
      categories={board.communities.map((one) => one.name)}
      series={[
        { name: t.received, values: board.communities.map((one) => one.received.count) },
        { name: t.open, values: board.communities.map((one) => one.open.count) },
      ]}
      unit={t.unit}
      note={t.byCommunityNote(period)}
    />
  );
}

/** Days, communities, outcomes, categories, sources, ratings and who has them. */
export function Charts({ board }: { readonly board: Board }) {
  const { board: t } = useT(staffMatterMessages);
  const { sources } = useT(matterMessages);
  const { nameOf } = useCategories();
  const outcomes = useOutcomes(board.quickDays);
  const ratings = useRatings();
  const period = t.period(board.period.from, board.period.to);
  const received = (list: Board['sources'], name: (key: string) => string): Line[] =>
    list.map((one) => ({ key: one.key, name: name(one.key), cells: [one.received] }));
  const bodies = board.bodies.map((one) => ({
    key: one.id,
    name: one.name,
    cells: [one.owned, one.overdue],
  }));
  const withWhom = (
    <CountTable title={t.bodies} note={t.now} heads={[t.owned, t.overdue]} lines={bodies} />
  );
  if (isDepartment(board)) return withWhom;
  if (board.whole.received.count === 0 && board.whole.open.count === 0)
    return <Empty title={t.empty} hint={t.emptyHint} />;
  const of = (figures: Board['whole']['outcome'], name: (key: string) => string): Line[] =>
    Object.entries(figures).map(([key, cell]) => ({ key, name: name(key), cells: [cell] }));
  return (
    <>
      <div className="lk-grid-wide mt-charts">
        <ByDay board={board} period={period} />
        <ByCommunity board={board} period={period} />
      </div>
      <CommunityMap board={board} />
      <div className="mt-counts">
        <CountTable
          title={t.outcome}
          note={period}
          heads={[t.received]}
          lines={of(board.whole.outcome, (key) => textOf(outcomes, key))}
        />
        <CountTable
          title={t.bySource}
          note={period}
          heads={[t.received]}
          lines={received(board.sources, (key) => textOf(sources, key))}
        />
        <CountTable
          title={t.byCategory}
          note={period}
          heads={[t.received]}
          lines={received(board.categories, nameOf)}
        />
        <CountTable
          title={t.ratings}
          note={period}
          heads={[t.closed]}
          lines={of(board.whole.ratings, (key) => ratings[Number(key) - 1] ?? key)}
        />
        {withWhom}
      </div>
    </>
  );
}
