import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';

const areaCode = z.string().regex(/^\d{12}$/);

/** A number and the queue that lists what it counts, below /workbench. */
const figure = z.object({ count: z.number(), records: z.string() }).meta({ id: 'MatterFigure' });

const figures = z.object({
  received: figure,
  outcome: z.record(z.string(), figure),
  onTime: z.object({ yes: figure, no: figure }),
  ratings: z.record(z.string(), figure),
  /** Of the present moment, not of the period. */
  open: figure,
  states: z.record(z.string(), figure),
  overdue: figure,
});

export const matterDashboard = defineEndpoint({
  method: 'get',
  path: '/api/v1/dashboards/matters',
  summary:
    'Figures of matters from counters: by community, outcome, category, source and day; each leads to its records',
  query: z.object({
    area: areaCode.optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  }),
  reply: z
    .object({
      area: z.object({ code: z.string(), name: z.string() }),
      /** First and last day, both counted. */
      period: z.object({ from: z.string(), to: z.string() }),
      /** The N of "solved within N days". */
      quickDays: z.number(),
      /** The first of the bad grades. */
      badFrom: z.number(),
      whole: figures,
      communities: z.array(
        figures.extend({
          code: z.string(),
          name: z.string(),
          kind: z.string(),
          subdistrict: z.string(),
          subdistrictName: z.string(),
        }),
      ),
      categories: z.array(z.object({ key: z.string(), received: figure })),
      sources: z.array(z.object({ key: z.string(), received: figure })),
      days: z.array(z.object({ day: z.string(), received: z.number(), closed: z.number() })),
      bodies: z.array(
        z.object({ id: z.string(), name: z.string(), owned: figure, overdue: figure }),
      ),
    })
    .meta({ id: 'MatterDashboard' }),
});

export const queueCounts = defineEndpoint({
  method: 'get',
  path: '/api/v1/matter-counts',
  summary:
    'How many open matters stand in each state and lie with each body, and how many are overdue, within one’s area',
  query: z.object({ area: areaCode.optional() }),
  reply: z
    .object({
      open: z.number(),
      overdue: z.number(),
      states: z.record(z.string(), z.number()),
      /** Bodies that open matters lie with now, most first. */
      owners: z.array(z.object({ id: z.string(), name: z.string(), count: z.number() })),
    })
    .meta({ id: 'QueueCounts' }),
});
