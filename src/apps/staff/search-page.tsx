/** @jsxImportSource react */
import { useQuery } from '@tanstack/react-query';
import { Input, Spin } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { asIs, getJson } from '#kernel/workbench/api.ts';
import { Empty } from '#kernel/workbench/empty.tsx';
import { useT, useWords, type Words } from '#kernel/workbench/language.tsx';
import { listAddress } from '#kernel/workbench/listing.ts';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { staffMessages } from './staff.messages.ts';

/** One thing found; `to` is its page below /workbench. */
export type Found = {
  readonly key: string;
  readonly title: string;
  readonly kind: Words;
  readonly note?: string | null;
  readonly to: string;
};

const SEARCH = '/api/v1/search';

/** The box that finds a number or a name; it begins on '/' from anywhere. */
export function SearchBox(props: { readonly initial?: string; readonly autoFocus?: boolean }) {
  const t = useT(staffMessages);
  const navigate = useNavigate();
  return (
    <search className="ls-search">
      <Input.Search
        id="find"
        key={props.initial}
        defaultValue={props.initial ?? ''}
        autoFocus={props.autoFocus ?? false}
        placeholder={t.searchHint}
        aria-label={`${t.search} (${t.searchHint})`}
        enterButton={t.search}
        allowClear
        onSearch={(text, _, from) => {
          if (from?.source !== 'clear' && text.trim() !== '') {
            void navigate(`/search?${new URLSearchParams({ q: text.trim() })}`);
          }
        }}
      />
    </search>
  );
}

/** What a search found, each with its kind and a link. */
export function SearchPage() {
  const t = useT(staffMessages);
  const words = useWords();
  const [params] = useSearchParams();
  const text = params.get('q') ?? '';
  const found = useQuery({
    queryKey: [SEARCH, text],
    enabled: text !== '',
    queryFn: ({ signal }) =>
      getJson(
        listAddress(SEARCH, { q: text }),
        asIs<{ readonly items: readonly Found[] }>(),
        signal,
      ),
  });
  return (
    <PageFrame title={t.searchTitle}>
      <SearchBox initial={text} autoFocus={text === ''} />
      {text === '' && <p className="lk-quiet">{t.searchBegin}</p>}
      {found.isLoading && <Spin className="lk-spin" />}
      {found.isError && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.items.length === 0 && <Empty title={t.searchNone} hint={t.searchNoneHint} />}
      {found.data !== undefined && found.data.items.length > 0 && (
        <ul className="lk-cards">
          {found.data.items.map((one) => (
            <li key={one.key} className="lk-card">
              <div className="lk-card-head">
                <Link to={one.to}>{one.title}</Link>
                <span className="lk-quiet">{words(one.kind)}</span>
              </div>
              {one.note && <p className="lk-quiet">{one.note}</p>}
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}
