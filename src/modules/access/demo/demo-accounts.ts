import { symmetricEncrypt } from 'better-auth/crypto';
import { systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import type { Secrets } from '#kernel/secrets.ts';
import type { World } from '#kernel/world.ts';
import { accessOf } from '../access.ts';
import type { AdminPost } from '../accounts/account.types.ts';
import type { Auth } from '../accounts/auth.ts';
import { addAccount } from '../accounts/create-account.ts';
import { base32 } from './base32.rules.ts';
import { insertDemoAccount, listDemoAccountRows } from './demo-account.queries.ts';

/** What the demo's loader says of one sign-in: the person's appointments decide what it may do. */
export type DemoAccountWanted = {
  readonly username: string;
  readonly name: string;
  /** '<organisation kind> <post>' or an administrator's post. */
  readonly role: string;
  readonly person: string | null;
  readonly adminPost: AdminPost | null;
  /** 12-digit code of the organisation's area. */
  readonly area: string;
};

export type DemoAccount = {
  readonly role: string;
  readonly username: string;
  readonly password: string;
  /** Base32, as an authenticator app takes it. */
  readonly totpSecret: string;
  readonly area: string;
};

/** Passwords are hashed slowly on purpose; two at a time leave the other core to the loader. */
const AT_ONCE = 2;

const passwordOf = (secrets: Secrets, username: string) =>
  secrets.mac('demo-password', username).slice(0, 16);
// better-auth keeps the secret's text and uses its bytes as the key.
const totpTextOf = (secrets: Secrets, username: string) =>
  secrets.mac('demo-totp', username).slice(0, 32);

/** Makes the demo's sign-ins that are not there yet. Password and second factor follow from the installation's secret, so a restart changes nothing. */
export async function createDemoAccounts(
  world: World,
  wanted: readonly DemoAccountWanted[],
): Promise<void> {
  const rows = await world.database.withReadScope(systemScope, listDemoAccountRows);
  const made = new Set(rows.map((row) => row.username));
  const missing = wanted.filter((one) => !made.has(one.username));
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    await Promise.all(missing.slice(from, from + AT_ONCE).map((one) => createOne(world, one)));
  }
}

async function createOne(world: World, { role, area, ...wanted }: DemoAccountWanted) {
  const { auth } = accessOf(world);
  const password = passwordOf(world.secrets, wanted.username);
  const { account, username } = await addAccount(world, SYSTEM, wanted, {
    password,
    oneTime: false,
  });
  await enrol(auth, account, totpTextOf(world.secrets, username));
  await world.database.withScope(systemScope, (tx) =>
    insertDemoAccount(tx, { username, account, role, area }),
  );
}

async function enrol(auth: Auth, account: string, secret: string): Promise<void> {
  const { adapter, internalAdapter, secretConfig: key } = await auth.$context;
  const backupCodes = await symmetricEncrypt({ key, data: '[]' });
  await adapter.create({
    model: 'twoFactor',
    data: {
      userId: account,
      secret: await symmetricEncrypt({ key, data: secret }),
      backupCodes,
      verified: true,
    },
  });
  await internalAdapter.updateUser(account, { twoFactorEnabled: true });
}

/** The demo's sign-ins with their passwords and secrets; none outside the demo. */
export async function listDemoAccounts(world: World): Promise<DemoAccount[]> {
  if (!world.settings.demo) return [];
  const rows = await world.database.withReadScope(systemScope, listDemoAccountRows);
  return rows.map(({ role, username, area }) => ({
    role,
    username,
    password: passwordOf(world.secrets, username),
    totpSecret: base32(totpTextOf(world.secrets, username)),
    area,
  }));
}
