import type { Db, Tx } from '#kernel/db/client.ts';

const KEY = 'demo.loaded';

export type DemoState = {
  readonly seed: number;
  /** The moment the demo's life ends at. A loader that was killed goes on with the same. */
  readonly now: string;
  readonly isLoaded: boolean;
};

export async function findDemoState(db: Db): Promise<DemoState | undefined> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', KEY)
    .executeTakeFirst();
  return row?.value as DemoState | undefined;
}

export async function keepDemoState(tx: Tx, state: DemoState): Promise<void> {
  const value = JSON.stringify(state);
  await tx
    .insertInto('setting')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
