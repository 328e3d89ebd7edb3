import type { Context, Hono } from 'hono';
import type { Wiring } from '#kernel/http/mount.ts';
import { problemOf } from '#kernel/http/problem.ts';
import { problemReply } from '#kernel/http/reply.ts';
import { ANYBODY } from '#kernel/pure/actor.ts';
import { notFound } from '#kernel/pure/errors.ts';

/** What no route answers, and what fails outside of one: problem details below /api, a page elsewhere. */
export function answerFailures(app: Hono, wiring: Wiring): void {
  const { world } = wiring;
  app.notFound((c) => answer(c, notFound(), wiring));
  app.onError((error, c) => answer(c, error, wiring));

  async function answer(c: Context, error: unknown, { drawError }: Wiring): Promise<Response> {
    const problem = problemOf(error, world.newId());
    if (problem.status >= 500)
      world.log.error({ err: error, incident: problem.incident }, 'a request failed');
    if (new URL(c.req.url).pathname.startsWith('/api/')) return problemReply(problem);
    return drawError(c, problem, ANYBODY);
  }
}
