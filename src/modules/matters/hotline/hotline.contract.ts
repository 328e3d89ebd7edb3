import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';

const number = z.string().trim().min(1, 'required').max(40, 'too_long');

/** One work order as a hotline gives it out: its number, limit and wording are kept. */
export const hotlineOrder = z
  .object({
    number,
    receivedAt: z.iso.datetime({ offset: true, message: 'date_unreadable' }),
    dueAt: z.iso.datetime({ offset: true, message: 'date_unreadable' }).nullable().default(null),
    area: z.string().regex(/^\d{12}$/, 'unknown_area'),
    category: z.string().trim().max(40).default('other'),
    kind: z.enum(['problem', 'suggestion', 'consultation']).default('problem'),
    words: z.string().trim().min(1, 'required').max(2000, 'too_long'),
    place: z.string().trim().max(200, 'too_long').nullable().default(null),
    callerName: z.string().trim().max(60, 'too_long').nullable().default(null),
    callerTelephone: z.string().trim().max(20, 'too_long').nullable().default(null),
  })
  .meta({ id: 'HotlineOrder' });

const outcome = z
  .object({
    number: z.string(),
    matter: z.string().nullable(),
    result: z.enum(['taken', 'known', 'refused']),
    code: z.string().nullable(),
  })
  .meta({ id: 'HotlineOrderOutcome' });

export const importOrders = defineEndpoint({
  method: 'post',
  path: '/api/v1/hotline/orders',
  summary: 'Takes work orders of a hotline; an order already known is not taken twice',
  body: z.object({ orders: z.array(hotlineOrder).min(1).max(500) }),
  reply: z.object({ orders: z.array(outcome) }).meta({ id: 'HotlineOrdersTaken' }),
});

export const importOrderFile = defineEndpoint({
  method: 'post',
  path: '/api/v1/hotline/order-files',
  summary:
    'Takes work orders from a CSV or XLSX file: good rows in, every bad row with line, column and reason',
  body: z.object({}),
  reply: z
    .object({
      orders: z.array(outcome),
      faults: z.array(
        z.object({ line: z.number(), column: z.string().nullable(), code: z.string() }),
      ),
    })
    .meta({ id: 'HotlineFileTaken' }),
});

export const listAnswers = defineEndpoint({
  method: 'get',
  path: '/api/v1/hotline/answers',
  summary:
    'Answers to hotline orders closed since an instant, oldest first, for the hotline to fetch',
  query: z.object({
    since: z.iso.datetime({ offset: true }).optional(),
    after: z.string().max(80).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  reply: z
    .object({
      items: z.array(
        z.object({
          number: z.string(),
          matter: z.string(),
          closure: z.string(),
          answer: z.string().nullable(),
          by: z.string(),
          finishedAt: z.string(),
        }),
      ),
      next: z.string().nullable(),
    })
    .meta({ id: 'HotlineAnswers' }),
});

export const recordResult = defineEndpoint({
  method: 'post',
  path: '/api/v1/hotline/results',
  summary: 'The hotline’s own call-back: solved or not, and its grade; it replaces our question',
  body: z.object({
    number,
    solved: z.boolean(),
    rating: z.number().int().min(1).max(5).nullable().default(null),
  }),
  reply: z
    .object({ matter: z.string(), state: z.string(), closure: z.string().nullable() })
    .meta({ id: 'HotlineResultTaken' }),
});
