import { addDays, type PlainDate, weekday, yearOf } from './dates.ts';

/**
 * What a yearly notice says of a day. `statutory`: a holiday by law; `rest`: a day off moved or joined to it;
 * `work`: a weekend day worked instead.
 */
export type DayKind = 'work' | 'rest' | 'statutory';
export type DayMark = { readonly kind: DayKind; readonly holiday: string };

/** Weekdays are worked unless a loaded notice says otherwise; outside the loaded years nobody knows. */
export type WorkingCalendar = {
  readonly firstLoadedYear: number;
  readonly lastLoadedYear: number;
  readonly override: ReadonlyMap<PlainDate, DayMark>;
};

export function isWorkingDay(calendar: WorkingCalendar, date: PlainDate): boolean {
  const mark = calendar.override.get(date);
  return mark ? mark.kind === 'work' : weekday(date) <= 5;
}

export function isLoaded(calendar: WorkingCalendar, date: PlainDate): boolean {
  const year = yearOf(date);
  return year >= calendar.firstLoadedYear && year <= calendar.lastLoadedYear;
}

/** Working days after `from` up to and including `to`: how long something took, counted as deadlines are. */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: PlainDate,
  to: PlainDate,
): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count++;
  }
  return count;
}
