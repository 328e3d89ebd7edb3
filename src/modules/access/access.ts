import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import { type Auth, COOKIE_PREFIX, makeAuth, migrateAuth, type SendCode } from './accounts/auth.ts';
import { openAuthPool } from './accounts/auth-pool.queries.ts';
import { sendCodeByMessage } from './accounts/send-code.ts';
import type { PostsOf } from './actors/post.types.ts';
import { resolveSession } from './actors/resolve-session.ts';
import type { SignedIn } from './actors/session.types.ts';
import { SessionCache } from './actors/session-cache.ts';

export type AccessOptions = {
  /** Connection URL of the district's auth role. */
  readonly url: string;
  /** The accounts' schema: `schemaNames(district).auth`. */
  readonly schema: string;
  readonly postsOf: PostsOf;
  /** How codes go out; through the notifier where nothing else is given. */
  readonly sendCode?: SendCode;
};

/** The accounts of one installation and the one place where a request becomes an actor. */
export type Access = {
  readonly auth: Auth;
  readonly actorOf: (headers: Headers) => Promise<Actor>;
  readonly signedIn: (headers: Headers) => Promise<SignedIn | null>;
  /** Forgets what is cached of an account. */
  readonly forget: (account: string) => void;
  readonly close: () => Promise<void>;
};

// Keyed by the database, which stays the same object when a test gives a world another clock.
const opened = new WeakMap<object, Access>();

/** Opens the accounts and brings their schema up to date. Once per world, at start. */
export async function openAccess(world: World, options: AccessOptions): Promise<Access> {
  const onError = (err: unknown) => world.log.error({ err }, 'a connection of the accounts failed');
  const pool = openAuthPool({ url: options.url, schema: options.schema, onError });
  const auth = makeAuth({ world, pool, sendCode: options.sendCode ?? sendCodeByMessage(world) });
  await migrateAuth(auth);
  const cache = new SessionCache(world.clock);
  const signedIn = async (headers: Headers): Promise<SignedIn | null> => {
    const key = sessionCookie(headers);
    if (key === undefined) return null;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const found = await resolveSession(world, auth, options.postsOf, headers);
    cache.set(key, found);
    return found;
  };
  const access: Access = {
    auth,
    signedIn,
    actorOf: async (headers) => (await signedIn(headers))?.actor ?? ANYBODY,
    forget: (account) => cache.forget(account),
    close: () => pool.end(),
  };
  opened.set(world.database, access);
  return access;
}

/** The accounts opened for this world. */
export function accessOf(world: World): Access {
  const access = opened.get(world.database);
  if (!access) throw new Error('openAccess comes before the first request');
  return access;
}

const SESSION_COOKIE = new RegExp(
  `(?:^|;\\s*)(?:__Secure-)?${COOKIE_PREFIX}\\.session_token=([^;]+)`,
);

function sessionCookie(headers: Headers): string | undefined {
  return SESSION_COOKIE.exec(headers.get('cookie') ?? '')?.[1];
}
