import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';

export const HOLIDAYS = [
  'new_year',
  'spring_festival',
  'qingming',
  'labour_day',
  'dragon_boat',
  'mid_autumn',
  'national_day',
  'victory_day',
] as const;
const holiday = z.enum(HOLIDAYS);
/** 'MM-DD', or a whole date where the notice reaches into the year before. */
const noticeDay = z
  .string()
  .regex(/^(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'date_unreadable');

const feast = z.object({
  holiday,
  off: z.tuple([noticeDay, noticeDay]),
  law: z.array(noticeDay).max(10),
  work: z.array(noticeDay).max(10).optional(),
});
export type FeastWritten = z.output<typeof feast>;

export const loadCalendarYearBody = z
  .object({
    year: z.int().min(2009).max(2199),
    source: z.string().min(1).max(200),
    feasts: z.array(feast).min(1).max(20),
  })
  .meta({ id: 'HolidayNotice' });
export type LoadCalendarYear = z.output<typeof loadCalendarYearBody>;

const loadedDay = z.object({
  date: z.iso.date(),
  kind: z.enum(['work', 'rest', 'statutory']),
  holiday: z.string(),
});

export const showCalendarEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/rulebook/calendar',
  summary: 'The working calendar as loaded, year by year',
  reply: z.object({
    firstLoadedYear: z.int(),
    lastLoadedYear: z.int(),
    days: z.array(loadedDay),
    years: z.array(z.object({ year: z.int(), source: z.string() })),
  }),
});

export const loadCalendarYearEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/rulebook/calendar',
  summary: 'Load a year’s notice on holidays',
  body: loadCalendarYearBody,
  reply: z.object({ year: z.int(), days: z.int() }),
});

export const readNoticeFileEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/rulebook/calendar-files',
  summary: 'Reads a year’s holidays from a CSV or XLSX file for review; loads nothing',
  body: z.object({}),
  reply: z.object({
    feasts: z.array(feast),
    faults: z.array(
      z.object({ line: z.int(), column: z.string(), code: z.string(), value: z.string() }),
    ),
  }),
});
