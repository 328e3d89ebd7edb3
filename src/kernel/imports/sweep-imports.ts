import { sql } from 'kysely';
import type { Tx } from '#kernel/db/client.ts';
import { systemScope } from '#kernel/db/scope.ts';
import type { World } from '#kernel/world.ts';
import type { ImportInput } from './start-import.ts';

const KEPT_MS = 3_600_000;
const AT_ONCE = 100;

/**
 * Throws away the files of imports that ended an hour ago or more: lists hold personal data, and nobody needs them once
 * their rows are in. A file that unfinished work names, that a matter has, or that was just uploaded again stays.
 */
export async function sweepImports(world: World): Promise<number> {
  const before = new Date(world.clock.now().getTime() - KEPT_MS);
  return await world.database.withScope(systemScope, async (tx) => {
    const ended = await tx
      .selectFrom('longJob')
      .select(['id', 'input'])
      .where('state', 'in', ['done', 'failed'])
      .where('updatedAt', '<', before)
      .where(sql<boolean>`input -> 'files' is not null`)
      .orderBy('updatedAt')
      .limit(AT_ONCE)
      .execute();
    let gone = 0;
    for (const { id, input } of ended)
      gone += await sweepOne(tx, world, id, input as unknown as ImportInput, before);
    return gone;
  });
}

async function sweepOne(
  tx: Tx,
  world: World,
  id: string,
  { files, ...rest }: ImportInput,
  before: Date,
): Promise<number> {
  let gone = 0;
  for (const { sha256 } of Object.values(files)) {
    const isGone = !(await isWanted(tx, sha256)) && (await world.files.discard(sha256, before));
    if (isGone) gone += 1;
  }
  await tx
    .updateTable('longJob')
    .set({ input: JSON.stringify(rest) })
    .where('id', '=', id)
    .execute();
  return gone;
}

async function isWanted(tx: Tx, sha256: string): Promise<boolean> {
  const kept = await tx
    .selectFrom('file')
    .select('id')
    .where('sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst();
  if (kept) return true;
  const waiting = await tx
    .selectFrom('longJob')
    .select('id')
    .where('state', 'in', ['waiting', 'running'])
    .where(sql<boolean>`input ->> 'files' like ${`%${sha256}%`}`)
    .limit(1)
    .executeTakeFirst();
  return waiting !== undefined;
}
