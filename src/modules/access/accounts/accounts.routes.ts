import { scopeOf } from '#kernel/db/scope.ts';
import { defineRoute, type Sample } from '#kernel/http/route.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import type { Verb } from '../capabilities.rules.ts';
import { countAccounts, listAccounts } from './account.queries.ts';
import type { AccountLink } from './account.types.ts';
import {
  createStaffAccount,
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

const manage = { face: 'staff', capability: 'accounts.manage' satisfies Verb } as const;
const oneAccount = (fixture: (name: string) => string): Sample => ({
  params: { username: fixture('account.other') },
  body: {},
});

function viewOf({ account: _, username, ...link }: AccountLink) {
  return {
    ...link,
    username: username ?? '',
    lockedAt: link.lockedAt?.toISOString() ?? null,
    createdAt: link.createdAt.toISOString(),
  };
}

const list = defineRoute(listStaffAccounts, {
  ...manage,
  sample: () => ({}),
  handle: ({ world, actor, query }) =>
    world.database.withReadScope(scopeOf(actor), async (db) => ({
      items: (await listAccounts(db, query.after, query.limit)).map(viewOf),
      total: await countAccounts(db),
    })),
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
  create,
  change(lockStaffAccount, lockAccount),
  change(unlockStaffAccount, unlockAccount),
  change(resetStaffSecondFactor, resetSecondFactor),
  change(revokeStaffSessions, revokeSessions, 'sessions.revoke'),
  newPassword,
];
