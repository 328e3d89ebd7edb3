import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';
import { ADMIN_POSTS } from './account.types.ts';

const words = z.object({ zh: z.string(), en: z.string() });
const username = z
  .string()
  .trim()
  .min(3, 'too_short')
  .max(40, 'too_long')
  .regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/, 'username_unfit');

export const ACCOUNT_STATES = ['all', 'open', 'locked', 'one_time', 'admin'] as const;
const post = z.object({ title: words, organisation: z.string(), post: z.string() });

const account = z
  .object({
    username: z.string(),
    /** What the person is called in office; office holders are public knowledge. Empty for an administrator. */
    name: z.string(),
    posts: z.array(post),
    /** The person whose posts it acts in; null for an administrator of the installation. */
    person: z.uuid().nullable(),
    adminPost: z.enum(ADMIN_POSTS).nullable(),
    lockedAt: z.iso.datetime().nullable(),
    /** It still has the password that somebody else gave it. */
    oneTimePassword: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'StaffAccount' });
export type StaffAccountView = z.output<typeof account>;

/** Told once, by mouth or on paper, and changed at the first sign-in. */
const told = z.object({ username: z.string(), password: z.string() }).meta({ id: 'ToldPassword' });
const done = z.object({ username: z.string() });
const params = z.object({ username: z.string().max(40) });

export const listStaffAccounts = defineEndpoint({
  method: 'get',
  path: '/api/v1/accounts',
  summary: 'Staff accounts in the order of their usernames',
  query: z.object({
    after: z.string().max(40).default(''),
    /** The beginning of a username. */
    name: z.string().trim().max(40).default(''),
    state: z.enum(ACCOUNT_STATES).default('all'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ items: z.array(account), next: z.string().nullable(), total: z.int() }),
});

const candidate = z
  .object({
    person: z.uuid(),
    name: z.string(),
    posts: z.array(post),
    /** Usernames the person has already. */
    accounts: z.array(z.string()),
  })
  .meta({ id: 'AccountCandidate' });
export type AccountCandidate = z.output<typeof candidate>;

export const listAccountCandidates = defineEndpoint({
  method: 'get',
  path: '/api/v1/account-candidates',
  summary: 'Who holds a post today in the bodies of one area, and may be given an account',
  query: z.object({ area: z.string().regex(/^\d{12}$/, 'area_unreadable') }),
  reply: z.object({ items: z.array(candidate) }),
});

export const createStaffAccount = defineEndpoint({
  method: 'post',
  path: '/api/v1/accounts',
  summary: 'Give a person an account with a one-time password',
  body: z
    .object({
      username,
      name: z.string().trim().min(1, 'required').max(60, 'too_long'),
      person: z.uuid().nullable().default(null),
      adminPost: z.enum(ADMIN_POSTS).nullable().default(null),
    })
    .refine(({ person, adminPost }) => (person === null) !== (adminPost === null), {
      path: ['person'],
      message: 'person_or_admin_post',
    }),
  reply: told,
});

const change = (path: string, summary: string) =>
  defineEndpoint({
    method: 'post',
    path: `/api/v1/accounts/{username}/${path}`,
    summary,
    params,
    body: z.object({}),
    reply: done,
  });

export const lockStaffAccount = change('lock', 'Let nobody sign in to an account');
export const unlockStaffAccount = change('unlock', 'End a lock');
export const resetStaffSecondFactor = change(
  'reset-second-factor',
  'Let an account enrol a new second factor',
);
export const revokeStaffSessions = change('revoke-sessions', 'End an account’s sessions');

export const resetStaffPassword = defineEndpoint({
  method: 'post',
  path: '/api/v1/accounts/{username}/reset-password',
  summary: 'Give an account a new one-time password',
  params,
  body: z.object({}),
  reply: told,
});
