import { Hono } from 'hono';
import { mountRoutes } from '#kernel/http/mount.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import { routes } from '../routes.ts';

type Asking = { readonly body?: object; readonly headers?: Readonly<Record<string, string>> };

/** Asks the module's routes over HTTP as somebody in a post; pages are drawn without a shell. */
export function askingAs(world: World) {
  return async (actor: Actor, path: string, { body, headers = {} }: Asking = {}) => {
    const app = new Hono();
    mountRoutes(app, routes, {
      world,
      actorOf: async () => actor,
      drawPage: (c, page) => c.html(String(page.body), page.status ?? 200),
      drawError: (c, problem) => c.text(problem.code, problem.status as 404),
    });
    const init = body && {
      method: 'POST',
      body: JSON.stringify(body),
    };
    return app.request(path, {
      ...init,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    });
  };
}
