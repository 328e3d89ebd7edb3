import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';

const params = z.object({ id: z.uuid() });

export const longJobView = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    done: z.number().int(),
    /** Null while not yet counted. */
    total: z.number().int().nullable(),
    code: z.string(),
    /** What the code says, in the asker's language; null where nobody has words for it. */
    note: z.string().nullable(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    faults: z.number().int(),
    faultFile: z.string().nullable(),
  })
  .meta({ id: 'LongJob' });

export const readLongJob = defineEndpoint({
  method: 'get',
  path: '/api/v1/jobs/{id}',
  summary: 'How far long work is',
  params,
  reply: longJobView,
});

export const listLongJobs = defineEndpoint({
  method: 'get',
  path: '/api/v1/jobs',
  summary: 'The last long work of this place whose kind begins so, newest first',
  query: z.object({ kind: z.string().min(1).max(60) }),
  reply: z.object({
    jobs: z.array(longJobView.extend({ createdAt: z.string() }).meta({ id: 'LongJobListed' })),
  }),
});

export const firstLongJobFaults = defineEndpoint({
  method: 'get',
  path: '/api/v1/jobs/{id}/first-faults',
  summary: 'The first rows that could not be taken, in words',
  params,
  reply: z.object({
    faults: z.array(
      z
        .object({
          file: z.string().nullable(),
          line: z.number().int(),
          column: z.string(),
          reason: z.string(),
          value: z.string(),
        })
        .meta({ id: 'LongJobFault' }),
    ),
  }),
});

export const readLongJobFaults = defineEndpoint({
  method: 'get',
  path: '/api/v1/jobs/{id}/faults',
  summary: 'The rows that could not be taken, as CSV',
  params,
  reply: z.string(),
});
