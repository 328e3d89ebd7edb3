import { forgetAttempts } from '#kernel/attempts/attempts.ts';
import type { Tx } from '#kernel/db/client.ts';
import { scopeOf } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { type Actor, may } from '#kernel/pure/actor.ts';
import { AppError, forbidden } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { accessOf } from '../access.ts';
import type { Verb } from '../capabilities.rules.ts';
import { getAccountByUsername, updateAccount } from './account.queries.ts';
import type { AccountLink } from './account.types.ts';
import { passwordKey } from './guesses.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { NO_PLACE } from './record-sign-in.ts';

type Change = {
  readonly verb: string;
  readonly capability: Verb;
  readonly work: (tx: Tx, link: AccountLink) => Promise<void>;
};

/**
 * One change to somebody else's account: journaled, and every session of his ends. What lies in better-auth's schema
 * is changed last inside the transaction, so that a failure there leaves no journal row about what did not happen.
 */
async function changeAccount(
  world: World,
  actor: Actor,
  username: string,
  change: Change,
): Promise<void> {
  if (!may(actor, change.capability)) throw forbidden(change.capability);
  const { auth, forget } = accessOf(world);
  const { internalAdapter } = await auth.$context;
  await world.database.withScope(scopeOf(actor), async (tx) => {
    const link = await getAccountByUsername(tx, username);
    if (link.account === actor.account) throw new AppError('refused', 'own_account');
    await writeJournal(tx, world, actor, {
      subject: { kind: 'account', id: link.account },
      verb: change.verb,
      area: NO_PLACE,
    });
    await change.work(tx, link);
    await internalAdapter.deleteUserSessions(link.account);
    forget(link.account);
  });
}

/** Nobody signs in to it until it is unlocked. */
export function lockAccount(world: World, actor: Actor, username: string): Promise<void> {
  return changeAccount(world, actor, username, {
    verb: 'account.lock',
    capability: 'accounts.manage',
    work: (tx, link) => updateAccount(tx, link.account, { lockedAt: world.clock.now() }),
  });
}

/** Ends a lock, also the one of fifteen minutes after failures. */
export function unlockAccount(world: World, actor: Actor, username: string): Promise<void> {
  return changeAccount(world, actor, username, {
    verb: 'account.unlock',
    capability: 'accounts.manage',
    work: async (tx, link) => {
      await updateAccount(tx, link.account, { lockedAt: null });
      await forgetAttempts(tx, passwordKey(world, username));
    },
  });
}

/** For a lost telephone: the account enrols a new second factor at its next sign-in. */
export function resetSecondFactor(world: World, actor: Actor, username: string): Promise<void> {
  return changeAccount(world, actor, username, {
    verb: 'account.reset_second_factor',
    capability: 'accounts.manage',
    work: async (_tx, link) => {
      const { adapter, internalAdapter } = await accessOf(world).auth.$context;
      const where = [{ field: 'userId', value: link.account }];
      await adapter.deleteMany({ model: 'twoFactor', where });
      await internalAdapter.updateUser(link.account, { twoFactorEnabled: false });
    },
  });
}

/** A new one-time password, to be told once. */
export async function resetPassword(world: World, actor: Actor, username: string): Promise<string> {
  const password = makeOneTimePassword();
  await changeAccount(world, actor, username, {
    verb: 'account.reset_password',
    capability: 'accounts.manage',
    work: async (tx, link) => {
      await updateAccount(tx, link.account, { oneTimePassword: true });
      const context = await accessOf(world).auth.$context;
      const hash = await context.password.hash(password);
      await context.internalAdapter.updatePassword(link.account, hash);
    },
  });
  return password;
}

/** Ends somebody's sessions everywhere. */
export function revokeSessions(world: World, actor: Actor, username: string): Promise<void> {
  return changeAccount(world, actor, username, {
    verb: 'account.revoke_sessions',
    capability: 'sessions.revoke',
    work: async () => {},
  });
}
