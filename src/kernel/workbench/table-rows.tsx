/** @jsxImportSource react */
import { Checkbox } from 'antd';
import type { ReactNode, RefObject } from 'react';
import { Link } from 'react-router';
import { numberText } from './dates.ts';
import { useLanguage, useT } from './language.tsx';
import { workbenchMessages } from './workbench.messages.ts';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  /** Written once in the heading, not in every cell. */
  readonly unit?: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end';
  /** The server sorts by `sort=key` and `sort=-key`. */
  readonly sort?: boolean;
  /** Takes its sum from the page's `totals[key]`. */
  readonly total?: boolean;
  /** What a phone's card does with it; a line with its title where nothing is said. */
  readonly phone?: 'bare' | 'hidden';
};

export type RowsProps<Row> = {
  readonly rows: readonly Row[];
  /** The first column names the record and links to it. */
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  readonly to?: ((row: Row) => string) | undefined;
  readonly selection: ReadonlySet<string> | null;
  readonly toggle: (key: string) => void;
  readonly label: string;
};

function nameCell<Row>(props: RowsProps<Row>, row: Row): ReactNode {
  const first = props.columns[0];
  if (first === undefined) return null;
  const content = first.cell(row);
  return props.to === undefined ? (
    content
  ) : (
    <Link className="lk-row-link" to={props.to(row)}>
      {content}
    </Link>
  );
}

function RowCheckbox<Row>(props: { readonly rows: RowsProps<Row>; readonly row: Row }) {
  const { table } = useT(workbenchMessages);
  const { rows, row } = props;
  return (
    <Checkbox
      checked={rows.selection?.has(rows.rowKey(row)) ?? false}
      onChange={() => rows.toggle(rows.rowKey(row))}
      aria-label={table.select(rows.rowName(row))}
    />
  );
}

type GridProps<Row> = RowsProps<Row> & {
  readonly body: RefObject<HTMLTableSectionElement | null>;
  readonly present: number;
  readonly setPresent: (index: number) => void;
  readonly sort: string;
  readonly setSort: (sort: string) => void;
  readonly toggleAll: () => void;
  readonly totals: Readonly<Record<string, number>> | undefined;
};

const sortWords = { up: 'ascending', down: 'descending', none: 'none' } as const;

function Heading<Row>(props: {
  readonly column: Column<Row>;
  readonly sort: string;
  readonly setSort: (sort: string) => void;
}) {
  const { column, sort, setSort } = props;
  const direction = sort === column.key ? 'up' : sort === `-${column.key}` ? 'down' : 'none';
  const title = (
    <>
      {column.title}
      {column.unit !== undefined && <span className="lk-unit">{column.unit}</span>}
    </>
  );
  if (!column.sort) {
    return (
      <th scope="col" className={`lk-${column.align ?? 'start'}`}>
        {title}
      </th>
    );
  }
  const next = direction === 'up' ? `-${column.key}` : column.key;
  const arrow = { up: '▲', down: '▼', none: '↕' }[direction];
  return (
    <th scope="col" className={`lk-${column.align ?? 'start'}`} aria-sort={sortWords[direction]}>
      <button type="button" className="lk-sort" onClick={() => setSort(next)}>
        {title} <span aria-hidden="true">{arrow}</span>
      </button>
    </th>
  );
}

function Totals<Row>(props: GridProps<Row>) {
  const { table } = useT(workbenchMessages);
  const { language } = useLanguage();
  const { totals } = props;
  if (totals === undefined || !props.columns.some((column) => column.total)) return null;
  return (
    <tfoot>
      <tr>
        {props.selection !== null && <td />}
        {props.columns.map((column, index) =>
          index === 0 ? (
            <th key={column.key} scope="row">
              {table.totals}
            </th>
          ) : (
            <td key={column.key} className={`lk-${column.align ?? 'start'}`}>
              {column.total && numberText(language, totals[column.key] ?? 0)}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  );
}

/** The list as a table, for screens wider than a phone. */
export function TableGrid<Row>(props: GridProps<Row>) {
  const { table } = useT(workbenchMessages);
  const [first, ...rest] = props.columns;
  const selected = props.rows.filter((row) => props.selection?.has(props.rowKey(row))).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keyboard
    <section className="lk-table-box" tabIndex={0} aria-label={props.label}>
      <table className="lk-table">
        <thead>
          <tr>
            {props.selection !== null && (
              <th scope="col" className="lk-check">
                <Checkbox
                  checked={selected > 0 && selected === props.rows.length}
                  indeterminate={selected > 0 && selected < props.rows.length}
                  onChange={props.toggleAll}
                  aria-label={table.selectAll}
                />
              </th>
            )}
            {props.columns.map((column) => (
              <Heading key={column.key} column={column} sort={props.sort} setSort={props.setSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={props.body}>
          {props.rows.map((row, index) => (
            <tr
              key={props.rowKey(row)}
              tabIndex={index === Math.max(0, props.present) ? 0 : -1}
              onFocus={() => props.setPresent(index)}
              className={index === props.present ? 'lk-row-present' : undefined}
            >
              {props.selection !== null && (
                <td className="lk-check">
                  <RowCheckbox rows={props} row={row} />
                </td>
              )}
              {first !== undefined && <td>{nameCell(props, row)}</td>}
              {rest.map((column) => (
                <td key={column.key} className={`lk-${column.align ?? 'start'}`}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <Totals {...props} />
      </table>
    </section>
  );
}

/** The same list as cards, for a phone. */
export function TableCards<Row>(props: RowsProps<Row>) {
  const rest = props.columns.slice(1).filter((column) => column.phone !== 'hidden');
  const bare = rest.filter((column) => column.phone === 'bare');
  const lines = rest.filter((column) => column.phone === undefined);
  return (
    <ul className="lk-cards" aria-label={props.label}>
      {props.rows.map((row) => (
        <li key={props.rowKey(row)} className="lk-card">
          <div className="lk-card-head">
            {props.selection !== null && <RowCheckbox rows={props} row={row} />}
            <span className="lk-card-name">{nameCell(props, row)}</span>
          </div>
          {bare.length > 0 && (
            <div className="lk-card-bare">
              {bare.map((column) => (
                <span key={column.key}>{column.cell(row)}</span>
              ))}
            </div>
          )}
          {lines.length > 0 && (
            <dl className="lk-lines">
              {lines.map((column) => {
                const content = column.cell(row);
                if (content === '' || content === null) return null;
                return (
                  <div key={column.key}>
                    <dt>{column.title}</dt>
                    <dd>
                      {content}
                      {column.unit !== undefined && <span className="lk-unit">{column.unit}</span>}
                    </dd>
                  </div>
                );
              })}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}
