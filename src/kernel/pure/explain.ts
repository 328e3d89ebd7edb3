import { isWorkingDay, type WorkingCalendar } from './calendar.ts';
import { addDays, type PlainDate } from './dates.ts';
import type { DayPause } from './pauses.ts';

/** A stretch of office time, in minutes after midnight, end not included. */
export type OfficeInterval = { readonly from: number; readonly to: number };

export type ExplainCode =
  | 'from_next_day'
  | 'from_moment'
  | 'office_hours'
  | 'skipped_weekend'
  | 'skipped_holiday'
  | 'adjusted_working_day'
  | 'paused_days'
  | 'paused_minutes'
  | 'paused_still'
  | 'rolled_forward'
  | 'extended'
  | 'make_safe'
  | 'provisional'
  | 'due';

/** One step of the reckoning: a code and its facts; the sentences are in `deadlines.messages.ts`. */
export type ExplainLine = {
  readonly code: ExplainCode;
  readonly facts: Readonly<Record<string, string | number>>;
};

type Stay = { code: ExplainCode; from: PlainDate; to: PlainDate; days: number; what: string };

/** Gathers the days a reckoning passes over into lines: neighbours of one kind share a line. */
export type RestTrail = {
  readonly passed: (day: PlainDate) => void;
  readonly paused: (day: PlainDate, pause: DayPause) => void;
  readonly lines: () => ExplainLine[];
};

export function restTrail(calendar: WorkingCalendar): RestTrail {
  const stays: Stay[] = [];
  const note = (code: ExplainCode, day: PlainDate, what: string) => {
    const last = stays.at(-1);
    const goesOn = last?.code === code && last.what === what && addDays(last.to, 1) === day;
    if (last && goesOn) {
      last.to = day;
      last.days++;
    } else stays.push({ code, from: day, to: day, days: 1, what });
  };
  return {
    passed(day) {
      const mark = calendar.override.get(day);
      if (!isWorkingDay(calendar, day)) {
        if (mark) note('skipped_holiday', day, mark.holiday);
        else note('skipped_weekend', day, '');
      } else if (mark) note('adjusted_working_day', day, mark.holiday);
    },
    paused: (day, pause) => note('paused_days', day, pause.reason),
    lines: () => stays.map(lineOf),
  };
}

function lineOf({ code, from, to, days, what }: Stay): ExplainLine {
  if (code === 'paused_days') return { code, facts: { from, to, days, reason: what } };
  if (code === 'skipped_weekend') return { code, facts: { from, to, days } };
  if (code === 'adjusted_working_day')
    return { code, facts: { date: from, days, to, holiday: what } };
  return { code, facts: { from, to, days, holiday: what } };
}

const clockText = (minutes: number) =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** '9:00–12:00, 13:30–17:30' */
export function officeText(hours: readonly OfficeInterval[]): string {
  return hours.map((h) => `${clockText(h.from)}–${clockText(h.to)}`).join(', ');
}
