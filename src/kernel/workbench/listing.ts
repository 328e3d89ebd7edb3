import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { getJson, type Reader } from './api.ts';

/**
 * One page of a list by keyset: `next` is the cursor of the following page, null at the end;
 * `total` counts all that match, `totals` sums columns over all that match.
 */
export type Page<Row> = {
  readonly items: readonly Row[];
  readonly next: string | null;
  readonly total?: number | null;
  readonly totals?: Readonly<Record<string, number>>;
};

/** Filters, sort and search of a list, kept in the address so that a link or a reload shows the same. */
export type ListQuery = Readonly<Record<string, string>>;

const OWN = new Set(['open', 'after', 'limit', 'format']);

/** The list's query in the address bar, and a way to change parts of it; an empty value removes one. */
export function useListQuery(): [
  ListQuery,
  (changes: Readonly<Record<string, string | undefined>>) => void,
] {
  const [params, setParams] = useSearchParams();
  const query = useMemo(
    () => Object.fromEntries([...params].filter(([key]) => !OWN.has(key))),
    [params],
  );
  const change = useCallback(
    (changes: Readonly<Record<string, string | undefined>>) => {
      setParams(
        (present) => {
          const next = new URLSearchParams(present);
          for (const [key, value] of Object.entries(changes)) {
            if (value === undefined || value === '') next.delete(key);
            else next.set(key, value);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return [query, change];
}

/** The address of a list with its query: `/api/v1/matters?state=open&limit=20`. */
export function listAddress(source: string, query: ListQuery, more: ListQuery = {}): string {
  const params = new URLSearchParams({ ...query, ...more });
  const text = params.toString();
  return text === '' ? source : `${source}?${text}`;
}

/** Reads a list page by page. The key begins with the source, so live events can refresh it. */
export function useListing<Row>(props: {
  readonly source: string;
  readonly query: ListQuery;
  readonly reader: Reader<Page<Row>>;
  readonly limit: number;
}) {
  return useInfiniteQuery({
    queryKey: [props.source, props.query, props.limit],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      getJson(
        listAddress(props.source, props.query, {
          limit: String(props.limit),
          ...(pageParam === '' ? {} : { after: pageParam }),
        }),
        props.reader,
        signal,
      ),
    getNextPageParam: (last) => last.next,
    placeholderData: (previous) => previous,
  });
}
