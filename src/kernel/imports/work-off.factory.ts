import { systemScope } from '#kernel/db/scope.ts';
import { listRowFaults } from '#kernel/jobs/progress.ts';
import type { JobDefinition } from '#kernel/jobs/run-jobs.ts';
import type { World } from '#kernel/world.ts';

/** Works off long work as the worker would, and tells how it ended. */
export async function workOff(world: World, jobs: readonly JobDefinition<never>[], id: string) {
  const read = () =>
    world.database.withReadScope(systemScope, (db) =>
      db.selectFrom('longJob').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
  const { kind } = await read();
  const job = jobs.find(({ name }) => name === kind);
  if (!job) throw new Error(`nobody works off ${kind}`);
  await job.handle(world, { longJob: id } as never, AbortSignal.timeout(60_000));
  const { state, code, facts } = await read();
  const faults = await world.database.withReadScope(systemScope, (db) => listRowFaults(db, id));
  return { state, code, facts: facts as Record<string, number>, faults };
}
