import type { Child } from 'hono/jsx';
import type { Actor } from '#kernel/pure/actor.ts';
import type { Endpoint, InputOf, OutputOf, Schema } from '#kernel/pure/endpoint.ts';
import type { Language } from '#kernel/pure/messages.ts';
import type { PageOptions, Place as ShownPlace } from '#kernel/views/page-context.ts';
import type { World } from '#kernel/world.ts';
import type { Upload } from './uploads.ts';

/** Who a route is for: anybody, a signed-in resident, staff in a post. A signed link is part of a public page's path. */
export type Face = 'public' | 'self' | 'staff';

export type Request<P, Q, B> = {
  readonly world: World;
  readonly actor: Actor;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly uploads: readonly Upload[];
  readonly lang: Language;
  /** The `Idempotency-Key` of an API creation. */
  readonly idempotencyKey: string | null;
  readonly headers: Headers;
  /** Aborted when the caller is gone. */
  readonly signal: AbortSignal;
  /** Address of the peer, for rate limits only; never stored with what was said. */
  readonly peer: string;
  readonly cookies: Cookies;
};

/** Signed, HTTP-only cookies; a tampered one reads as absent. */
export type Cookies = {
  get(name: string): string | undefined;
  set(name: string, value: string, maxAgeSeconds: number): void;
  clear(name: string): void;
};

/** Values for one call that succeeds on the demo or test data; every check that walks all routes uses it. */
export type Sample = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

/** Names of things that samples refer to, e.g. 'matter.open' → a number; the fixture fills them. */
export type SampleOf = (fixture: (name: string) => string) => Sample;

type Common = {
  readonly face: Face;
  /** The verb a staff actor must hold; null only where the face alone decides. */
  readonly capability: string | null;
  readonly sample: SampleOf;
  /** Calls per minute and peer, where guessing or flooding must cost. */
  readonly perMinute?: number;
};

export type ApiRoute = Common & {
  readonly kind: 'api';
  readonly endpoint: Endpoint;
  readonly handle: (request: Request<never, never, never>) => Promise<unknown>;
  /** Answers with bytes instead of JSON: exports, photos, PDF. */
  readonly download?: boolean;
  /** How long anybody's copy of a public answer may serve; absent: not stored. */
  readonly cacheSeconds?: number;
};

/** The only way to add a route to the API. What it returns passes through the contract's reply schema, which drops the undeclared. */
export function defineRoute<E extends Endpoint>(
  endpoint: E,
  route: Common & {
    cacheSeconds?: number;
    handle: (
      request: Request<OutputOf<E['params']>, OutputOf<E['query']>, OutputOf<E['body']>>,
    ) => Promise<InputOf<E['reply']>>;
  },
): ApiRoute {
  return { kind: 'api', endpoint, ...route } as ApiRoute;
}

/** As `defineRoute`, for answers that are bytes. */
export function defineDownload<E extends Endpoint>(
  endpoint: E,
  route: Common & {
    handle: (
      request: Request<OutputOf<E['params']>, OutputOf<E['query']>, OutputOf<E['body']>>,
    ) => Promise<Response>;
  },
): ApiRoute {
  return { kind: 'api', endpoint, download: true, ...route } as ApiRoute;
}

/** The place a page speaks of, shown in its header. */
export type Place = {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  /** Whom to call, in the footer. */
  readonly office?: ShownPlace['office'];
};

export type Page = {
  readonly title: string;
  readonly body: Child;
  readonly place?: Place;
  /** What the shell draws around the body: a way back, browser modules, a feed. */
  readonly options?: PageOptions;
  /** Key of the navigation entry that is current. */
  readonly section?: string;
  readonly status?: 200 | 404 | 409 | 410 | 422 | 429;
  /** How long anybody's copy may serve it; absent: not stored. */
  readonly cacheSeconds?: number;
};

/** Where to go next, after a form was taken. */
export type Redirect = { readonly to: string };

export type PageRoute = Common & {
  readonly kind: 'page';
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly handle: (request: Request<never, never, never>) => Promise<Page | Redirect | Response>;
};

/**
 * The only way to add a page to the portal. A form's fields arrive unparsed in `body`: `readForm` turns them into
 * values or into faults to show beside the fields.
 */
export function definePage<
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
>(
  page: Common & {
    method?: 'get' | 'post';
    path: string;
    params?: P;
    query?: Q;
    handle: (
      request: Request<OutputOf<P>, OutputOf<Q>, FormData>,
    ) => Promise<Page | Redirect | Response>;
  },
): PageRoute {
  return { kind: 'page', method: 'get', ...page } as PageRoute;
}

export type Route = ApiRoute | PageRoute;
