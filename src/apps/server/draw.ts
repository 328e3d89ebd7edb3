import type { Context } from 'hono';
import type { Wiring } from '#kernel/http/mount.ts';
import type { PageCache } from '#kernel/http/page-cache.ts';
import { hasLargeType, languageOf } from '#kernel/http/preferences.ts';
import type { Problem } from '#kernel/http/problem.ts';
import type { Page } from '#kernel/http/route.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import type { PageContext } from '#kernel/views/index.ts';
import type { World } from '#kernel/world.ts';
import { renderErrorPage } from '../portal/error-page.tsx';
import { renderPage } from '../portal/shell.tsx';
import { placeOf } from './places.ts';

export type DrawOptions = {
  readonly world: World;
  readonly assets: (name: string) => string;
  readonly cache: PageCache;
};

const HTML = 'text/html; charset=utf-8';
const DRAFT = /(?:^|; )draft-/;
const READS = new Set(['GET', 'HEAD']);

/** Draws pages and failures inside the portal's shell. */
export function drawing(options: DrawOptions): Pick<Wiring, 'drawPage' | 'drawError'> {
  return {
    async drawPage(c, page, actor) {
      const context = await contextOf(c, options, actor, page.place);
      const html = await renderPage(context, page.title, page.body, page.options);
      const { status = 200, cacheSeconds } = page;
      if (status === 200 && cacheSeconds) return options.cache.keep(c, html, cacheSeconds);
      return respond(c, html, status);
    },
    async drawError(c, problem, actor) {
      const context = await contextOf(c, options, actor);
      if (problem.status === 401 && READS.has(c.req.method))
        return c.redirect(`/sign-in?next=${encodeURIComponent(context.path)}`, 303);
      const draft = DRAFT.test(c.req.header('cookie') ?? '');
      const { status, incident } = problem;
      const html = await renderErrorPage(context, { status, incident, draft });
      if (problem.facts?.['seconds']) c.header('retry-after', String(problem.facts['seconds']));
      return respond(c, html, status);
    },
  };
}

async function contextOf(
  c: Context,
  { world, assets }: DrawOptions,
  actor: Actor,
  place?: Page['place'],
): Promise<PageContext> {
  const lang = languageOf(c);
  const { pathname, search } = new URL(c.req.url);
  const isKnown = actor.face === 'self' || actor.face === 'staff';
  return {
    lang,
    elder: hasLargeType(c),
    path: pathname + search,
    // Other sites' forms are refused by where they come from, and no script stands inline.
    csrf: '',
    nonce: '',
    place: await placeOf(world, lang, place),
    signedIn: isKnown ? { name: actor.name } : null,
    assets,
  };
}

function respond(c: Context, html: string, status: Problem['status']): Response {
  c.header('content-type', HTML);
  c.header('cache-control', 'no-store');
  return c.body(html, status as 200);
}
