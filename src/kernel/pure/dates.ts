import { Temporal } from 'temporal-polyfill';
import { toHalfWidth } from './plain-text.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';

declare const plainDate: unique symbol;
/** A day of the civil calendar, 'YYYY-MM-DD'. Comparing two with < and > is comparing the days. */
export type PlainDate = string & { readonly [plainDate]: true };

/** Half-open range of days: `from` belongs to it, `until` does not. */
export type DateRange = { readonly from: PlainDate; readonly until: PlainDate };

/** Where the district keeps time; no daylight saving since 1991. */
export const DISTRICT_ZONE = 'Asia/Shanghai';

const DAY_MS = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

function compose(year: number, month: number, day: number): PlainDate | undefined {
  if (year < 1900 || year > 2199) return undefined;
  const ms = Date.UTC(year, month - 1, day);
  const there = new Date(ms);
  const same = there.getUTCMonth() === month - 1 && there.getUTCDate() === day;
  return same ? fromMs(ms) : undefined;
}

function fromMs(ms: number): PlainDate {
  return new Date(ms).toISOString().slice(0, 10) as PlainDate;
}

const toMs = (date: PlainDate): number => Date.parse(date);

/** A date written in our own code or column, 'YYYY-MM-DD'; anything else is a bug and throws RangeError. */
export function plainDateOf(iso: string): PlainDate {
  const match = ISO.exec(iso);
  const date = match && compose(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!date) throw new RangeError(`not a date: ${iso}`);
  return date;
}

export type DateRefusal = Refusal<'date_empty' | 'date_unreadable' | 'date_impossible'>;

// Order matters: the compact forms would otherwise swallow each other.
const WRITTEN = [
  /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$/,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

function fromSerial(serial: number): PlainDate | DateRefusal {
  const whole = Math.floor(serial);
  // Excel's day 60 is 29 February 1900, which never was; days before it are one lower than the formula.
  if (!(whole >= 1 && whole <= 109_574) || whole === 60)
    return refuse('date_impossible', { given: serial });
  return fromMs(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * DAY_MS);
}

/**
 * Reads a date as government files and people write it: 2010-12-09, 2010/12/9, 2010.12.9, 2010年12月9日,
 * 20101209, full-width digits, and Excel's serial numbers of the 1900 system (numbers, or five digits as text).
 */
export function parseDate(given: string | number): PlainDate | DateRefusal {
  if (typeof given === 'number') return fromSerial(given);
  const text = toHalfWidth(given).trim();
  if (text === '') return refuse('date_empty');
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text));
  for (const form of WRITTEN) {
    const match = form.exec(text);
    if (match) {
      const date = compose(Number(match[1]), Number(match[2]), Number(match[3]));
      return date ?? refuse('date_impossible', { given: text });
    }
  }
  return refuse('date_unreadable', { given: text });
}

const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const TIME_AFTER =
  /^(.*?[\d日号])[\sT]+(\d{1,2})(?:[::时点](\d{1,2}))?(?:[::分](\d{1,2}))?(?:\.\d+)?[时点分秒]?$/;

/**
 * Reads a moment: ISO 8601 with a zone, or a date of any written form with a time of the district's clock
 * ('2010-12-09 8:30', '2010年12月9日 8时30分'). A date alone is its first moment; a serial's fraction is the time.
 */
export function parseInstant(given: string | number, zone = DISTRICT_ZONE): Date | DateRefusal {
  if (typeof given === 'number') return fromSerialTime(given, zone);
  const text = toHalfWidth(given).trim();
  if (/^\d{5}\.\d+$/.test(text)) return fromSerialTime(Number(text), zone);
  if (WITH_ZONE.test(text)) {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? refuse('date_impossible', { given: text }) : new Date(ms);
  }
  const match = TIME_AFTER.exec(text);
  const date = parseDate(match?.[1] ?? text);
  if (isRefusal(date)) return date;
  const hour = Number(match?.[2] ?? 0);
  const minute = Number(match?.[3] ?? 0);
  const second = Number(match?.[4] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return refuse('date_impossible', { given: text });
  return new Date(instantOf(date, hour * 60 + minute, zone).getTime() + second * 1000);
}

function fromSerialTime(serial: number, zone: string): Date | DateRefusal {
  const date = fromSerial(serial);
  if (isRefusal(date)) return date;
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  return new Date(instantOf(date, 0, zone).getTime() + seconds * 1000);
}

const zoned = (instant: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);

/** The day an instant falls on, by the district's clock. */
export function dateOf(instant: Date, zone = DISTRICT_ZONE): PlainDate {
  return zoned(instant, zone).toPlainDate().toString() as PlainDate;
}

/** Minutes since midnight by the district's clock, 0 to 1439. */
export function minuteOfDay(instant: Date, zone = DISTRICT_ZONE): number {
  const local = zoned(instant, zone);
  return local.hour * 60 + local.minute;
}

/** 'YYYY-MM-DD HH:MM' by the district's clock. */
export function localMinute(instant: Date, zone = DISTRICT_ZONE): string {
  return zoned(instant, zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
}

/** 'YYYY-MM-DD HH:MM:SS' by the district's clock. */
export function localSecond(instant: Date, zone = DISTRICT_ZONE): string {
  return zoned(instant, zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ');
}

/** The instant at so many minutes after midnight of a day, by the district's clock. */
export function instantOf(date: PlainDate, minutes = 0, zone = DISTRICT_ZONE): Date {
  const midnight = Temporal.PlainDate.from(date).toZonedDateTime(zone);
  return new Date(midnight.epochMilliseconds + minutes * 60_000);
}

/** The last second of a day. A thing due on a day may be done until then. */
export function endOfDay(date: PlainDate, zone = DISTRICT_ZONE): Date {
  return new Date(instantOf(addDays(date, 1), 0, zone).getTime() - 1000);
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromMs(toMs(date) + days * DAY_MS);
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((toMs(to) - toMs(from)) / DAY_MS);
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: PlainDate): number {
  return new Date(toMs(date)).getUTCDay() || 7;
}

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
export const monthOf = (date: PlainDate): number => Number(date.slice(5, 7));

/**
 * Full years lived on a day. A birthday counts from its own day; who was born on 29 February has it on
 * 28 February in common years (Civil Code 202: where the month lacks the day, its last day).
 */
export function ageOn(birth: PlainDate, on: PlainDate): number {
  const years = yearOf(on) - yearOf(birth);
  return on >= addYears(birth, years) ? years : years - 1;
}

/** The same day so many years later; 29 February becomes 28 in a common year. */
export function addYears(date: PlainDate, years: number): PlainDate {
  const year = yearOf(date) + years;
  return compose(year, monthOf(date), Number(date.slice(8))) ?? plainDateOf(`${year}-02-28`);
}

/** The community day: the first Saturday of a month. */
export function firstSaturday(year: number, month: number): PlainDate {
  const first = monthRange(year, month).from;
  return addDays(first, (6 - weekday(first) + 7) % 7);
}

export function monthRange(year: number, month: number): DateRange {
  return { from: fromMs(Date.UTC(year, month - 1, 1)), until: fromMs(Date.UTC(year, month, 1)) };
}

export function quarterRange(year: number, quarter: 1 | 2 | 3 | 4): DateRange {
  return {
    from: fromMs(Date.UTC(year, quarter * 3 - 3, 1)),
    until: fromMs(Date.UTC(year, quarter * 3, 1)),
  };
}
