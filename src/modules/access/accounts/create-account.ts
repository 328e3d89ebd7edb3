import { scopeOf } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { type Actor, may, SYSTEM } from '#kernel/pure/actor.ts';
import { AppError, forbidden } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { accessOf } from '../access.ts';
import { insertAccount } from './account.queries.ts';
import { makeUser, removeUser, type StaffAccount } from './make-account.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { NO_PLACE } from './record-sign-in.ts';

export type CreatedAccount = {
  readonly account: string;
  readonly username: string;
  readonly password: string;
};

/** Gives a person (or an administrator of the installation) an account with a password to be changed at the first sign-in. */
export async function createAccount(
  world: World,
  actor: Actor,
  wanted: StaffAccount,
): Promise<CreatedAccount> {
  if (!may(actor, 'accounts.manage')) throw forbidden('accounts.manage');
  return addAccount(world, actor, wanted, { password: makeOneTimePassword(), oneTime: true });
}

/**
 * The first administrators, made at the machine itself (`linli admin create`): nobody is there yet who could make them.
 * Also the way back in when the only security administrator lost the second factor.
 */
export async function createFirstAdmin(
  world: World,
  wanted: Pick<StaffAccount, 'username' | 'name' | 'adminPost'>,
): Promise<CreatedAccount> {
  const admin = { ...wanted, adminPost: wanted.adminPost ?? 'security_admin', person: null };
  return addAccount(world, SYSTEM, admin, { password: makeOneTimePassword(), oneTime: true });
}

/** The common part; the caller has settled that the actor may. */
export async function addAccount(
  world: World,
  actor: Actor,
  wanted: StaffAccount,
  secret: { readonly password: string; readonly oneTime: boolean },
): Promise<CreatedAccount> {
  const { auth } = accessOf(world);
  const username = wanted.username.toLowerCase();
  const account = await makeUser(auth, { ...wanted, password: secret.password }).catch(asRefusal);
  try {
    await world.database.withScope(scopeOf(actor), async (tx) => {
      await insertAccount(tx, {
        account,
        person: wanted.person,
        username,
        adminPost: wanted.adminPost,
        oneTimePassword: secret.oneTime,
        lockedAt: null,
        createdAt: world.clock.now(),
      });
      await writeJournal(tx, world, actor, {
        subject: { kind: 'account', id: account },
        verb: 'account.create',
        area: NO_PLACE,
        codes: { person: wanted.person, adminPost: wanted.adminPost },
      });
    });
  } catch (error) {
    await removeUser(auth, account);
    throw error;
  }
  return { account, username, password: secret.password };
}

/** better-auth says "taken" by its own code, or PostgreSQL does when two come at once. */
function asRefusal(cause: unknown): never {
  const code = (cause as { body?: { code?: string }; code?: string }).body?.code ?? '';
  const isTaken = code.includes('TAKEN') || (cause as { code?: string }).code === '23505';
  if (isTaken) throw new AppError('refused', 'username_taken', { cause });
  if (/USERNAME/.test(code)) throw new AppError('refused', 'username_unfit', { cause });
  throw cause;
}
