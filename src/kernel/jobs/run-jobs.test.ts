import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { schemaNames } from '#kernel/db/district.ts';
import { systemScope } from '#kernel/db/scope.ts';
import { aWorld, type TestWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { type JobQueue, openJobQueue } from './jobs.ts';
import { type JobDefinition, runJobs } from './run-jobs.ts';

let base: TestDatabase;
let queue: JobQueue;
let world: TestWorld;
beforeAll(async () => {
  base = await openTestDatabase();
  const schema = schemaNames(base.district).jobs;
  const onError = (error: unknown) => console.error(error);
  queue = await openJobQueue({ url: base.urls.app, schema, onError, worker: true });
  world = aWorld(base.database, { jobs: queue.jobs });
});
afterAll(async () => {
  await queue.boss.stop();
  await base.drop();
});

describe('the worker', () => {
  it('does what a committed transaction asked for, again after a failure, and nothing that was rolled back', async () => {
    const seen: string[] = [];
    const greet: JobDefinition<{ name: string }> = {
      name: 'greet',
      async handle(_, { name }) {
        seen.push(name);
        if (seen.length === 1) throw new Error('not yet');
      },
    };
    const nightly: JobDefinition = {
      name: 'nightly',
      schedule: '5 2 * * *',
      handle: async () => {},
    };
    const running = await runJobs(queue.boss, [greet, nightly], world);
    await base.database.withScope(systemScope, (tx) =>
      world.jobs.enqueue(tx, 'greet', { name: 'kept' }),
    );
    const rolledBack = base.database.withScope(systemScope, async (tx) => {
      await world.jobs.enqueue(tx, 'greet', { name: 'lost' });
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await vi.waitFor(() => expect(seen).toEqual(['kept', 'kept']), 15_000);
    expect(await queue.boss.getSchedules()).toMatchObject([
      { name: 'nightly', cron: '5 2 * * *', timezone: 'Asia/Shanghai' },
    ]);
    await running.stop();
    expect(seen).toEqual(['kept', 'kept']);
  });

  it('refuses two jobs of one name', async () => {
    const job: JobDefinition = { name: 'twice', handle: async () => {} };
    await expect(runJobs(queue.boss, [job, job], world)).rejects.toThrow(/twice/);
  });
});
