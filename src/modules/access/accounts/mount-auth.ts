import type { Context, Hono } from 'hono';
import { peerOf } from '#kernel/http/peer.ts';
import type { Problem } from '#kernel/http/problem.ts';
import { isAllowed } from '#kernel/http/rate-limit.ts';
import { problemReply } from '#kernel/http/reply.ts';
import type { World } from '#kernel/world.ts';
import { accessOf } from '../access.ts';
import { headersFor } from './peer-header.ts';

const BASE = '/api/auth';
/**
 * What of better-auth is open to the outside, and how often a minute to one address: a station's clerks share one, and
 * sign in at nine together. All else, and every version's new endpoint, is not there.
 */
const OPEN: Readonly<Record<string, number>> = {
  '/sign-in/username': 40,
  '/sign-out': 120,
  '/two-factor/enable': 40,
  '/two-factor/verify-totp': 40,
  '/two-factor/verify-backup-code': 40,
  '/change-password': 20,
  '/phone-number/send-otp': 20,
  '/phone-number/verify': 20,
};

/** Hands the sign-in calls to better-auth: POST below /api/auth, JSON in, JSON or a problem out. */
export function mountAuth(app: Hono, world: World): void {
  app.all(`${BASE}/*`, (c) => answer(c, world));
}

async function answer(c: Context, world: World): Promise<Response> {
  const path = new URL(c.req.url).pathname.slice(BASE.length);
  const perMinute = Object.hasOwn(OPEN, path) ? OPEN[path] : undefined;
  if (c.req.method !== 'POST' || perMinute === undefined)
    return problemReply(problem(404, 'not_found'));
  const peer = peerOf(c);
  if (!isAllowed(`${path} ${peer}`, perMinute, world.clock.now()))
    return problemReply(problem(429, 'rate_limited'));
  const access = accessOf(world);
  const headers = headersFor(c.req.raw.headers, peer);
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
