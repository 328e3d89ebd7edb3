import { defineRoute, type Sample } from '#kernel/http/route.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import type { Verb } from '../capabilities.rules.ts';
import {
  createStaffAccount,
  listAccountCandidates,
  listStaffAccounts,
  lockStaffAccount,
  resetStaffPassword,
  resetStaffSecondFactor,
  revokeStaffSessions,
  unlockStaffAccount,
} from './accounts.contract.ts';
import {
  lockAccount,
  resetPassword,
  resetSecondFactor,
  revokeSessions,
  unlockAccount,
} from './change-account.ts';
import { createAccount } from './create-account.ts';
import { listCandidates, pageOfAccounts } from './list-accounts.ts';

const manage = { face: 'staff', capability: 'accounts.manage' satisfies Verb } as const;
const oneAccount = (fixture: (name: string) => string): Sample => ({
  params: { username: fixture('account.other') },
  body: {},
});

const list = defineRoute(listStaffAccounts, {
  ...manage,
  sample: () => ({}),
  handle: ({ world, actor, query }) => pageOfAccounts(world, actor, query),
});

const candidates = defineRoute(listAccountCandidates, {
  ...manage,
  sample: (fixture) => ({ query: { area: fixture('area.community') } }),
  handle: async ({ world, actor, query }) => ({
    items: await listCandidates(world, actor, query.area),
  }),
});

const create = defineRoute(createStaffAccount, {
  ...manage,
  sample: (fixture) => ({
    body: {
      username: `sample-${fixture('serial')}`,
      name: '王丽',
      person: fixture('person.some'),
      adminPost: null,
    },
  }),
  handle: async ({ world, actor, body }) => {
    const { username, password } = await createAccount(world, actor, body);
    return { username, password };
  },
});

type Endpoint = typeof lockStaffAccount;

const change = (
  endpoint: Endpoint,
  work: (world: World, actor: Actor, username: string) => Promise<void>,
  capability: Verb = 'accounts.manage',
) =>
  defineRoute(endpoint, {
    face: 'staff',
    capability,
    sample: oneAccount,
    handle: async ({ world, actor, params }) => {
      await work(world, actor, params.username);
      return { username: params.username };
    },
  });

const newPassword = defineRoute(resetStaffPassword, {
  ...manage,
  sample: oneAccount,
  handle: async ({ world, actor, params }) => ({
    username: params.username,
    password: await resetPassword(world, actor, params.username),
  }),
});

export const accountRoutes = [
  list,
  candidates,
  create,
  change(lockStaffAccount, lockAccount),
  change(unlockStaffAccount, unlockAccount),
  change(resetStaffSecondFactor, resetSecondFactor),
  change(revokeStaffSessions, revokeSessions, 'sessions.revoke'),
  newPassword,
];
