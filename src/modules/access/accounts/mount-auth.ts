import type { Context, Hono } from 'hono';
import { peerOf } from '#kernel/http/peer.ts';
import type { Problem } from '#kernel/http/problem.ts';
import { problemReply } from '#kernel/http/reply.ts';
import type { World } from '#kernel/world.ts';
import { accessOf } from '../access.ts';
import { PEER_HEADER } from './auth.ts';

const BASE = '/api/auth';
/** What of better-auth is open to the outside; all else, and every version's new endpoint, is not there. */
const OPEN = new Set([
  '/sign-in/username',
  '/sign-out',
  '/two-factor/enable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/change-password',
  '/phone-number/send-otp',
  '/phone-number/verify',
]);

/** Hands the sign-in calls to better-auth: POST below /api/auth, JSON in, JSON or a problem out. */
export function mountAuth(app: Hono, world: World): void {
  app.all(`${BASE}/*`, (c) => answer(c, world));
}

async function answer(c: Context, world: World): Promise<Response> {
  const path = new URL(c.req.url).pathname.slice(BASE.length);
  if (c.req.method !== 'POST' || !OPEN.has(path)) return problemReply(problem(404, 'not_found'));
  const access = accessOf(world);
  const headers = new Headers(c.req.raw.headers);
  headers.delete(PEER_HEADER);
  headers.set(PEER_HEADER, peerOf(c));
  // Ends an idle session before better-auth, which knows no idle limit, takes it for a living one.
  const before = await access.signedIn(headers);
  const response = await access.auth.handler(new Request(c.req.raw, { headers }));
  if (before?.actor.account) access.forget(before.actor.account);
  return response.ok ? response : problemFrom(response);
}

async function problemFrom(response: Response): Promise<Response> {
  const body = (await response.json().catch(() => ({}))) as {
    code?: unknown;
    facts?: Problem['facts'];
  };
  const code = codeOf(response.status, body.code);
  const answered = problemReply({
    ...problem(response.status, code),
    ...(body.facts ? { facts: body.facts } : {}),
  });
  for (const cookie of response.headers.getSetCookie())
    answered.headers.append('set-cookie', cookie);
  return answered;
}

/** better-auth's own code in small letters; one code for every kind of "too often", which pages know from all other calls. */
function codeOf(status: number, given: unknown): string {
  if (status === 429) return 'rate_limited';
  return typeof given === 'string' ? given.toLowerCase() : 'sign_in_failed';
}

function problem(status: number, code: string): Problem {
  return { type: `urn:linli:problem:${code}`, title: code.replaceAll('_', ' '), status, code };
}
