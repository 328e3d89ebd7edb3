/** @jsxImportSource react */
import { BellOutlined } from '@ant-design/icons';
import { Spin } from 'antd';
import { Suspense, useEffect, useRef } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { IdleNotice } from '#kernel/workbench/idle-notice.tsx';
import { useT, useWords } from '#kernel/workbench/language.tsx';
import { useMay, useSession } from '#kernel/workbench/session.tsx';
import { useNarrow } from '#kernel/workbench/use-narrow.ts';
import { AccountMenu, LanguageSwitch, useWho } from './account.tsx';
import { Fence, NoPostPage } from './error-pages.tsx';
import { BottomBar, SEARCHES, SideMenu, useCount } from './nav.tsx';
import type { NavPage } from './pages.ts';
import { SearchBox } from './search-page.tsx';
import { staffMessages } from './staff.messages.ts';

const WAITING = '/api/v1/worklist/count';

function Bell(props: { readonly to: string }) {
  const t = useT(staffMessages);
  const count = useCount(WAITING);
  return (
    <Link to={props.to} className="ls-bell" aria-label={t.waiting(count)} title={t.waiting(count)}>
      <BellOutlined />
      {count > 0 && (
        <span className="ls-count" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </Link>
  );
}

function TopBar(props: { readonly entries: readonly NavPage[] }) {
  const narrow = useNarrow();
  const words = useWords();
  const may = useMay();
  const t = useT(staffMessages);
  const who = useWho();
  const { area, organisation } = useSession();
  const { pathname } = useLocation();
  const today = props.entries.find((entry) => entry.nav.key === 'today')?.path;
  const place = words(organisation ?? area?.name ?? '');
  if (narrow) {
    return (
      <header className="ls-top">
        <div className="ls-top-who">
          <strong>{place || t.product}</strong>
          <span>{[who.name, who.title].filter(Boolean).join(' · ')}</span>
        </div>
        {today !== undefined && <Bell to={`/${today}`} />}
      </header>
    );
  }
  return (
    <header className="ls-top">
      <span className="ls-place">{place}</span>
      {may(SEARCHES) && pathname !== '/search' && <SearchBox />}
      {today !== undefined && <Bell to={`/${today}`} />}
      <LanguageSwitch />
      <AccountMenu />
    </header>
  );
}

/** '/' begins a search from anywhere but a field. */
function useSearchKey() {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const inField =
        event.target instanceof Element && event.target.closest('input,textarea,select');
      if (event.key !== '/' || inField || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      document.getElementById('find')?.focus();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** The page an address lies in: a record opened over its list leaves the list as it is. */
function usePageKey(): string {
  const { pathname } = useLocation();
  return pathname.replace(/\/[^/]*\d[^/]*$/, '');
}

/** A new page begins at its top, and a screen reader there. */
function useFreshStart(page: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(page);
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    window.scrollTo(0, 0);
    if (!main.current?.contains(document.activeElement)) main.current?.focus();
  }, [page]);
  return main;
}

/** Menu, bars and the place where pages stand. */
export function Shell(props: { readonly entries: readonly NavPage[] }) {
  const t = useT(staffMessages);
  const words = useWords();
  const narrow = useNarrow();
  const { area, post } = useSession();
  const page = usePageKey();
  const main = useFreshStart(page);
  useSearchKey();
  return (
    <div className="ls-shell">
      <a className="ls-skip" href="#main">
        {t.skip}
      </a>
      {!narrow && <SideMenu entries={props.entries} place={words(area?.name ?? t.workbench)} />}
      <div className="ls-body">
        <TopBar entries={props.entries} />
        <main id="main" ref={main} tabIndex={-1}>
          <Fence key={page}>
            <Suspense fallback={<Spin className="lk-spin" />}>
              {post === null && props.entries.length === 0 ? <NoPostPage /> : <Outlet />}
            </Suspense>
          </Fence>
        </main>
      </div>
      {narrow && <BottomBar entries={props.entries} />}
      <IdleNotice />
    </div>
  );
}

/** The first page of the menu. */
export function FirstPage(props: { readonly entries: readonly NavPage[] }) {
  const first = props.entries[0];
  return <Navigate to={first === undefined ? '/more' : `/${first.path}`} replace />;
}
