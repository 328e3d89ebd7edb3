import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';
import { LINES, NOTICE_STATES } from './notice.types.ts';
import {
  BODY_MOST,
  hasNoControl,
  hasNoIdentity,
  hasNoMarkup,
  REASON_MOST,
  TITLE_MOST,
} from './notice-text.rules.ts';

const words = (most: number) =>
  z
    .string()
    .min(1, 'required')
    .max(most, 'too_long')
    .refine((text) => text.trim() !== '', 'required')
    .refine(hasNoControl, 'unreadable_characters')
    .refine(hasNoMarkup, 'markup_not_allowed')
    .refine(hasNoIdentity, 'identity_number');

const area = z.string().regex(/^\d{12}$/, 'area_unreadable');
const number = z.string().regex(/^\d{11}$/);
const line = z.enum(LINES);
const day = z.iso
  .date('date_unreadable')
  .refine((text) => text >= '1900-01-01' && text < '2200-01-01', 'date_impossible');
const moment = z.iso.datetime();
const revision = z.int().min(1).max(1_000_000);
const after = z.string().max(40).optional();
const limit = z.coerce.number().int().min(1).max(100).default(20);
const format = z.enum(['csv', 'xlsx']).default('csv');

const title = words(TITLE_MOST).refine((text) => !/[\r\n\t]/.test(text), 'one_line');
const content = {
  title,
  body: words(BODY_MOST),
  isPinned: z.boolean().default(false),
  expiresOn: day.nullable().default(null),
};

export const writeNoticeBody = z
  .object({ area, ...content, publishFrom: day.nullable().default(null) })
  .meta({ id: 'WriteNotice' });
export const editNoticeBody = writeNoticeBody
  .omit({ area: true })
  .extend({ revision })
  .meta({ id: 'EditNotice' });
export const publishNoticeBody = z.object({ revision }).meta({ id: 'PublishNotice' });
export const correctNoticeBody = z
  .object({ ...content, revision, correction: words(REASON_MOST) })
  .meta({ id: 'CorrectNotice' });
export const withdrawNoticeBody = z
  .object({ reason: words(REASON_MOST).nullable().default(null) })
  .meta({ id: 'WithdrawNotice' });

const author = z.object({ kind: z.string(), area });

export const noticeCard = z
  .object({
    number,
    area,
    line,
    title: z.string(),
    summary: z.string(),
    isPinned: z.boolean(),
    shownAt: moment,
    correctedAt: moment.nullable(),
    author,
  })
  .meta({ id: 'NoticeCard' });

export const noticeView = noticeCard
  .omit({ summary: true })
  .extend({
    body: z.string(),
    expiresOn: day.nullable(),
    version: z.int(),
    correction: z.string().nullable(),
  })
  .meta({ id: 'Notice' });

export const deskRow = z
  .object({
    number,
    area,
    areaName: z.string(),
    line,
    state: z.enum(NOTICE_STATES),
    title: z.string(),
    isPinned: z.boolean(),
    isShown: z.boolean(),
    publishFrom: day.nullable(),
    expiresOn: day.nullable(),
    changedAt: moment,
  })
  .meta({ id: 'NoticeOnDesk' });
export type DeskRow = z.output<typeof deskRow>;

const versionView = z.object({
  version: z.int(),
  title: z.string(),
  body: z.string(),
  correction: z.string().nullable(),
  madeAt: moment,
});

export const deskRecord = deskRow
  .extend({
    body: z.string(),
    revision,
    version: z.int(),
    correction: z.string().nullable(),
    correctedAt: moment.nullable(),
    withdrawal: z.string().nullable(),
    shownAt: moment.nullable(),
    author: author.extend({ areaName: z.string(), post: z.string().nullable() }),
    /** What the present post may do now. */
    actions: z.array(z.object({ verb: z.string(), danger: z.boolean() })),
    /** Every text that hung, the first one first. */
    versions: z.array(versionView),
  })
  .meta({ id: 'NoticeRecord' });
export type DeskRecord = z.output<typeof deskRecord>;

export const boardQuery = z.object({ line: line.optional(), after });
const numbered = z.object({ number });
export const noticeParams = numbered;
export const areaParams = z.object({ code: area });

export const listNoticesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/notices',
  summary:
    'What hangs on the board of an area today: its own notices, its subdistrict’s and its district’s',
  query: boardQuery.extend({ area, limit }),
  reply: z.object({ items: z.array(noticeCard), next: z.string().nullable() }),
});

export const readNoticeEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/notices/{number}',
  summary: 'One notice that hangs today',
  params: numbered,
  reply: noticeView,
});

export const writeNoticeEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/notices',
  summary: 'Write the draft of a notice, on the line of one’s own organisation',
  body: writeNoticeBody,
  reply: deskRecord,
});

export const editNoticeEndpoint = defineEndpoint({
  method: 'put',
  path: '/api/v1/notices/{number}',
  summary: 'Change a draft',
  params: numbered,
  body: editNoticeBody,
  reply: deskRecord,
});

export const publishNoticeEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/notices/{number}/publication',
  summary: 'Hang a draft up, now or from its first day on',
  params: numbered,
  body: publishNoticeBody,
  reply: deskRecord,
});

export const correctNoticeEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/notices/{number}/correction',
  summary: 'Put right what hangs, as a new version that says what was corrected',
  params: numbered,
  body: correctNoticeBody,
  reply: deskRecord,
});

export const withdrawNoticeEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/notices/{number}/withdrawal',
  summary: 'Take a notice down, or a draft off the desk',
  params: numbered,
  body: withdrawNoticeBody,
  reply: deskRecord,
});

const deskQuery = z.object({
  state: z.enum(NOTICE_STATES).optional(),
  line: line.optional(),
  area: area.optional(),
});

export const listDeskEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/workbench/notices',
  summary: 'Notices of one’s area in every state, last changed first',
  query: deskQuery.extend({ after, limit }),
  reply: z.object({ items: z.array(deskRow), next: z.string().nullable(), total: z.int() }),
});

export const readDeskEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/workbench/notices/{number}',
  summary: 'One notice with its versions and what may be done with it',
  params: numbered,
  reply: deskRecord,
});

export const noticeChoicesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/workbench/notice-choices',
  summary: 'The line and the areas that the present post may write for',
  reply: z.object({
    line: line.nullable(),
    areas: z.array(z.object({ code: area, name: z.string() })),
    today: day,
  }),
});

export const exportNoticesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/exports/notices',
  summary: 'Notices of one’s area as CSV or XLSX',
  query: deskQuery.extend({ format }),
  reply: z.unknown(),
});
