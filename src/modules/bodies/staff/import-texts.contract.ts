import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';

const words = z.record(z.string(), z.object({ zh: z.string(), en: z.string() }));

/** The words for whatever an import of lists may complain of, from all modules that read them. */
export const importTextsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/imports/texts',
  summary: 'What each fault and each column of the lists of territory and bodies is called',
  reply: z
    .object({
      faults: words,
      /** Columns by the name the rules give them; a file's own headers need no entry. */
      columns: words,
    })
    .meta({ id: 'ImportTexts' }),
});
