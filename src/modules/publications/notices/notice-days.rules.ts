// From which day to which a notice hangs: forward only, and not a last day before the first.
import { areaPrefix } from '#kernel/pure/area.ts';
import { instantOf, type PlainDate } from '#kernel/pure/dates.ts';
import { type Refusal, refuse } from '#kernel/pure/refusal.ts';
import type { Notice } from './notice.types.ts';

type Days = Pick<Notice, 'publishFrom' | 'expiresOn'>;
export type DaysRefusal = Refusal<'first_day_past' | 'last_day_past' | 'last_day_before_first'>;

/** The last day counts in full, as every term does (Civil Code 1259: '届满' includes the day). */
export function refusalToLastDay(days: Days, today: PlainDate): DaysRefusal | null {
  const { publishFrom, expiresOn } = days;
  if (expiresOn === null) return null;
  if (expiresOn < today) return refuse('last_day_past', { today });
  return publishFrom !== null && expiresOn < publishFrom ? refuse('last_day_before_first') : null;
}

/** What a draft may say; a first day that passes while the draft lies about does no harm. */
export function refusalToDays(days: Days, today: PlainDate): DaysRefusal | null {
  if (days.publishFrom !== null && days.publishFrom < today)
    return refuse('first_day_past', { today });
  return refusalToLastDay(days, today);
}

/** When a notice published now begins to hang: at once, or at midnight of its first day. */
export function hangsFrom(
  days: Days,
  today: PlainDate,
  now: Date,
): { publishFrom: PlainDate; shownAt: Date; isShown: boolean } {
  const { publishFrom } = days;
  return publishFrom !== null && publishFrom > today
    ? { publishFrom, shownAt: instantOf(publishFrom), isShown: false }
    : { publishFrom: today, shownAt: now, isShown: true };
}

/** Whose notices hang on an area's board: its own, its subdistrict's and its district's. */
export function boardAreas(area: string): string[] {
  const prefix = areaPrefix(area);
  const above = [prefix, prefix.slice(0, 9), prefix.slice(0, 6)].map((one) => one.padEnd(12, '0'));
  return [...new Set(above)];
}
