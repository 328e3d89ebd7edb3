import { type SqlBool, sql } from 'kysely';
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

export type AccountFilter = {
  /** The beginning of the username. */
  readonly name: string;
  readonly state: 'all' | 'open' | 'locked' | 'one_time' | 'admin';
};

function selectStaff(db: Db, { name, state }: AccountFilter) {
  let query = db.selectFrom('accountLink').where('username', 'is not', null);
  // A range, not LIKE: '~' follows every character that a username may have.
  if (name !== '')
    query = query.where(
      sql<SqlBool>`username collate "C" >= ${name} and username collate "C" < ${`${name}~`}`,
    );
  if (state === 'locked') query = query.where('lockedAt', 'is not', null);
  if (state === 'open') query = query.where('lockedAt', 'is', null);
  if (state === 'one_time') query = query.where('oneTimePassword', '=', true);
  if (state === 'admin') query = query.where('adminPost', 'is not', null);
  return query;
}

/** Staff accounts in the order of their usernames, from one username on. */
export async function listAccounts(
  db: Db,
  filter: AccountFilter,
  after: string,
  limit: number,
): Promise<AccountLink[]> {
  const rows = await selectStaff(db, filter)
    .select(COLUMNS)
    .where('username', '>', after)
    .orderBy('username')
    .limit(limit)
    .execute();
  return rows as AccountLink[];
}

export async function countAccounts(db: Db, filter: AccountFilter): Promise<number> {
  const row = await selectStaff(db, filter)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The usernames of these persons. */
export async function usernamesOf(
  db: Db,
  persons: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>();
  if (persons.length === 0) return found;
  const rows = await db
    .selectFrom('accountLink')
    .select(['person', 'username'])
    .where('person', 'in', [...persons])
    .where('username', 'is not', null)
    .orderBy('username')
    .execute();
  for (const { person, username } of rows) {
    if (person === null || username === null) continue;
    found.set(person, [...(found.get(person) ?? []), username]);
  }
  return found;
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
