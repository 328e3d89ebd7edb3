import { z } from 'zod';
import { importEndpoint } from '#kernel/imports/imports.contract.ts';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';

export const importPastMattersEndpoint = importEndpoint(
  'past-matters',
  'Imports past matters from an events sheet (CSV, XLSX), sent as the file events',
);

export const exportPastMattersEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/exports/past-matters',
  summary:
    'The past matters as a sheet of events, in the form the import reads; personal data, so journaled',
  query: z.object({ format: z.enum(['csv', 'xlsx']).default('csv') }),
  reply: z.unknown(),
});
