/** @jsxImportSource react */
import { MoreOutlined, PlusCircleOutlined, SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { asIs, getJson } from '#kernel/workbench/api.ts';
import { useT, useWords } from '#kernel/workbench/language.tsx';
import { useMay } from '#kernel/workbench/session.tsx';
import { type NavPage, presentNav } from './pages.ts';
import { staffMessages } from './staff.messages.ts';

/** Whoever sees matters may search them. */
export const SEARCHES = 'matter.read';

const COUNT_EVERY_MS = 60_000;

/** A waiting count from its address; nothing where the server does not know it. */
export function useCount(path: string | undefined): number {
  const count = useQuery({
    queryKey: [path],
    enabled: path !== undefined,
    queryFn: ({ signal }) => getJson(path ?? '', asIs<{ readonly count: number }>(), signal),
    refetchInterval: COUNT_EVERY_MS,
    retry: false,
  });
  return count.data?.count ?? 0;
}

function NavLink(props: { readonly entry: NavPage; readonly present: boolean }) {
  const words = useWords();
  const { nav, path } = props.entry;
  const count = useCount(nav.countPath);
  const Icon = nav.icon;
  return (
    <Link to={`/${path}`} aria-current={props.present ? 'page' : undefined}>
      <Icon />
      <span>{words(nav.label)}</span>
      {count > 0 && <span className="ls-count">{count}</span>}
    </Link>
  );
}

/** The side menu of a desk's screen. */
export function SideMenu(props: { readonly entries: readonly NavPage[]; readonly place: string }) {
  const t = useT(staffMessages);
  const { pathname } = useLocation();
  const present = presentNav(props.entries, pathname);
  return (
    <nav className="ls-side" aria-label={t.menu}>
      <Link to="/" className="ls-brand">
        <strong>{t.product}</strong>
        <span>{props.place}</span>
      </Link>
      <ul>
        {props.entries.map((entry) => (
          <li key={entry.nav.key}>
            <NavLink entry={entry} present={entry === present} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Tab(props: {
  readonly to: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly present: boolean;
}) {
  return (
    <Link to={props.to} aria-current={props.present ? 'page' : undefined}>
      {props.icon}
      <span>{props.label}</span>
    </Link>
  );
}

/** The bar at the foot of a phone's screen: today, new, search, more. */
export function BottomBar(props: { readonly entries: readonly NavPage[] }) {
  const t = useT(staffMessages);
  const { pathname } = useLocation();
  const may = useMay();
  const today = props.entries.find((entry) => entry.nav.key === 'today');
  const intake = props.entries.find((entry) => entry.nav.key === 'new');
  const present = presentNav(props.entries, pathname);
  const known = [today, intake].includes(present) || pathname === '/search';
  const Today = today?.nav.icon;
  return (
    <nav className="ls-tabs" aria-label={t.menu}>
      {today !== undefined && Today !== undefined && (
        <Tab to={`/${today.path}`} label={t.today} icon={<Today />} present={present === today} />
      )}
      {intake !== undefined && (
        <Tab
          to={`/${intake.path}`}
          label={t.intake}
          icon={<PlusCircleOutlined />}
          present={present === intake}
        />
      )}
      {may(SEARCHES) && (
        <Tab
          to="/search"
          label={t.search}
          icon={<SearchOutlined />}
          present={pathname === '/search'}
        />
      )}
      <Tab to="/more" label={t.more} icon={<MoreOutlined />} present={!known} />
    </nav>
  );
}
