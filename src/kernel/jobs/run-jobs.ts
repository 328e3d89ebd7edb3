import type { Job, PgBoss } from 'pg-boss';
import type { Catalogue } from '#kernel/pure/messages.ts';
import type { World } from '#kernel/world.ts';

type Texts = Readonly<Record<string, unknown>>;
/** What long work of a kind says, by the codes and names that its notes and row faults bear. */
export type JobWords = Catalogue<{
  readonly codes: Texts;
  readonly columns?: Texts;
  readonly files?: Texts;
}>;

/** One kind of work behind the scenes. A module's jobs.ts exports a list of them. */
export type JobDefinition<T = object> = {
  /** Letters, digits, '-', '_', '.': also the queue's name. */
  readonly name: string;
  /** Five-field cron in the district's zone; the job then also runs by itself, with no input. */
  readonly schedule?: string;
  /** Runs again after failing this often, ever later, an hour apart at most; 3 unless told. */
  readonly retries?: number;
  /** How many seconds one run may take before it counts as lost and another begins; 15 minutes unless told. */
  readonly withinSeconds?: number;
  /** How many run at once in one worker; 1 unless told. */
  readonly atOnce?: number;
  /** Where it is long work that pages show. */
  readonly words?: JobWords;
  /** What shows its progress and faults, which may name persons, to others than who began it; absent: any staff of the area. */
  readonly verb?: string;
  /** It may run twice for one cause (a worker that died at the end), so it must not mind. */
  readonly handle: (world: World, input: T, signal: AbortSignal) => Promise<unknown>;
};

const ZONE = 'Asia/Shanghai';
const LONGEST_WAIT_SECONDS = 3600;
/** Finished jobs may hold an address or a text: they go after a day. */
const KEPT_SECONDS = 24 * 3600;
/** Less than the launcher waits before it kills. */
const STOP_WITHIN_MS = 15_000;

/** Makes the queues that are missing, so that jobs can be sent to them: at the start of every program that sends. */
export async function makeQueues(
  boss: PgBoss,
  jobs: readonly JobDefinition<never>[],
): Promise<void> {
  const known = new Set((await boss.getQueues()).map(({ name }) => name));
  for (const job of jobs) {
    if (!known.has(job.name)) await boss.createQueue(job.name, queueOptions(job));
  }
}

function queueOptions(job: JobDefinition<never>) {
  return {
    retryLimit: job.retries ?? 3,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: LONGEST_WAIT_SECONDS,
    expireInSeconds: job.withinSeconds ?? 900,
    deleteAfterSeconds: KEPT_SECONDS,
  };
}

/** Works off all queues until `stop`, which lets running jobs finish for 15 s; what is cut off then runs again later. */
export async function runJobs(
  boss: PgBoss,
  jobs: readonly JobDefinition<never>[],
  world: World,
): Promise<{ stop(): Promise<void> }> {
  checkNames(jobs);
  await makeQueues(boss, jobs);
  await unscheduleOthers(boss, jobs);
  for (const job of jobs) {
    await boss.updateQueue(job.name, queueOptions(job));
    if (job.schedule) await boss.schedule(job.name, job.schedule, {}, { tz: ZONE });
    const options = { batchSize: 1, localConcurrency: job.atOnce ?? 1, pollingIntervalSeconds: 1 };
    await boss.work<object>(job.name, options, (batch) => runBatch(job, batch, world));
  }
  return { stop: () => boss.stop({ graceful: true, timeout: STOP_WITHIN_MS }) };
}

async function runBatch(
  job: JobDefinition<never>,
  batch: readonly Job<object>[],
  world: World,
): Promise<void> {
  for (const { data, id, retryCount, signal } of batch) {
    try {
      await job.handle(world, (data ?? {}) as never, signal);
    } catch (error) {
      world.log.error({ err: error, job: job.name, id, retryCount }, 'a job failed');
      throw error;
    }
  }
}

/** A schedule outlives the version of the program that made it. */
async function unscheduleOthers(boss: PgBoss, jobs: readonly JobDefinition<never>[]) {
  const wanted = new Set(jobs.filter((job) => job.schedule).map((job) => job.name));
  for (const { name } of await boss.getSchedules()) {
    if (!wanted.has(name)) await boss.unschedule(name);
  }
}

function checkNames(jobs: readonly JobDefinition<never>[]): void {
  const names = jobs.map((job) => job.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`two jobs are called ${twice}`);
}
