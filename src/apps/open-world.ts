import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Database } from '#kernel/db/client.ts';
import { schemaNames } from '#kernel/db/district.ts';
import { openFileStore } from '#kernel/files/disk-store.ts';
import { uuidV7 } from '#kernel/ids/uuid.ts';
import { type JobQueue, type JobQueueOptions, openJobQueue } from '#kernel/jobs/jobs.ts';
import { makeQueues } from '#kernel/jobs/run-jobs.ts';
import { type Log, openLog } from '#kernel/log.ts';
import type { Clock } from '#kernel/pure/clock.ts';
import type { World } from '#kernel/world.ts';
import { type Environment, readEnvironment, settingsOf, type Variables } from './environment.ts';
import { jobs } from './jobs.ts';
import { keepSecret } from './keep-secret.ts';
import { openNotifier } from './open-notifier.ts';

export type OpenWorld = {
  readonly environment: Environment;
  readonly world: World;
  readonly queue: JobQueue;
  /** Ends every connection; running jobs were stopped before. */
  close(): Promise<void>;
};

export type WorldOptions = {
  readonly program: 'server' | 'worker' | 'cli';
  /** Tests and the demo's builder bring their own. */
  readonly clock?: Clock;
  readonly log?: Log;
};

/** Opens the ports of one district from the environment: what server, worker and commands share. */
export async function openWorld(given: Variables, options: WorldOptions): Promise<OpenWorld> {
  const environment = readEnvironment(given);
  const { DATABASE_URL: url, dataDir } = environment;
  if (url === undefined)
    throw new Error('DATABASE_URL is not set: the launcher and "linli" set it');
  const settings = settingsOf(environment);
  const log = options.log ?? openLog(options.program, environment.LOG_LEVEL);
  const clock = options.clock ?? { now: () => new Date() };
  const onError = (error: unknown) => log.error({ err: error }, 'a database connection failed');
  const database = new Database({ url, schema: settings.district, onError });
  const newId = () => uuidV7(clock.now());
  const queue = await openQueue(url, settings.district, options.program, onError);
  await makeQueues(queue.boss, jobs);
  const world: World = {
    settings,
    database,
    clock,
    newId,
    random: (below) => randomInt(below),
    secrets: keepSecret(dataDir, environment.LINLI_SECRET),
    files: openFileStore(join(dataDir, 'files')),
    jobs: queue.jobs,
    notifier: openNotifier(environment, { clock, newId, log, database }),
    log,
  };
  const close = async () => {
    await queue.boss.stop({ graceful: false });
    await database.close();
  };
  return { environment, world, queue, close };
}

const WITHIN_MS = 30_000;

/** The worker makes the queue's tables; a server that starts beside it for the first time waits for them. */
async function openQueue(
  url: string,
  district: string,
  program: WorldOptions['program'],
  onError: (error: unknown) => void,
): Promise<JobQueue> {
  const options = { url, schema: schemaNames(district).jobs, onError };
  if (program === 'worker') return await openJobQueue({ ...options, worker: true });
  const end = performance.now() + WITHIN_MS;
  for (;;) {
    try {
      return await openJobQueue({ ...options, worker: false });
    } catch (error) {
      if (performance.now() > end) throw error;
      if (program === 'cli') await installQueue(options);
      else await delay(250);
    }
  }
}

/** A command may come before any worker ever ran. */
async function installQueue(options: Omit<JobQueueOptions, 'worker'>): Promise<void> {
  const { boss } = await openJobQueue({ ...options, worker: true });
  await boss.stop({ graceful: false });
}
