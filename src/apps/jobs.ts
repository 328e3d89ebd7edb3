import { recountJob } from '#kernel/counters/recount.ts';
import { kernelJobs } from '#kernel/jobs/kernel.jobs.ts';
import type { JobDefinition } from '#kernel/jobs/run-jobs.ts';
import { jobs as accessJobs } from '#modules/access/jobs.ts';
import { jobs as bodiesJobs } from '#modules/bodies/jobs.ts';
import { recountsOfMatters } from '#modules/matters/index.ts';
import { jobs as matterJobs } from '#modules/matters/jobs.ts';
import { jobs as noticeJobs } from '#modules/publications/jobs.ts';
import { jobs as territoryJobs } from '#modules/territory/jobs.ts';

/** Every job of the product: servers make their queues, the worker works them off. Each module adds its list here. */
export const jobs: readonly JobDefinition<never>[] = [
  ...kernelJobs,
  ...territoryJobs,
  ...bodiesJobs,
  ...accessJobs,
  ...noticeJobs,
  ...matterJobs,
  recountJob((world) => recountsOfMatters(world)),
];
