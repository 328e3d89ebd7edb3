import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { phoneNumber, twoFactor, username } from 'better-auth/plugins';
import type { World } from '#kernel/world.ts';
import { demandUnlocked, linliHooks } from './auth-hooks.ts';
import type { AuthPool } from './auth-pool.queries.ts';
import { PASSWORD_LIMIT } from './guesses.ts';
import { maskTelephone, parseTelephone } from './telephone.rules.ts';

const ISSUER = 'Linli';
/** Longer than any idle limit: idleness ends sessions (session.rules.ts), this only bounds a forgotten row. */
const SESSION_SECONDS = 180 * 24 * 60 * 60;
const CODE_SECONDS = 5 * 60;
export const COOKIE_PREFIX = 'linli';

/** Sends one sign-in code. Called outside any transaction. */
export type SendCode = (telephone: string, code: string, headers: Headers) => Promise<void>;

export type AuthOptions = {
  readonly world: World;
  readonly pool: AuthPool;
  readonly sendCode: SendCode;
};

/** Accounts, passwords, codes, second factors and sessions: better-auth, configured once. No password or session code of our own. */
export function makeAuth({ world, pool, sendCode }: AuthOptions) {
  const { publicUrl, demo } = world.settings;
  return betterAuth({
    appName: ISSUER,
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: world.secrets.key('accounts').toString('base64url'),
    database: pool,
    trustedOrigins: demo ? [publicUrl, 'http://127.0.0.1:*', 'http://localhost:*'] : [publicUrl],
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      // Said aloud, because better-auth drops the check where it thinks it is under test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      // No address is kept with a session.
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => world.newId() },
    },
    // Guessing is counted in our own database (guesses.ts), flooding where the calls come in (mount-auth.ts).
    rateLimit: { enabled: false },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      freshAge: 0,
      additionalFields: {
        seenAt: { type: 'date', required: false, input: false },
        post: { type: 'string', required: false, input: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            await demandUnlocked(world, session.userId);
            return { data: { ...session, seenAt: world.clock.now() } };
          },
        },
      },
    },
    plugins: [
      username({ minUsernameLength: 3, maxUsernameLength: 40, usernameValidator: isUsername }),
      phoneNumber({
        expiresIn: CODE_SECONDS,
        otpLength: 6,
        allowedAttempts: 3,
        phoneNumberValidator: (number) => parseTelephone(number, demo) === number,
        sendOTP: ({ phoneNumber: number, code }, ctx) =>
          sendCode(number, code, ctx?.headers ?? new Headers()),
        signUpOnVerification: {
          getTempEmail: (number) => `${number}@telephone.invalid`,
          getTempName: maskTelephone,
        },
      }),
      twoFactor({
        issuer: ISSUER,
        accountLockout: {
          enabled: true,
          maxFailedAttempts: PASSWORD_LIMIT.attempts,
          durationSeconds: PASSWORD_LIMIT.pauseMinutes * 60,
        },
      }),
      // Last, so that its hooks see whether a second factor is still awaited.
      linliHooks(world),
    ],
  });
}

export type Auth = ReturnType<typeof makeAuth>;

function isUsername(name: string): boolean {
  return /^[a-z0-9][a-z0-9._-]*$/i.test(name);
}

/** Brings the accounts' schema up to date, by the auth role, which owns it. Safe to repeat. */
export async function migrateAuth(auth: Auth): Promise<void> {
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
}
