/** @jsxImportSource react */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { ApiError, asIs, getJson, postJson } from './api.ts';
import { claimDrafts } from './drafts.ts';
import { readSession, type Session } from './session-view.ts';

const SESSION = '/api/v1/session';
const sessionKey = ['session'] as const;

/** The session as the server knows it; null when nobody is signed in. */
export function useSessionQuery() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        const session = await getJson(SESSION, { parse: readSession }, signal);
        if (session !== null) claimDrafts(session.account);
        return session;
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return null;
        throw error;
      }
    },
    // The server caches the actor for ten seconds; asking more often only repeats it.
    staleTime: 60_000,
    retry: false,
  });
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider(props: {
  readonly session: Session;
  readonly children: ReactNode;
}) {
  return <SessionContext value={props.session}>{props.children}</SessionContext>;
}

/** Who is signed in and in which post he acts. Only inside pages, which show only when somebody is. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside SessionProvider');
  return session;
}

/** Whether the present post has the verb: for links and menus. What a record allows, its action list says. */
export function useMay(): (verb: string) => boolean {
  const { verbs } = useSession();
  return (verb) => verbs.has(verb);
}

/** The moves of a session. Each forgets everything fetched before: another post sees other rows. */
export function useSessionMoves() {
  const client = useQueryClient();
  const settle = async () => {
    await client.cancelQueries();
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    await client.invalidateQueries({ queryKey: sessionKey });
  };
  const move = async (path: string, body: unknown) => {
    await postJson(path, body, asIs<unknown>());
    await settle();
  };
  const forget = () => {
    client.setQueryData(sessionKey, null);
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
  };
  return {
    /** The server has said that it no longer knows us. */
    forget,
    switchPost: (id: string) => move(`${SESSION}/post`, { id }),
    signOut: () => move('/api/auth/sign-out', {}),
    signOutEverywhere: () => move(`${SESSION}/sign-out-everywhere`, {}),
    refresh: settle,
  };
}
