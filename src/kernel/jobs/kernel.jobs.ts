import { deleteOldAttempts } from '#kernel/attempts/attempts.ts';
import { deleteExpiredDrafts } from '#kernel/drafts/drafts.ts';
import { sweepImports } from '#kernel/imports/sweep-imports.ts';
import { notifyJob } from '#kernel/notifications/notify.jobs.ts';
import { resumeLongJobs } from './progress.ts';
import type { JobDefinition } from './run-jobs.ts';

/** What runs in every district, whatever its modules. */
export const kernelJobs: readonly JobDefinition<never>[] = [
  notifyJob,
  {
    name: 'resume-long-jobs',
    schedule: '* * * * *',
    handle: (world) => resumeLongJobs(world),
  },
  {
    name: 'sweep-imports',
    schedule: '27 * * * *',
    handle: (world) => sweepImports(world),
  },
  {
    name: 'delete-expired-drafts',
    schedule: '17 3 * * *',
    handle: (world) => deleteExpiredDrafts(world),
  },
  {
    name: 'delete-old-attempts',
    schedule: '41 3 * * *',
    handle: (world) => deleteOldAttempts(world),
  },
];
