import { kernelJobs } from '#kernel/jobs/kernel.jobs.ts';
import type { JobDefinition } from '#kernel/jobs/run-jobs.ts';

/** Every job of the product: servers make their queues, the worker works them off. Each module adds its list here. */
export const jobs: readonly JobDefinition<never>[] = [...kernelJobs];
