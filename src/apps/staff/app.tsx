/** @jsxImportSource react */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Spin } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { ApiError, onSignedOut } from '#kernel/workbench/api.ts';
import { LanguageProvider } from '#kernel/workbench/language.tsx';
import type { WorkbenchModule } from '#kernel/workbench/module.ts';
import { Problem } from '#kernel/workbench/problems.tsx';
import { SessionProvider, useSessionMoves, useSessionQuery } from '#kernel/workbench/session.tsx';
import type { Session } from '#kernel/workbench/session-view.ts';
import { MissingPage, NotHerePage } from './error-pages.tsx';
import { MorePage } from './more-page.tsx';
import { navPages, openPages } from './pages.ts';
import { SearchPage } from './search-page.tsx';
import { FirstPage, Shell } from './shell.tsx';
import { SignInPage } from './sign-in.tsx';

// Seen once in an account's life: its code need not be in the shell.
const FirstSteps = lazy(async () => ({
  default: (await import('./first-steps.tsx')).FirstStepsPage,
}));

type Modules = { readonly modules: readonly WorkbenchModule[] };

function Pages(props: Modules & { readonly session: Session }) {
  const open = openPages(props.modules, props.session.verbs);
  const entries = navPages(open);
  const closed = props.modules
    .flatMap((module) => module.pages)
    .filter((page) => !open.includes(page));
  return (
    <Routes>
      <Route element={<Shell entries={entries} />}>
        <Route index element={<FirstPage entries={entries} />} />
        {open.map(({ path, element: Element }) => (
          <Route key={path} path={path} element={<Element />} />
        ))}
        {closed.map(({ path }) => (
          <Route key={path} path={path} element={<NotHerePage />} />
        ))}
        <Route path="search" element={<SearchPage />} />
        <Route path="more" element={<MorePage entries={entries} />} />
        <Route path="*" element={<MissingPage />} />
      </Route>
    </Routes>
  );
}

/** Signed out: the sign-in page at whatever address was asked for, so that signing in shows just that. */
function Gate(props: Modules) {
  const session = useSessionQuery();
  const { forget } = useSessionMoves();
  const [again, setAgain] = useState(false);
  const known = session.data ?? null;
  useEffect(
    () =>
      onSignedOut(() => {
        if (known === null) return;
        setAgain(true);
        forget();
      }),
    [known, forget],
  );
  if (session.isPending) return <Spin className="lk-spin" />;
  if (session.isError) {
    return (
      <main className="ls-alone">
        <Problem error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  }
  if (known === null) return <SignInPage again={again} />;
  if (known.needs.length > 0)
    return (
      <Suspense fallback={<Spin className="lk-spin" />}>
        <FirstSteps session={known} />
      </Suspense>
    );
  return (
    <SessionProvider session={known}>
      <Pages modules={props.modules} session={known} />
    </SessionProvider>
  );
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Without this a form sent on a dead line waits in silence, and is sent by itself hours later.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: 5_000,
        // What the server refused stays refused; only a lost answer is worth asking for again.
        retry: (tries, error) =>
          tries < 2 && error instanceof ApiError && [0, 503].includes(error.status),
      },
    },
  });
}

/** The workbench with the pages of these modules. */
export function Workbench(props: Modules) {
  const [client] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <BrowserRouter basename="/workbench">
          <Gate modules={props.modules} />
        </BrowserRouter>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
