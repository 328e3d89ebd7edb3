import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';
import { MEETINGS } from './matter.types.ts';
import { recordsOfFigures } from './records.contract.ts';

const instant = z
  .date()
  .transform((date) => date.toISOString())
  .pipe(z.string())
  .meta({ id: 'Instant' });
const state = z.enum([
  'RECEIVED',
  'IN_HAND',
  'SUSPENDED',
  'CHECKING',
  'CLOSED',
  'REJECTED',
  'REDIRECTED',
  'MERGED',
  'WITHDRAWN',
  'ANSWERED',
  'ADOPTED',
  'PARTLY',
  'NOT_ADOPTED',
]);
const kind = z.enum(['problem', 'suggestion', 'consultation']);
const source = z.enum(['portal', 'counter', 'telephone', 'outreach', 'hotline', 'past']);
const number = z.object({ number: z.string().regex(/^\d{11}$/) });
const body = z.object({ id: z.string(), name: z.string() }).meta({ id: 'BodyName' });

/** A line of a queue: nothing of who said it. */
export const matterLine = z
  .object({
    number: z.string(),
    title: z.string(),
    kind,
    source,
    category: z.string(),
    state,
    closure: z.enum(['solved', 'verified', 'unconfirmed', 'unsolved', 'answered']).nullable(),
    area: z.string(),
    areaName: z.string(),
    owner: body,
    receivedAt: instant,
    dueAt: instant,
    holderDueAt: instant.nullable(),
    isOverdue: z.boolean(),
    isSafety: z.boolean(),
    secondings: z.number(),
  })
  .meta({ id: 'MatterLine' });

const taskView = z
  .object({
    id: z.string(),
    state: z.string(),
    isLead: z.boolean(),
    whistle: z.enum(['power', 'money']).nullable(),
    body,
    offeredBy: body,
    offeredAt: instant,
    acceptedAt: instant.nullable(),
    dueAt: instant.nullable(),
    doneAt: instant.nullable(),
    result: z.enum(['done', 'cannot']).nullable(),
    answerPublic: z.string().nullable(),
    answerPrivate: z.string().nullable(),
    returnReason: z.string().nullable(),
    suspension: z
      .object({ reason: z.string(), reviewOn: z.string(), isApproved: z.boolean() })
      .nullable(),
    round: z.number(),
    /** Where its link went, for whoever may withdraw it or send a new one. */
    linkTo: z.string().nullable(),
  })
  .meta({ id: 'Task' });

const checkView = z
  .object({
    id: z.string(),
    kind: z.enum(['site', 'call', 'settlement', 'unsolved', 'rating']),
    reason: z.string(),
    body,
    askedAt: instant,
    dueAt: instant.nullable(),
    finding: z.string().nullable(),
    note: z.string().nullable(),
    doneAt: instant.nullable(),
    round: z.number(),
    /** Calls nobody answered, of so many that must be made before nobody counts as reached. */
    tried: z.object({ made: z.number(), of: z.number() }).nullable(),
  })
  .meta({ id: 'Check' });

const timelineEntry = z
  .object({
    at: instant,
    verb: z.string(),
    by: body.nullable(),
    codes: z.record(z.string(), z.unknown()),
    isPublic: z.boolean(),
  })
  .meta({ id: 'TimelineEntry' });

const action = z
  .object({
    verb: z.string(),
    task: z.string().nullable(),
    check: z.string().nullable(),
    findings: z.array(z.string()),
  })
  .meta({ id: 'Action' });
const explanation = z
  .object({ zh: z.array(z.string()), en: z.array(z.string()) })
  .meta({ id: 'DeadlineExplanation' });

export const matterView = matterLine
  .extend({
    words: z.string(),
    place: z.string().nullable(),
    point: z.object({ longitude: z.number(), latitude: z.number(), crs: z.string() }).nullable(),
    isPublic: z.boolean(),
    isAnonymous: z.boolean(),
    onBehalf: z.boolean(),
    reporter: z
      .object({ name: z.string().nullable(), telephone: z.string().nullable() })
      .nullable(),
    hotlineNumber: z.string().nullable(),
    mergedInto: z.string().nullable(),
    rating: z.number().nullable(),
    words_said: z.array(z.object({ round: z.number(), solved: z.boolean(), saidAt: instant })),
    extensions: z.array(
      z.object({ reason: z.string(), proposedAt: instant, isApproved: z.boolean() }),
    ),
    deadline: explanation.extend({ isProvisional: z.boolean(), isStopped: z.boolean() }),
    tasks: z.array(taskView),
    checks: z.array(checkView),
    timeline: z.array(timelineEntry),
    files: z.array(
      z.object({
        id: z.string(),
        part: z.enum(['report', 'answer']),
        mediaType: z.string(),
        url: z.string(),
      }),
    ),
    actions: z.array(action),
  })
  .meta({ id: 'Matter' });

const page = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
};

export const listMatters = defineEndpoint({
  method: 'get',
  path: '/api/v1/matters',
  summary: 'A page of matters in the actor’s range, most pressing first',
  query: z.object({
    ...page,
    area: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    state: state.optional(),
    category: z.string().max(40).optional(),
    source: source.optional(),
    overdue: z.enum(['true', 'false']).optional(),
    owner: z.uuid().optional(),
    /** What is to come before a community's next meeting of a kind. */
    agenda: z.enum(MEETINGS).optional(),
    /** A number, or how one begins. */
    q: z.string().trim().max(50).optional(),
    order: z.enum(['due', 'newest']).default('due'),
    ...recordsOfFigures,
  }),
  reply: z
    .object({ items: z.array(matterLine), next: z.string().nullable() })
    .meta({ id: 'MatterPage' }),
});

export const readMatter = defineEndpoint({
  method: 'get',
  path: '/api/v1/matters/{number}',
  summary:
    'One matter with its tasks, checks, timeline, deadline and what the actor may do with it',
  params: number,
  reply: matterView,
});

export const fileMatterEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/matters',
  summary: 'Takes what somebody says at the counter, on the telephone or out of doors',
  body: z.object({
    kind: kind.default('problem'),
    source: z.enum(['counter', 'telephone', 'outreach']),
    category: z.string().max(40),
    words: z.string().trim().min(1, 'required').max(2000, 'too_long'),
    area: z.string().regex(/^\d{12}$/, 'unknown_area'),
    place: z.string().trim().max(200, 'too_long').nullable().default(null),
    /** Code of a building of that area. */
    building: z.string().trim().max(40).nullable().default(null),
    /** Somebody known already, by the telephone's look-up; his name need not be typed again. */
    person: z.uuid().nullable().default(null),
    name: z.string().trim().max(60, 'too_long').nullable().default(null),
    telephone: z.string().trim().max(20, 'too_long').nullable().default(null),
    onBehalf: z
      .object({ of: z.string().trim().min(1).max(60), relation: z.string().trim().max(40) })
      .nullable()
      .default(null),
    isPublic: z.boolean().nullable().default(null),
  }),
  reply: z
    .object({
      number: z.string(),
      queryCode: z.string(),
      trackingUrl: z.string(),
      matter: matterLine.nullable(),
    })
    .meta({ id: 'Filed' }),
});

/** Every command answers with the matter as it then stands. */
export const commandParams = number;

export const batchEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/matter-batches',
  summary:
    'Offers up to fifty matters to one body, or takes them, each in a transaction of its own',
  body: z.object({
    verb: z.enum(['take', 'offer']),
    numbers: z
      .array(z.string().regex(/^\d{11}$/))
      .min(1)
      .max(50),
    to: z.uuid().nullable().default(null),
  }),
  reply: z
    .object({
      done: z.array(z.string()),
      refused: z.array(z.object({ number: z.string(), code: z.string() })),
    })
    .meta({ id: 'BatchOutcome' }),
});

export const viewContactEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/matters/{number}/contact-views',
  summary: 'Shows the reporter’s name and telephone, and journals who looked and why',
  params: number,
  body: z.object({ purpose: z.string().trim().min(2, 'required').max(200, 'too_long') }),
  reply: z
    .object({
      name: z.string().nullable(),
      telephone: z.string().nullable(),
      onBehalfOf: z.string().nullable(),
      relation: z.string().nullable(),
    })
    .meta({ id: 'ReporterContact' }),
});

export const todayEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/today',
  summary: 'Everything that waits for the actor’s post, by clock',
  query: z.object(page),
  reply: z
    .object({
      items: z.array(
        z.object({
          id: z.string(),
          subject: z.object({ kind: z.string(), number: z.string(), link: z.string() }),
          title: z.string(),
          verb: z.string(),
          part: z.string(),
          area: z.string(),
          areaName: z.string(),
          /** Since when it waits. */
          since: instant,
          dueAt: instant.nullable(),
          isUrgent: z.boolean(),
          facts: z.record(z.string(), z.unknown()),
        }),
      ),
      next: z.string().nullable(),
    })
    .meta({ id: 'Today' }),
});
