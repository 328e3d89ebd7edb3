import type { DayKind, DayMark, WorkingCalendar } from './calendar.ts';
import { addDays, type PlainDate, plainDateOf } from './dates.ts';

/** The notice for 2026, as far as the reckoning tests need it. */
export function aCalendar(): WorkingCalendar {
  const override = new Map<PlainDate, DayMark>();
  const mark = (from: string, to: string, kind: DayKind, holiday: string) => {
    for (let day = plainDateOf(from); day <= to; day = addDays(day, 1))
      override.set(day, { kind, holiday });
  };
  mark('2026-02-14', '2026-02-14', 'work', 'spring_festival');
  mark('2026-02-15', '2026-02-23', 'rest', 'spring_festival');
  mark('2026-02-16', '2026-02-19', 'statutory', 'spring_festival');
  mark('2026-02-28', '2026-02-28', 'work', 'spring_festival');
  mark('2026-05-01', '2026-05-05', 'rest', 'labour_day');
  mark('2026-05-09', '2026-05-09', 'work', 'labour_day');
  mark('2026-09-20', '2026-09-20', 'work', 'national_day');
  mark('2026-09-25', '2026-09-27', 'rest', 'mid_autumn');
  mark('2026-10-01', '2026-10-07', 'rest', 'national_day');
  mark('2026-10-10', '2026-10-10', 'work', 'national_day');
  return { firstLoadedYear: 2026, lastLoadedYear: 2026, override };
}
