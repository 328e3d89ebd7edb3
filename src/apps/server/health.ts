import { readdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { publicScope } from '#kernel/db/scope.ts';
import type { World } from '#kernel/world.ts';

const WITHIN_MS = 3_000;

/** What is in the way of serving: 'database', 'migrations'. Empty: ready. */
export async function reasonsNotToServe(world: World, migrations: string): Promise<string[]> {
  try {
    const late = delay(WITHIN_MS, undefined, { ref: false }).then(() => undefined);
    const applied = await Promise.race([listApplied(world), late]);
    if (!applied) return ['database'];
    const wanted = (await readdir(migrations)).filter((file) => file.endsWith('.sql'));
    const isMissing = wanted.some((file) => !applied.has(file.replace(/\.sql$/, '')));
    return isMissing ? ['migrations'] : [];
  } catch (error) {
    world.log.warn({ err: error }, 'not ready to serve');
    return ['database'];
  }
}

async function listApplied(world: World): Promise<Set<string>> {
  const { rows } = await world.database.withReadScope(publicScope, (db) =>
    sql<{ name: string }>`select name from kysely_migration`.execute(db),
  );
  return new Set(rows.map(({ name }) => name));
}
