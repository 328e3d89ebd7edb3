import type { Db, Tx } from '#kernel/db/client.ts';

export type DemoAccountRow = {
  readonly username: string;
  readonly account: string;
  readonly role: string;
  readonly area: string;
};

export async function listDemoAccountRows(db: Db): Promise<DemoAccountRow[]> {
  return db
    .selectFrom('demoAccount')
    .select(['username', 'account', 'role', 'area'])
    .orderBy('area')
    .orderBy('role')
    .orderBy('username')
    .execute();
}

export async function findDemoAccount(
  db: Db,
  username: string,
): Promise<DemoAccountRow | undefined> {
  return db
    .selectFrom('demoAccount')
    .select(['username', 'account', 'role', 'area'])
    .where('username', '=', username)
    .executeTakeFirst();
}

export async function insertDemoAccount(tx: Tx, row: DemoAccountRow): Promise<void> {
  await tx.insertInto('demoAccount').values(row).execute();
}
