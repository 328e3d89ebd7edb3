import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';
import { listMatters } from '../matters/matters.contract.ts';

/** The queue's own conditions, and why it leaves the house. */
export const exportMattersEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/exports/matters',
  summary: 'A queue as CSV or XLSX with who took it out, when and why in its last line; journaled',
  query: listMatters.query.omit({ after: true, limit: true }).extend({
    format: z.enum(['csv', 'xlsx']).default('xlsx'),
    reason: z.string().trim().min(2, 'required').max(200, 'too_long'),
  }),
  reply: z.unknown(),
});
