import type { JobDefinition } from '#kernel/jobs/run-jobs.ts';
import { purgeSessions } from './accounts/purge-sessions.ts';
import { verifyJob } from './audit/verify-seals.ts';

export const jobs: readonly JobDefinition<never>[] = [
  {
    name: 'access.purge',
    schedule: '41 3 * * *',
    handle: (world) => purgeSessions(world),
  },
  verifyJob,
];
