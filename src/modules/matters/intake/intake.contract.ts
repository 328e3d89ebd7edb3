import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';
import { matterLine } from '../matters/matters.contract.ts';

const areaCode = z.string().regex(/^\d{12}$/);

export const callerEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/intake/person',
  summary:
    'Who calls from a telephone number, masked, with the last matters of that number; journaled',
  query: z.object({ telephone: z.string().trim().min(3).max(20) }),
  reply: z
    .object({
      persons: z.array(
        z.object({ id: z.string(), surname: z.string(), area: z.string(), areaName: z.string() }),
      ),
      matters: z.array(matterLine),
    })
    .meta({ id: 'Caller' }),
});

export const similarEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/matters/{number}/similar',
  summary:
    'Open matters of the same community and category near in time and place: perhaps the same thing',
  params: z.object({ number: z.string().regex(/^\d{11}$/) }),
  reply: z
    .object({
      metres: z.number(),
      days: z.number(),
      items: z.array(
        z.object({
          matter: matterLine,
          place: z.string().nullable(),
          metres: z.number().nullable(),
        }),
      ),
    })
    .meta({ id: 'SimilarMatters' }),
});

export const receiversEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/receivers',
  summary: 'The bodies a matter of an area may be offered to, or whistled up to',
  query: z.object({
    for: z.enum(['offer', 'whistle']),
    area: areaCode,
    /** Of the matter to be whistled up: it says which department holds the power. */
    category: z.string().max(40).optional(),
  }),
  reply: z
    .object({
      /** Whom a whistle goes to unless another is chosen. */
      preset: z.string().nullable(),
      items: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          nameEn: z.string().nullable(),
          kind: z.string(),
          area: z.string(),
        }),
      ),
    })
    .meta({ id: 'Receivers' }),
});

export const categoriesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/categories',
  summary: 'What residents speak of: the categories with their names',
  reply: z
    .object({
      items: z.array(
        z.object({
          key: z.string(),
          zh: z.string(),
          en: z.string(),
          space: z.enum(['public', 'home', 'dispute', 'person']),
          isSafety: z.boolean(),
          group: z.string(),
        }),
      ),
    })
    .meta({ id: 'Categories' }),
});
