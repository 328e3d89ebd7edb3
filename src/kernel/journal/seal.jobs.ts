import type { Database } from '#kernel/db/client.ts';
import type { JobDefinition } from '#kernel/jobs/run-jobs.ts';
import { sealJournal } from './seal.ts';

/** Every three minutes: so long at most may a row be changed unnoticed. Only the worker holds the sealer's connection. */
export function sealJob(sealer: Database): JobDefinition<never> {
  return {
    name: 'seal-journal',
    schedule: '*/3 * * * *',
    retries: 0,
    handle: (world) => sealJournal(sealer, world.clock),
  };
}
