// Days and times as people read them, always in the district's zone.
import { dateOf, localMinute, type PlainDate } from './dates.ts';
import type { Language } from './messages.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** '2026 年 3 月 2 日' or '2 March 2026'. */
export function dayText(lang: Language, day: PlainDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (lang === 'zh') return `${year} 年 ${Number(month)} 月 ${Number(date)} 日`;
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** From the first day to the last, the year said once where both share it. */
export function periodText(lang: Language, from: PlainDate, to: PlainDate): string {
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  const [first, last] = [dayText(lang, from), dayText(lang, to)];
  if (lang === 'zh') return `${first}至 ${isOneYear ? last.replace(/^\d+ 年 /, '') : last}`;
  return `${isOneYear ? first.replace(/ \d+$/, '') : first} to ${last}`;
}

export const dayOfInstant = (lang: Language, instant: Date): string =>
  dayText(lang, dateOf(instant));

/** The day and the minute. */
export function momentText(lang: Language, instant: Date): string {
  const clock = localMinute(instant).slice(-5);
  return `${dayOfInstant(lang, instant)}${lang === 'zh' ? ' ' : ', '}${clock}`;
}
