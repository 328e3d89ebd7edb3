import type { JobDefinition } from '#kernel/jobs/run-jobs.ts';
import { passNoticeDays } from './pass-notice-days.ts';

export const noticeJobs: readonly JobDefinition<never>[] = [
  { name: 'notices.pass-days', schedule: '*/5 * * * *', handle: (world) => passNoticeDays(world) },
];
