/** The worker: jobs, imports, long work and the journal's seals, beside the servers. */
import { Database } from '#kernel/db/client.ts';
import { runJobs } from '#kernel/jobs/run-jobs.ts';
import { sealJob } from '#kernel/journal/seal.jobs.ts';
import { jobs } from '../jobs.ts';
import { openWorld } from '../open-world.ts';

const { world, queue, environment, close } = await openWorld(process.env, { program: 'worker' });
const sealerUrl = environment.DATABASE_SEALER_URL;
if (sealerUrl === undefined) throw new Error('DATABASE_SEALER_URL is not set');
const schema = world.settings.district;
const sealer = new Database({ url: sealerUrl, schema, maxConnections: 1 });
const running = await runJobs(queue.boss, [...jobs, sealJob(sealer)], world);
world.log.info({ jobs: jobs.length + 1 }, 'the worker works');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await running.stop();
  await sealer.close();
  await close();
  world.log.info({}, 'the worker stopped');
  process.exit(0);
}
