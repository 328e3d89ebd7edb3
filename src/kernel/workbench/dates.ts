import type { Language } from '#kernel/pure/messages.ts';

// Every district of Linli lies in one zone; a laptop abroad must not shift a deadline.
const ZONE = 'Asia/Shanghai';

const locale = { zh: 'zh-CN', en: 'en-GB' } as const;

/** "11月18日 09:12" or "18 Nov, 09:12"; with the year when it is not the present one. */
export function momentText(language: Language, instant: string, now: Date = new Date()): string {
  const at = new Date(instant);
  const year = (date: Date) =>
    date.toLocaleDateString('en-GB', { timeZone: ZONE, year: 'numeric' });
  return at.toLocaleString(locale[language], {
    timeZone: ZONE,
    ...(year(at) === year(now) ? {} : { year: 'numeric' }),
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}

const LAST_MINUTE = '23:59';

/** An instant by which something is due: its day, and the time only where that is not the day's end. */
export function dueText(language: Language, instant: string, now: Date = new Date()): string {
  const at = new Date(instant);
  const time = at.toLocaleTimeString('en-GB', {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
  });
  return time === LAST_MINUTE
    ? shortDayText(language, instant, now)
    : momentText(language, instant, now);
}

/** "11月18日" or "18 Nov"; with the year when it is not the present one. */
export function shortDayText(language: Language, instant: string, now: Date = new Date()): string {
  const at = new Date(instant);
  const year = (date: Date) =>
    date.toLocaleDateString('en-GB', { timeZone: ZONE, year: 'numeric' });
  return at.toLocaleDateString(locale[language], {
    timeZone: ZONE,
    ...(year(at) === year(now) ? {} : { year: 'numeric' }),
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
  });
}

/** A plain date 'YYYY-MM-DD' or an instant, as a day. */
export function dayText(language: Language, date: string): string {
  const at = new Date(date.length === 10 ? `${date}T00:00:00+08:00` : date);
  return at.toLocaleDateString(locale[language], {
    timeZone: ZONE,
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
  });
}

/** Whole numbers with separators, at most `digits` decimals. */
export function numberText(language: Language, value: number, digits = 1): string {
  return value.toLocaleString(locale[language], { maximumFractionDigits: digits });
}
