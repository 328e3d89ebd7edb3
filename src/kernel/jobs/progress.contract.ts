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

export const readLongJobFaults = defineEndpoint({
  method: 'get',
  path: '/api/v1/jobs/{id}/faults',
  summary: 'The rows that could not be taken, as CSV',
  params,
  reply: z.string(),
});
