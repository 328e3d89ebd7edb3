import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Actor } from '#kernel/pure/actor.ts';
import { ANYBODY, may } from '#kernel/pure/actor.ts';
import type { Schema } from '#kernel/pure/endpoint.ts';
import { AppError, forbidden, notFound, unauthenticated } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { cookiesOf } from './cookies.ts';
import { parseOrThrow } from './forms.ts';
import { peerOf } from './peer.ts';
import { languageOf } from './preferences.ts';
import { problemOf } from './problem.ts';
import { allow } from './rate-limit.ts';
import { problemReply, reply } from './reply.ts';
import type { ApiRoute, Face, Page, PageRoute, Redirect, Request, Route } from './route.ts';
import { uploadsOf } from './uploads.ts';

export type Wiring = {
  readonly world: World;
  /** The one place where a request becomes an actor. */
  readonly actorOf: (headers: Headers) => Promise<Actor>;
  /** Draws a page inside the portal's shell. */
  readonly drawPage: (c: Context, page: Page, actor: Actor) => Response | Promise<Response>;
  readonly drawError: (
    c: Context,
    problem: ReturnType<typeof problemOf>,
    actor: Actor,
  ) => Response | Promise<Response>;
};

/** Where measurements find which route answered. */
export const ROUTE_NAME = 'routeName';

type AnyRequest = Request<never, never, never>;

/** Registers every route of every module; nothing else adds one. */
export function mountRoutes(app: Hono, routes: readonly Route[], wiring: Wiring): void {
  for (const route of routes) {
    const method = route.kind === 'api' ? route.endpoint.method : route.method;
    const path = (route.kind === 'api' ? route.endpoint.path : route.path).replace(
      /\{(\w+)\}/g,
      ':$1',
    );
    app.on(method.toUpperCase(), [path], (c) => answer(c, route, wiring));
  }
}

async function answer(c: Context, route: Route, wiring: Wiring): Promise<Response> {
  let actor: Actor = ANYBODY;
  c.set(ROUTE_NAME, routeName(route));
  try {
    actor = await wiring.actorOf(c.req.raw.headers);
    if (route.perMinute !== undefined)
      allow(`${routeName(route)} ${peerOf(c)}`, route.perMinute, wiring.world.clock.now());
    demandFace(route, actor);
    const request = await readRequest(c, route, actor, wiring.world);
    return route.kind === 'api'
      ? await answerApi(route, request)
      : await answerPage(c, route, request, wiring);
  } catch (error) {
    const problem = problemOf(error, wiring.world.newId());
    if (problem.status >= 500)
      wiring.world.log.error(
        { err: error, incident: problem.incident, route: routeName(route) },
        'a request failed',
      );
    return route.kind === 'api' ? problemReply(problem) : wiring.drawError(c, problem, actor);
  }
}

async function answerApi(route: ApiRoute, request: AnyRequest): Promise<Response> {
  const value = await route.handle(request);
  if (route.download) return value as Response;
  return reply(route.endpoint.reply, value, 200, route.cacheSeconds);
}

async function answerPage(
  c: Context,
  route: PageRoute,
  request: AnyRequest,
  wiring: Wiring,
): Promise<Response> {
  const page = await route.handle(request);
  if (page instanceof Response) return page;
  return isRedirect(page) ? c.redirect(page.to, 303) : wiring.drawPage(c, page, request.actor);
}

function isRedirect(page: Page | Redirect): page is Redirect {
  return 'to' in page;
}

const FACES: Record<Face, readonly Actor['face'][]> = {
  public: ['public', 'self', 'staff'],
  self: ['self'],
  staff: ['staff'],
};

/** Staff without the verb: 403, so that the page can say whom to ask. */
function demandFace(route: Route, actor: Actor): void {
  if (!FACES[route.face].includes(actor.face)) throw unauthenticated();
  if (route.capability !== null && route.face === 'staff' && !may(actor, route.capability))
    throw forbidden(route.capability);
}

async function readRequest(
  c: Context,
  route: Route,
  actor: Actor,
  world: World,
): Promise<AnyRequest> {
  const schemas = route.kind === 'api' ? route.endpoint : route;
  const secure = world.settings.publicUrl.startsWith('https:');
  const { body, uploads } = await readBody(c, route);
  return {
    world,
    actor,
    params: schemas.params ? parseParams(schemas.params, c.req.param()) : {},
    query: schemas.query ? parseOrThrow(schemas.query, c.req.query()) : {},
    body,
    uploads,
    lang: languageOf(c),
    idempotencyKey: c.req.header('idempotency-key') ?? null,
    headers: c.req.raw.headers,
    // Asked for by few; making one costs as much as the rest of this.
    get signal() {
      return c.req.raw.signal;
    },
    peer: peerOf(c),
    cookies: cookiesOf(c, world.secrets, secure),
  } as AnyRequest;
}

/** A malformed number in a path names nothing. */
function parseParams(schema: Schema, params: unknown): unknown {
  const parsed = (schema as unknown as z.ZodType).safeParse(params);
  if (!parsed.success) throw notFound();
  return parsed.data;
}

async function readBody(
  c: Context,
  route: Route,
): Promise<{ body: unknown; uploads: Request<never, never, never>['uploads'] }> {
  if (route.kind === 'api') {
    if (!route.endpoint.body) return { body: undefined, uploads: [] };
    return readApiBody(c, route);
  }
  if (route.method === 'get') return { body: new FormData(), uploads: [] };
  const form = await c.req.formData().catch(malformed);
  return { body: form, uploads: await uploadsOf(form) };
}

/** JSON, or multipart with the JSON in the part 'body' where files come along. */
async function readApiBody(c: Context, route: ApiRoute) {
  if (!c.req.header('content-type')?.startsWith('multipart/form-data')) {
    return {
      body: parseOrThrow(route.endpoint.body, parseJson(await c.req.text().catch(malformed))),
      uploads: [],
    };
  }
  const form = await c.req.formData().catch(malformed);
  const part = form.get('body');
  const value = typeof part === 'string' ? parseJson(part) : {};
  return { body: parseOrThrow(route.endpoint.body, value), uploads: await uploadsOf(form) };
}

/** Half a surrogate pair, which JSON can escape and PostgreSQL can't keep, becomes the replacement character. */
const wellFormed = (_: string, value: unknown) =>
  typeof value === 'string' ? value.toWellFormed() : value;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, wellFormed);
  } catch {
    return malformed();
  }
}

function malformed(): never {
  throw new AppError('invalid', 'malformed_body');
}

export function routeName(route: Route): string {
  return route.kind === 'api'
    ? `${route.endpoint.method} ${route.endpoint.path}`
    : `${route.method} ${route.path}`;
}
