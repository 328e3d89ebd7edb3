import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';
import { ADMIN_POSTS } from './account.types.ts';

const username = z
  .string()
  .trim()
  .min(3, 'too_short')
  .max(40, 'too_long')
  .regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/, 'username_unfit');

const account = z
  .object({
    username: z.string(),
    /** The person whose posts it acts in; null for an administrator of the installation. */
    person: z.uuid().nullable(),
    adminPost: z.enum(ADMIN_POSTS).nullable(),
    lockedAt: z.iso.datetime().nullable(),
    /** It still has the password that somebody else gave it. */
    oneTimePassword: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'StaffAccount' });

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
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ items: z.array(account), total: z.int() }),
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
