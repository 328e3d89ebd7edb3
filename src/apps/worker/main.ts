/** The worker: jobs, imports, long work and the journal's seals, beside the servers. */
import { Database } from '#kernel/db/client.ts';
import { runJobs } from '#kernel/jobs/run-jobs.ts';
import { sealJob } from '#kernel/journal/seal.jobs.ts';
import { loadRulebookDefaults } from '#modules/rulebook/index.ts';
import { jobs } from '../jobs.ts';
import { openWorld } from '../open-world.ts';

// Before anything is opened: whoever stops a worker that is just starting stops it in order too.
const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
});

const { world, queue, environment, close } = await openWorld(process.env, { program: 'worker' });
// A new district begins with the default rules and the holidays known; a running one keeps what it has.
await loadRulebookDefaults(world);
const url = environment.DATABASE_SEALER_URL;
if (url === undefined) throw new Error('DATABASE_SEALER_URL is not set');
const sealer = new Database({ url, schema: world.settings.district, maxConnections: 1 });
const running = await runJobs(queue.boss, [...jobs, sealJob(sealer)], world);
world.log.info({ jobs: jobs.length + 1 }, 'the worker works');

await stopped;
await running.stop();
await sealer.close();
await close();
world.log.info({}, 'the worker stopped');
process.exit(0);
