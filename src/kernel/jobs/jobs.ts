import { CompiledQuery } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Tx } from '#kernel/db/client.ts';

export type JobOptions = { readonly startAfter?: Date; readonly singletonKey?: string };

/** Puts a job into the same transaction as the change it follows: the only outbox. */
export type Jobs = {
  enqueue(tx: Tx, name: string, data: object, options?: JobOptions): Promise<void>;
};

export type JobQueue = { readonly jobs: Jobs; readonly boss: PgBoss };

export type JobQueueOptions = {
  readonly url: string;
  readonly schema: string;
  readonly onError: (error: unknown) => void;
  /** The worker supervises and schedules; servers only send. */
  readonly worker: boolean;
};

export async function openJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const boss = new PgBoss({
    connectionString: options.url,
    schema: options.schema,
    createSchema: false,
    max: options.worker ? 4 : 1,
    supervise: options.worker,
    schedule: options.worker,
    migrate: options.worker,
  });
  boss.on('error', options.onError);
  // A start that fails leaves its connections open: whoever tries again would gather them.
  await boss.start().catch(async (error: unknown) => {
    await boss.stop({ graceful: false });
    throw error;
  });
  return { boss, jobs: { enqueue: (tx, name, data, more) => send(boss, tx, name, data, more) } };
}

async function send(
  boss: PgBoss,
  tx: Tx,
  name: string,
  data: object,
  more: JobOptions = {},
): Promise<void> {
  const plain = tx.withoutPlugins();
  const executeSql = async (text: string, values?: unknown[]) => {
    const { rows } = await plain.executeQuery(CompiledQuery.raw(text, values ?? []));
    return { rows };
  };
  await boss.send(name, data, { ...more, db: { executeSql } });
}
