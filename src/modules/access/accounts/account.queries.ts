import type { Db, Tx } from '#kernel/db/client.ts';
import { AppError, notFound } from '#kernel/pure/errors.ts';
import type { AccountLink } from './account.types.ts';

const COLUMNS = [
  'account',
  'person',
  'username',
  'adminPost',
  'oneTimePassword',
  'lockedAt',
  'createdAt',
] as const;

export async function findAccount(db: Db, account: string): Promise<AccountLink | undefined> {
  const row = await db
    .selectFrom('accountLink')
    .select(COLUMNS)
    .where('account', '=', account)
    .executeTakeFirst();
  return row as AccountLink | undefined;
}

export async function findAccountByUsername(
  db: Db,
  username: string,
): Promise<AccountLink | undefined> {
  const row = await db
    .selectFrom('accountLink')
    .select(COLUMNS)
    .where('username', '=', username.toLowerCase())
    .executeTakeFirst();
  return row as AccountLink | undefined;
}

/** Throws not found. */
export async function getAccountByUsername(db: Db, username: string): Promise<AccountLink> {
  const account = await findAccountByUsername(db, username);
  if (!account) throw notFound('account');
  return account;
}

/** Staff accounts in the order of their usernames, from one username on. */
export async function listAccounts(db: Db, after: string, limit: number): Promise<AccountLink[]> {
  const rows = await db
    .selectFrom('accountLink')
    .select(COLUMNS)
    .where('username', 'is not', null)
    .where('username', '>', after)
    .orderBy('username')
    .limit(limit)
    .execute();
  return rows as AccountLink[];
}

export async function countAccounts(db: Db): Promise<number> {
  const row = await db
    .selectFrom('accountLink')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('username', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function insertAccount(tx: Tx, link: AccountLink): Promise<void> {
  await tx.insertInto('accountLink').values(link).execute();
}

export async function updateAccount(
  tx: Tx,
  account: string,
  change: Partial<Pick<AccountLink, 'oneTimePassword' | 'lockedAt' | 'person'>>,
): Promise<void> {
  const done = await tx
    .updateTable('accountLink')
    .set(change)
    .where('account', '=', account)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) throw new AppError('not_found', 'account');
}
