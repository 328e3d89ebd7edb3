/** @jsxImportSource react */
import { Button, Spin } from 'antd';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { asIs, type Reader } from './api.ts';
import { numberText } from './dates.ts';
import { Empty } from './empty.tsx';
import { ExportMenu } from './export-menu.tsx';
import { useLanguage, useT } from './language.tsx';
import { type Filter, ListFilters } from './list-filters.tsx';
import { type ListQuery, type Page, useListing, useListQuery } from './listing.ts';
import { Problem } from './problems.tsx';
import { type Column, type RowsProps, TableCards, TableGrid } from './table-rows.tsx';
import { useNarrow } from './use-narrow.ts';
import { useRowKeys } from './use-row-keys.ts';
import { workbenchMessages } from './workbench.messages.ts';

export type { Choice, Filter } from './list-filters.tsx';
export type { Column } from './table-rows.tsx';

/** The queues above a list: one query parameter with named values and live counts. */
export type Views = {
  readonly key: string;
  readonly label: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly count?: number;
  }[];
};

type ListTableProps<Row> = {
  /** What the list is, for screen readers: 'Matters of my community'. */
  readonly label: string;
  /** GET address that answers with `Page<Row>`. */
  readonly source: string;
  readonly reader?: Reader<Page<Row>>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** How a row is called aloud: its number. */
  readonly rowName: (row: Row) => string;
  /** Where Enter and the first column lead. */
  readonly to?: (row: Row) => string;
  readonly filters?: readonly Filter[];
  readonly views?: Views;
  /** Conditions the reader cannot change. */
  readonly fixed?: ListQuery;
  /** The sort without a choice; '-due' means descending. */
  readonly sort?: string;
  /** What can be done with the selected rows at once. Without it there are no checkboxes. */
  readonly batch?: (keys: readonly string[], clear: () => void) => ReactNode;
  /** Where the file comes from; the source itself where not given, none where null. */
  readonly exportSource?: string | null;
  readonly empty?: { readonly title: string; readonly hint: string; readonly action?: ReactNode };
  readonly toolbar?: ReactNode;
  readonly limit?: number;
};

function useSelection() {
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((key: string) => {
    setSelection((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }, []);
  const toggleAll = (keys: readonly string[]) =>
    setSelection((before) => (keys.every((key) => before.has(key)) ? new Set() : new Set(keys)));
  return { selection, toggle, toggleAll, clear: () => setSelection(new Set()) };
}

function ViewSwitch(props: {
  readonly views: Views;
  readonly value: string;
  readonly choose: (value: string) => void;
}) {
  const { language } = useLanguage();
  return (
    <fieldset className="lk-views">
      <legend className="lk-away">{props.views.label}</legend>
      {props.views.options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === props.value}
          onClick={() => props.choose(option.value)}
        >
          {option.label}
          {option.count !== undefined && (
            <span className="lk-views-count">{numberText(language, option.count)}</span>
          )}
        </button>
      ))}
    </fieldset>
  );
}

function Rows<Row>(
  props: RowsProps<Row> & {
    readonly sort: string;
    readonly setSort: (sort: string) => void;
    readonly toggleAll: () => void;
    readonly totals: Readonly<Record<string, number>> | undefined;
  },
) {
  const narrow = useNarrow();
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  const { rows, to, rowKey, toggle, selection } = props;
  const [present, setPresent] = useRowKeys({
    count: narrow ? 0 : rows.length,
    body,
    open: (index) => {
      const row = rows[index];
      if (row !== undefined && to !== undefined) void navigate(to(row));
    },
    select: (index) => {
      const row = rows[index];
      if (row !== undefined && selection !== null) toggle(rowKey(row));
    },
  });
  if (narrow) return <TableCards {...props} />;
  return <TableGrid {...props} body={body} present={present} setPresent={setPresent} />;
}

function Foot(props: {
  readonly shown: number;
  readonly total: number | null | undefined;
  readonly more: (() => void) | null;
  readonly busy: boolean;
  readonly selects: boolean;
}) {
  const { table } = useT(workbenchMessages);
  const { language } = useLanguage();
  const narrow = useNarrow();
  const shown = numberText(language, props.shown);
  return (
    <div className="lk-table-foot">
      <span role="status">
        {typeof props.total === 'number'
          ? table.shown(shown, numberText(language, props.total))
          : table.shownOnly(shown)}
      </span>
      {props.more !== null && (
        <Button onClick={props.more} loading={props.busy}>
          {table.more}
        </Button>
      )}
      {!narrow && (
        <span className="lk-keys">
          {table.keys}
          {props.selects && table.keysSelect}
        </span>
      )}
    </div>
  );
}

function ListHead(
  props: Pick<
    ListTableProps<never>,
    'views' | 'filters' | 'exportSource' | 'source' | 'toolbar'
  > & {
    readonly query: ListQuery;
    readonly chosen: ListQuery;
    readonly change: (changes: Readonly<Record<string, string | undefined>>) => void;
  },
) {
  const { views, filters, exportSource = props.source, query, change } = props;
  return (
    <>
      <div className="lk-list-head">
        {views !== undefined && (
          <ViewSwitch
            views={views}
            value={query[views.key] ?? views.options[0]?.value ?? ''}
            choose={(value) => change({ [views.key]: value })}
          />
        )}
        <div className="lk-list-tools">
          {exportSource !== null && <ExportMenu source={exportSource} query={query} />}
          {props.toolbar}
        </div>
      </div>
      {filters !== undefined && filters.length > 0 && (
        <ListFilters filters={filters} query={props.chosen} change={change} />
      )}
    </>
  );
}

/** A list from the server: filters in the address, keyset paging, selection, export, keyboard; cards on a phone. */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { table } = useT(workbenchMessages);
  const [chosen, change] = useListQuery();
  const query: ListQuery = {
    ...(props.sort === undefined ? {} : { sort: props.sort }),
    ...chosen,
    ...props.fixed,
  };
  const listing = useListing({
    source: props.source,
    reader: props.reader ?? asIs<Page<Row>>(),
    query,
    limit: props.limit ?? 20,
  });
  const { selection, toggle, toggleAll, clear } = useSelection();
  const { batch } = props;
  const rows = listing.data?.pages.flatMap((page) => page.items) ?? [];
  const first = listing.data?.pages[0];
  const reset = (changes: Parameters<typeof change>[0]) => {
    clear();
    change(changes);
  };
  return (
    <div className="lk-list">
      <ListHead {...props} query={query} chosen={chosen} change={reset} />
      {batch !== undefined && selection.size > 0 && (
        <div className="lk-batch">
          <span role="status">{table.selected(selection.size)}</span>
          {batch([...selection], clear)}
          <Button onClick={clear}>{table.unselect}</Button>
        </div>
      )}
      {listing.isError && <Problem error={listing.error} onRetry={() => void listing.refetch()} />}
      {listing.isPending && <Spin className="lk-spin" />}
      {listing.isSuccess && rows.length === 0 && (
        <Empty title={table.empty} hint={table.emptyHint} {...props.empty} />
      )}
      {rows.length > 0 && (
        <>
          <Rows
            {...props}
            to={props.to}
            rows={rows}
            selection={batch === undefined ? null : selection}
            toggle={toggle}
            toggleAll={() => toggleAll(rows.map(props.rowKey))}
            sort={query['sort'] ?? ''}
            setSort={(sort) => reset({ sort })}
            totals={first?.totals}
          />
          <Foot
            shown={rows.length}
            total={first?.total}
            more={listing.hasNextPage ? () => void listing.fetchNextPage() : null}
            busy={listing.isFetchingNextPage}
            selects={batch !== undefined}
          />
        </>
      )}
    </div>
  );
}
