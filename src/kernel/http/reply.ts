import type { Schema } from '#kernel/pure/endpoint.ts';
import type { Problem } from './problem.ts';

type Parsing = Schema & { parse(value: unknown): unknown };

/** Every JSON answer passes here: Hono neither checks nor strips, so the contract's schema does both. */
export function reply(
  schema: Schema,
  value: unknown,
  status = 200,
  cacheSeconds?: number,
): Response {
  if (status === 204) return new Response(null, { status });
  const keep = cacheSeconds === undefined ? undefined : `public, max-age=${cacheSeconds}`;
  return json((schema as Parsing).parse(value), status, 'application/json; charset=utf-8', keep);
}

export function problemReply(problem: Problem): Response {
  return json(problem, problem.status, 'application/problem+json; charset=utf-8');
}

function json(value: unknown, status: number, type: string, keep = 'no-store'): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': type, 'cache-control': keep },
  });
}
