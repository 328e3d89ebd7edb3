import type { JobDefinition } from '#kernel/jobs/run-jobs.ts';
import { matterJobs } from './messages/matter.jobs.ts';
import { pastMatterJobs } from './past/past-matters.jobs.ts';

export const jobs: readonly JobDefinition<never>[] = [...matterJobs, ...pastMatterJobs];
