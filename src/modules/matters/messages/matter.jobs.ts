import type { JobDefinition } from '#kernel/jobs/run-jobs.ts';
import { escalate } from '../escalation/escalate.ts';
import { reckonProvisional } from '../escalation/reckon-again.ts';
import { tellMerged } from './tell-merged.ts';
import { tellReceiver } from './tell-receiver.ts';
import { tellReporter } from './tell-reporter.ts';

export const matterJobs: readonly JobDefinition<never>[] = [
  { name: 'matters.escalate', schedule: '* * * * *', handle: (world) => escalate(world) },
  {
    name: 'matters.reckon-again',
    schedule: '*/5 * * * *',
    handle: (world) => reckonProvisional(world),
  },
  { name: 'matters.tell-reporter', handle: tellReporter, atOnce: 4 },
  { name: 'matters.tell-receiver', handle: tellReceiver },
  { name: 'matters.tell-merged', handle: tellMerged },
];
