import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';

export const waitingEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/worklist/count',
  summary: 'How much waits for the actor’s post, counted up to a hundred',
  reply: z.object({ count: z.number() }).meta({ id: 'Waiting' }),
});

export const searchEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/search',
  summary: 'Matters whose number begins so; the workbench’s search box',
  query: z.object({ q: z.string().trim().max(50) }),
  reply: z
    .object({
      items: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          kind: z.object({ zh: z.string(), en: z.string() }),
          note: z.string(),
          to: z.string(),
        }),
      ),
    })
    .meta({ id: 'SearchHits' }),
});
