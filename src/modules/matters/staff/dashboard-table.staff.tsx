/** @jsxImportSource react */
import { Fragment } from 'react';
import { Link } from 'react-router';
import { numberText } from '#kernel/workbench/dates.ts';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import type { Board } from '../dashboards/board.types.ts';
import { isDepartment, useOutcomes } from './dashboard-figures.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

type Figures = Board['whole'];
type Cell = { readonly count: number; readonly records: string };
type TableColumn = {
  readonly key: string;
  readonly title: string;
  readonly cell: (figures: Figures) => Cell;
};

const NOTHING: Cell = { count: 0, records: '/matters' };
const OUTCOMES = [
  'solved_quick',
  'solved_later',
  'unsolved',
  'unconfirmed',
  'answered',
  'open',
  'elsewhere',
];

function useTableColumns(board: Board): readonly TableColumn[] {
  const { board: t } = useT(staffMatterMessages);
  const outcomes = useOutcomes(board.quickDays);
  const present: TableColumn[] = [
    { key: 'now', title: `${t.open} · ${t.now}`, cell: (one) => one.open },
    { key: 'overdue', title: `${t.overdue} · ${t.now}`, cell: (one) => one.overdue },
  ];
  if (isDepartment(board)) return present;
  return [
    { key: 'received', title: t.received, cell: (one) => one.received },
    ...OUTCOMES.map((key) => ({
      key,
      title: outcomes[key] ?? key,
      cell: (one: Figures) => one.outcome[key] ?? NOTHING,
    })),
    { key: 'onTime', title: t.onTime, cell: (one) => one.onTime.yes },
    { key: 'late', title: t.notOnTime, cell: (one) => one.onTime.no },
    ...present,
  ];
}

function Cells(props: { readonly columns: readonly TableColumn[]; readonly figures: Figures }) {
  const { language } = useLanguage();
  return props.columns.map((column) => {
    const { count, records } = column.cell(props.figures);
    return (
      <td key={column.key}>
        {count === 0 ? (
          <span className="mt-zero">0</span>
        ) : (
          <Link to={records}>{numberText(language, count)}</Link>
        )}
      </td>
    );
  });
}

// Map.groupBy is younger than the browsers the workbench is built for.
function bySubdistrict({ communities }: Board): ReadonlyMap<string, Board['communities']> {
  const groups = new Map<string, Board['communities']>();
  for (const one of communities)
    groups.set(one.subdistrictName, [...(groups.get(one.subdistrictName) ?? []), one]);
  return groups;
}

/** One row a community, by subdistrict, with a total: no ranking, every number a link. */
export function CommunityTable({ board }: { readonly board: Board }) {
  const { board: t } = useT(staffMatterMessages);
  const columns = useTableColumns(board);
  const period = t.period(board.period.from, board.period.to);
  const groups = bySubdistrict(board);
  return (
    <section className="lk-card">
      <h2>{t.table}</h2>
      <p className="lk-quiet">{t.tableNote(board.communities.length, period)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="lk-table-box mt-sheet" tabIndex={0} aria-label={t.table}>
        <table className="lk-table">
          <thead>
            <tr>
              <th scope="col">{t.community}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...groups].map(([subdistrict, communities]) => (
              <Fragment key={subdistrict}>
                {groups.size > 1 && (
                  <tr className="mt-group">
                    <th scope="colgroup" colSpan={columns.length + 1}>
                      {subdistrict}
                    </th>
                  </tr>
                )}
                {communities.map((one) => (
                  <tr key={one.code}>
                    <th scope="row">
                      <Link to={`/figures?area=${one.code}`}>{one.name}</Link>
                    </th>
                    <Cells columns={columns} figures={one} />
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.total}</th>
              <Cells columns={columns} figures={board.whole} />
            </tr>
          </tfoot>
        </table>
      </section>
    </section>
  );
}
