import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';

/** An allowance of time; see kernel/pure/deadlines.ts for the units. */
export const duration = z
  .object({
    amount: z.int().min(1).max(3650),
    unit: z.enum(['calendar_days', 'working_days', 'working_hours', 'urgent_hours']),
    rollForward: z.boolean(),
  })
  .meta({ id: 'Duration' });

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clock_unreadable');
const count = z.int().min(1).max(1000);
const days = z.int().min(1).max(3650);

const officeHours = z.object({
  intervals: z
    .array(z.object({ from: clock, to: clock }))
    .min(1)
    .refine(
      (hours) =>
        hours.every((h, i) => h.from < h.to && (i === 0 || h.from >= (hours[i - 1]?.to ?? ''))),
      'office_hours_disordered',
    ),
});

/** The shape of every rule's numbers. A code that is not here does not exist. */
export const ruleSchemas = {
  'office.hours': officeHours,
  /** The resident's clock, by category: until it is fixed, and until it is safe where a class has both. */
  'matter.deadline': z.object({ fix: duration, makeSafe: duration.nullable() }),
  /** Until the first contact has answered, taken or handed on what was said. */
  'matter.first_contact': z.object({ within: duration }),
  /** The present holder's clock: until an offered task is accepted or returned. */
  'task.accept': z.object({ within: duration }),
  /** The present holder's clock: until an accepted task is answered, where the category says nothing. */
  'task.answer': z.object({ within: duration }),
  /** How long the link in a letter to a department opens its task, unless the task is over before. */
  'task.link': z.object({ days }),
  'matter.checking': z.object({
    sampleShare: z.number().min(0).max(1),
    silentDays: days,
    hotlineDays: days,
    reworkLimit: count,
    onSiteAfterRework: z.boolean(),
    onSiteWhenAnonymousOrSilent: z.boolean(),
    onSiteWhenAsked: z.boolean(),
    unsolvedNeedsApproval: z.boolean(),
    checkWithin: duration,
    callWithin: duration,
    callAttempts: count,
    callHoursApart: z.int().min(1).max(168),
  }),
  /** Grades from the best, 1, on. There are words for five; fewer than four would leave no bad one. */
  'matter.rating': z
    .object({ grades: z.int().min(4).max(5), badFrom: z.int().min(2).max(5) })
    .refine((rating) => rating.badFrom <= rating.grades, 'bad_beyond_grades'),
  'matter.reopen': z.object({ days, times: count }),
  'matter.returns': z.object({ jointMeetingAt: count }),
  'matter.suspension': z.object({ reviewWithinDays: days, approvalByAnother: z.boolean() }),
  'matter.extension': z.object({ times: count, within: duration }),
  'matter.duplicates': z.object({ metres: z.int().min(1).max(5000), days }),
  'matter.escalation': z.object({
    steps: z.array(
      z.object({
        daysOverdue: z.int().min(0).max(365),
        to: z.enum(['community', 'subdistrict', 'district']),
      }),
    ),
  }),
  /** Whether a matter is public unless its reporter chooses otherwise, by where the thing is. */
  'matter.publication': z.object({
    public: z.boolean(),
    home: z.boolean(),
    dispute: z.boolean(),
    person: z.boolean(),
  }),
  /** Which department a whistle about a category goes to first: its code, or words of its name; null: the office next above. */
  'matter.whistle': z.object({ department: z.string().max(40).nullable() }),
  /** Opinion Express: 'solved within N days'. */
  'express.window': z.object({ days }),
} as const;

export type RuleCode = keyof typeof ruleSchemas;
export type RuleParams<C extends RuleCode> = z.output<(typeof ruleSchemas)[C]>;

export const ruleCodes = Object.keys(ruleSchemas) as [RuleCode, ...RuleCode[]];

const day = z.iso.date();
const areaCode = z.string().regex(/^\d{12}$/, 'area_unreadable');
const params = z.record(z.string(), z.unknown());

export const publishRuleSetBody = z
  .object({
    code: z.enum(ruleCodes),
    subject: z.string().min(1).max(60),
    area: areaCode,
    validFrom: day,
    validTo: day.nullable(),
    source: z.string().min(1).max(200),
    article: z.string().max(100),
    params,
  })
  .check((context) => {
    const { code, params: given } = context.value;
    const parsed = ruleSchemas[code].safeParse(given);
    for (const issue of parsed.error?.issues ?? []) {
      context.issues.push({
        code: 'custom',
        message: issue.message,
        path: ['params', ...issue.path],
        input: given,
      });
    }
  })
  .meta({ id: 'PublishRuleSet' });
export type PublishRuleSet = z.output<typeof publishRuleSetBody>;

export const ruleSetReply = z
  .object({
    id: z.uuid(),
    code: z.enum(ruleCodes),
    subject: z.string(),
    area: z.string(),
    validFrom: day,
    validTo: day.nullable(),
    source: z.string(),
    article: z.string(),
    params,
  })
  .meta({ id: 'RuleSet' });
export type RuleSetShown = z.output<typeof ruleSetReply>;

export const listRuleSetsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/rulebook/rule-sets',
  summary: 'Every dated rule set: its numbers, where they hold, since when, and the source',
  query: z.object({ code: z.enum(ruleCodes).optional(), on: day.optional() }),
  reply: z.object({ ruleSets: z.array(ruleSetReply) }),
});

export const publishRuleSetEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/rulebook/rule-sets',
  summary: 'Publish new numbers of a rule from a coming day on',
  body: publishRuleSetBody,
  reply: ruleSetReply,
});
