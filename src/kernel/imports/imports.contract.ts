import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';

/** Where files of one kind are sent to. What comes of them is told by the long work that the answer names. */
export function importEndpoint<Name extends string>(name: Name, summary: string) {
  return defineEndpoint({
    method: 'post',
    path: `/api/v1/imports/${name}`,
    summary: `${summary}; as long work, whose id it answers. A dry run writes nothing`,
    body: z.object({ dryRun: z.boolean().default(false) }),
    reply: z.object({ job: z.uuid() }),
  });
}
