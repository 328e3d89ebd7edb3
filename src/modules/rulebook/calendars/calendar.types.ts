import type { DayKind } from '#kernel/pure/calendar.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';

export type HolidayCode =
  | 'new_year'
  | 'spring_festival'
  | 'qingming'
  | 'labour_day'
  | 'dragon_boat'
  | 'mid_autumn'
  | 'national_day'
  | 'victory_day';

/**
 * One feast of a notice: days off from `off[0]` to `off[1]`, of which `law` are holidays by law, and the weekend
 * days worked instead. Days are 'MM-DD' of the year, or whole dates where the notice reaches into the year before.
 */
export type Feast = {
  readonly holiday: HolidayCode;
  readonly off: readonly [string, string];
  readonly law: readonly string[];
  readonly work?: readonly string[] | undefined;
};

/** A year's notice as it is written. */
export type WrittenYear = {
  readonly year: number;
  /** The notice of the General Office of the State Council, by number, else by name and date. */
  readonly source: string;
  readonly feasts: readonly Feast[];
};

/** One day that a notice says something about. */
export type NoticeDay = {
  readonly date: PlainDate;
  readonly kind: DayKind;
  readonly holiday: HolidayCode;
};

/** A year's notice day by day. It may speak of the last days of the year before. */
export type YearNotice = {
  readonly year: number;
  readonly source: string;
  readonly days: readonly NoticeDay[];
};
