import type { AdminPost } from './account.types.ts';
import type { Auth } from './auth.ts';

export type NewAccount = {
  readonly username: string;
  readonly name: string;
  readonly password: string;
};

export type StaffAccount = {
  readonly username: string;
  readonly name: string;
  readonly person: string | null;
  readonly adminPost: AdminPost | null;
};

/**
 * Makes the sign-in of a staff account: better-auth's user and its password. Returns its id. Its tables stand in
 * another schema under another role, so this is no part of the caller's transaction: a user without an account link
 * can do nothing, and `removeUser` takes it away.
 */
export async function makeUser(auth: Auth, account: NewAccount): Promise<string> {
  const { internalAdapter, password } = await auth.$context;
  const username = account.username.toLowerCase();
  const user = await internalAdapter.createUser(
    // E-mail is mandatory inside better-auth; nothing is ever sent to it.
    {
      email: `${username}@staff.invalid`,
      emailVerified: false,
      name: account.name,
      username,
      displayUsername: account.username,
    },
    { method: 'linli' },
  );
  const hash = await password.hash(account.password);
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: hash,
  });
  return user.id;
}

export async function removeUser(auth: Auth, account: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteUser(account);
}
