import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, createAuthMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import type { Begun } from '#kernel/attempts/attempts.ts';
import { systemScope } from '#kernel/db/scope.ts';
import type { World } from '#kernel/world.ts';
import { findAccount } from './account.queries.ts';
import { beginCode, beginCodeTry, beginPassword, endCodeTry, endPassword } from './guesses.ts';
import { peerIn } from './peer-header.ts';
import { recordLockOut, recordPasswordChange, recordSignIn } from './record-sign-in.ts';

const PASSWORD = '/sign-in/username';
const NEW_PASSWORD = '/change-password';
const SECOND_FACTOR = ['/two-factor/verify-totp', '/two-factor/verify-backup-code'];
const CODE = '/phone-number/verify';
const SEND_CODE = '/phone-number/send-otp';
const UNWANTED = ['trustDevice', 'updatePhoneNumber', 'disableSession'];
const CHALLENGE_COOKIE = 'two_factor=';

type Hook = { readonly path?: string; readonly body?: unknown };
type After = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

function textIn(body: unknown, field: string): string {
  const value = (body as Readonly<Record<string, unknown>> | undefined)?.[field];
  return typeof value === 'string' ? value : '';
}

/**
 * What better-auth lacks: a lock-out per username, the journal of sign-ins, no trusted devices, no telephone number on
 * a staff account (it would sign in past the second factor), and a session opened by the demo's one click.
 */
export function linliHooks(world: World) {
  return {
    id: 'linli',
    endpoints: {
      openSession: createAuthEndpoint(
        { method: 'POST', body: z.object({ account: z.string() }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.account);
          if (!user) throw new APIError('NOT_FOUND');
          const session = await ctx.context.internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ token: session.token });
        },
      ),
    },
    hooks: {
      before: [
        {
          matcher: (ctx: Hook) => ctx.path === PASSWORD,
          handler: createAuthMiddleware(async (ctx) =>
            demandAllowed(await beginPassword(world, textIn(ctx.body, 'username'))),
          ),
        },
        {
          matcher: (ctx: Hook) => ctx.path === SEND_CODE,
          handler: createAuthMiddleware(async (ctx) =>
            demandAllowed(
              await beginCode(world, textIn(ctx.body, 'phoneNumber'), peerIn(ctx.headers)),
            ),
          ),
        },
        {
          matcher: (ctx: Hook) => ctx.path === CODE,
          handler: createAuthMiddleware(async (ctx) =>
            demandAllowed(
              await beginCodeTry(world, textIn(ctx.body, 'phoneNumber'), peerIn(ctx.headers)),
            ),
          ),
        },
        {
          matcher: (ctx: Hook) => ctx.path === NEW_PASSWORD,
          handler: createAuthMiddleware(async (ctx) => {
            const { currentPassword, newPassword } = ctx.body ?? {};
            if (currentPassword === newPassword) {
              throw new APIError('BAD_REQUEST', { code: 'PASSWORD_UNCHANGED' });
            }
            if (ctx.body) ctx.body.revokeOtherSessions = true;
          }),
        },
        {
          matcher: (ctx: Hook) => ctx.path === CODE || SECOND_FACTOR.includes(ctx.path ?? ''),
          handler: createAuthMiddleware(async (ctx) => {
            // In place: a body returned from here would be merged into the old one, which keeps what was left out.
            for (const key of UNWANTED) delete ctx.body?.[key];
          }),
        },
      ],
      after: [
        {
          matcher: (ctx: Hook) => ctx.path === PASSWORD,
          handler: createAuthMiddleware((ctx) => afterPassword(world, ctx)),
        },
        {
          matcher: (ctx: Hook) => ctx.path === CODE || SECOND_FACTOR.includes(ctx.path ?? ''),
          handler: createAuthMiddleware((ctx) => afterSecondStep(world, ctx)),
        },
        {
          matcher: (ctx: Hook) => ctx.path === NEW_PASSWORD,
          handler: createAuthMiddleware((ctx) => afterNewPassword(world, ctx)),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

/** A locked account opens no session, whichever way it came; said only to whoever knew the password. */
export async function demandUnlocked(world: World, account: string): Promise<void> {
  const link = await world.database.withReadScope(systemScope, (db) => findAccount(db, account));
  if (link?.lockedAt) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_CLOSED' });
}

function demandAllowed(begun: Begun): void {
  if (begun.allowed) return;
  throw new APIError('TOO_MANY_REQUESTS', {
    code: 'TOO_MANY_ATTEMPTS',
    message: 'too many attempts, wait',
    facts: { minutes: begun.minutes },
  });
}

async function afterPassword(world: World, ctx: After): Promise<void> {
  const username = textIn(ctx.body, 'username');
  if (isFailure(ctx)) {
    await recordLockOut(world, username);
    return;
  }
  await endPassword(world, username);
  // Null while the second factor is awaited.
  if (ctx.context.newSession) await recordSignIn(world, ctx.context.newSession.user.id, 'password');
}

async function afterSecondStep(world: World, ctx: After): Promise<void> {
  const account = ctx.context.newSession?.user.id;
  if (isFailure(ctx) || !account) return;
  if (ctx.path === CODE) {
    await endCodeTry(world, textIn(ctx.body, 'phoneNumber'), peerIn(ctx.headers));
    return recordSignIn(world, account, 'code');
  }
  const isSignIn = ctx.headers?.get('cookie')?.includes(CHALLENGE_COOKIE) ?? false;
  await recordSignIn(world, account, isSignIn ? 'second_factor' : 'enrolment');
}

async function afterNewPassword(world: World, ctx: After): Promise<void> {
  const account = ctx.context.session?.user.id;
  if (!isFailure(ctx) && account) await recordPasswordChange(world, account);
}

function isFailure(ctx: After): boolean {
  return ctx.context.returned instanceof Error;
}
