// What a yearly notice on holidays says of each day, and when a notice may be loaded.
import type { DayKind, DayMark, WorkingCalendar } from '#kernel/pure/calendar.ts';
import { addDays, type PlainDate, plainDateOf, weekday, yearOf } from '#kernel/pure/dates.ts';
import { type Refusal, refuse } from '#kernel/pure/refusal.ts';
import type { NoticeDay, WrittenYear, YearNotice } from './calendar.types.ts';

const RANK: Readonly<Record<DayKind, number>> = { statutory: 2, work: 1, rest: 0 };

/** Every day the notice names, once; where two feasts meet, the holiday by law stands. */
export function expandNotice(written: WrittenYear): YearNotice {
  const whole = (day: string) => plainDateOf(day.length === 5 ? `${written.year}-${day}` : day);
  const days = new Map<PlainDate, NoticeDay>();
  const note = (date: PlainDate, kind: DayKind, holiday: NoticeDay['holiday']) => {
    const before = days.get(date);
    if (!before || RANK[kind] > RANK[before.kind]) days.set(date, { date, kind, holiday });
  };
  for (const { holiday, off, law, work } of written.feasts) {
    const [from, to] = [whole(off[0]), whole(off[1])];
    for (let day = from; day <= to; day = addDays(day, 1)) note(day, 'rest', holiday);
    for (const day of law) note(whole(day), 'statutory', holiday);
    for (const day of work ?? []) note(whole(day), 'work', holiday);
  }
  const inOrder = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { year: written.year, source: written.source, days: inOrder };
}

/**
 * The working calendar of the loaded notices. A notice of a later year may change days of the year before;
 * years must follow each other without a gap, so what lies after a gap is not taken.
 */
export function calendarOf(notices: readonly YearNotice[]): WorkingCalendar {
  const inOrder = [...notices].sort((a, b) => a.year - b.year);
  const override = new Map<PlainDate, DayMark>();
  const firstLoadedYear = inOrder[0]?.year ?? 0;
  let lastLoadedYear = firstLoadedYear - 1;
  for (const { year, days } of inOrder) {
    if (year !== lastLoadedYear + 1) break;
    lastLoadedYear = year;
    for (const { date, kind, holiday } of days) override.set(date, { kind, holiday });
  }
  return { firstLoadedYear, lastLoadedYear, override };
}

export type LoadRefusal = Refusal<
  'year_leaves_gap' | 'year_is_past' | 'day_outside_year' | 'work_on_weekday' | 'rest_missing'
>;

/** Why a notice can't be loaded; a year may be loaded again while it isn't over, as in January 2020. */
export function refusalToLoad(
  notice: YearNotice,
  calendar: WorkingCalendar,
  today: PlainDate,
): LoadRefusal | null {
  if (notice.year > calendar.lastLoadedYear + 1) {
    return refuse('year_leaves_gap', { year: calendar.lastLoadedYear + 1 });
  }
  if (notice.year < yearOf(today)) return refuse('year_is_past', { year: notice.year });
  if (!notice.days.some((day) => day.kind === 'statutory')) return refuse('rest_missing');
  for (const { date, kind } of notice.days) {
    // The New Year's feast may begin, or be made up for, in the last days of December.
    const near = yearOf(date) === notice.year || date >= `${notice.year - 1}-12-25`;
    if (!near || date > `${notice.year}-12-31`) return refuse('day_outside_year', { date });
    if (kind === 'work' && weekday(date) <= 5) return refuse('work_on_weekday', { date });
  }
  return null;
}
