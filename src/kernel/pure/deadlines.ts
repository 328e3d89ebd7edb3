import { isLoaded, isWorkingDay, type WorkingCalendar } from './calendar.ts';
import {
  addDays,
  DISTRICT_ZONE,
  dateOf,
  endOfDay,
  instantOf,
  localMinute,
  type PlainDate,
  yearOf,
} from './dates.ts';
import {
  type ExplainLine,
  type OfficeInterval,
  officeText,
  type RestTrail,
  restTrail,
} from './explain.ts';
import {
  type DayPause,
  type EndedPause,
  mergePauses,
  type Pause,
  pausedDays,
  pauseOn,
  type Stretch,
  subtractPauses,
} from './pauses.ts';

export type { ExplainCode, ExplainLine, OfficeInterval } from './explain.ts';
export type { Pause } from './pauses.ts';

export type DeadlineUnit = 'calendar_days' | 'working_days' | 'working_hours' | 'urgent_hours';

/** An allowance of time. `rollForward`: a period of calendar days ending on a rest day ends on the next working day. */
export type DeadlineRule = {
  readonly amount: number;
  readonly unit: DeadlineUnit;
  readonly rollForward: boolean;
};

export type Deadline = {
  /** The last moment that is in time. For days: the last second of `dueOn`. */
  readonly dueAt: Date;
  readonly dueOn: PlainDate;
  /** True where a year is reckoned with whose calendar isn't loaded: recompute when it is. */
  readonly provisional: boolean;
  /** True while a pause has no end: `dueAt` is then what it was when the clock stopped. */
  readonly stopped: boolean;
  readonly lines: readonly ExplainLine[];
};

export type DeadlineSetting = {
  readonly calendar: WorkingCalendar;
  readonly officeHours: readonly OfficeInterval[];
  readonly zone?: string;
};

/**
 * When something allowed `rule` from the moment `from` is due, and why. Days are counted from the day after
 * (Civil Code 201); hours run from the moment itself. Two clocks are two calls. Never throws for dates outside
 * the loaded calendar; an amount that is not a positive whole number is a bug (RangeError).
 */
export function computeDeadline(
  rule: DeadlineRule,
  setting: DeadlineSetting,
  from: Date,
  pauses: readonly Pause[] = [],
): Deadline {
  if (!Number.isInteger(rule.amount) || rule.amount < 1) {
    throw new RangeError(`a deadline of ${rule.amount} ${rule.unit}`);
  }
  const zone = setting.zone ?? DISTRICT_ZONE;
  const ended = mergePauses(pauses);
  const isDays = rule.unit === 'calendar_days' || rule.unit === 'working_days';
  const reckoned = isDays
    ? byDays(rule, setting.calendar, dateOf(from, zone), pausedDays(ended, zone), zone)
    : byHours(rule, setting, from, ended, zone);
  const dueOn = dateOf(reckoned.dueAt, zone);
  const unknown = unknownYear(rule, setting.calendar, dateOf(from, zone), dueOn);
  const open = pauses.find((pause) => pause.to === null);
  const lines: ExplainLine[] = [...reckoned.lines];
  if (open) lines.push(stillPaused(open, zone));
  if (unknown !== undefined) lines.push({ code: 'provisional', facts: { year: unknown } });
  const due = isDays ? dueOn : localMinute(reckoned.dueAt, zone);
  lines.push({ code: 'due', facts: { at: due, amount: rule.amount, unit: rule.unit } });
  return {
    dueAt: reckoned.dueAt,
    dueOn,
    provisional: unknown !== undefined,
    stopped: open !== undefined,
    lines,
  };
}

type Reckoned = { readonly dueAt: Date; readonly lines: readonly ExplainLine[] };

function stillPaused(pause: Pause, zone: string): ExplainLine {
  return {
    code: 'paused_still',
    facts: { from: localMinute(pause.from, zone), reason: pause.reason },
  };
}

/** The first year that was reckoned with though its calendar isn't loaded. */
function unknownYear(
  rule: DeadlineRule,
  calendar: WorkingCalendar,
  start: PlainDate,
  dueOn: PlainDate,
): number | undefined {
  const asks = rule.unit === 'working_days' || rule.unit === 'working_hours' || rule.rollForward;
  if (!asks || rule.unit === 'urgent_hours') return undefined;
  if (!isLoaded(calendar, dueOn)) return Math.min(yearOf(dueOn), calendar.lastLoadedYear + 1);
  return rule.unit !== 'calendar_days' && !isLoaded(calendar, start) ? yearOf(start) : undefined;
}

function byDays(
  rule: DeadlineRule,
  calendar: WorkingCalendar,
  start: PlainDate,
  pauses: readonly DayPause[],
  zone: string,
): Reckoned {
  const trail = restTrail(calendar);
  const counts = (day: PlainDate) => rule.unit === 'calendar_days' || isWorkingDay(calendar, day);
  let day = start;
  // The start day isn't counted, so a pause that begins on it takes nothing out before the day after.
  for (let left = rule.amount; left > 0; ) {
    day = addDays(day, 1);
    const pause = pauseOn(pauses, day);
    if (pause) trail.paused(day, pause);
    else if (counts(day)) left--;
    if (!pause && rule.unit === 'working_days') trail.passed(day);
  }
  const rolled =
    rule.rollForward && rule.unit === 'calendar_days' ? rollForward(calendar, day, pauses) : day;
  const lines: ExplainLine[] = [
    { code: 'from_next_day', facts: { date: start } },
    ...trail.lines(),
  ];
  if (rolled !== day) lines.push({ code: 'rolled_forward', facts: { from: day, to: rolled } });
  return { dueAt: endOfDay(rolled, zone), lines };
}

function rollForward(
  calendar: WorkingCalendar,
  day: PlainDate,
  pauses: readonly DayPause[],
): PlainDate {
  let rolled = day;
  while (!isWorkingDay(calendar, rolled) || pauseOn(pauses, rolled)) rolled = addDays(rolled, 1);
  return rolled;
}

const MINUTE = 60_000;

function byHours(
  rule: DeadlineRule,
  setting: DeadlineSetting,
  from: Date,
  pauses: readonly EndedPause[],
  zone: string,
): Reckoned {
  const trail = restTrail(setting.calendar);
  const lines: ExplainLine[] = [{ code: 'from_moment', facts: { at: localMinute(from, zone) } }];
  const stretches =
    rule.unit === 'urgent_hours' ? [{ from, to: FAR }] : officeTime(setting, from, zone, trail);
  if (rule.unit === 'working_hours') {
    lines.push({ code: 'office_hours', facts: { hours: officeText(setting.officeHours) } });
  }
  const dueAt = walk(stretches, pauses, rule.amount * 60 * MINUTE);
  const paused = pauses
    .filter((p) => p.from < dueAt && p.to > from)
    .map((p): ExplainLine => {
      const minutes = Math.round(
        (p.to.getTime() - Math.max(p.from.getTime(), from.getTime())) / MINUTE,
      );
      const facts = {
        from: localMinute(p.from, zone),
        to: localMinute(p.to, zone),
        minutes,
        reason: p.reason,
      };
      return { code: 'paused_minutes', facts };
    });
  return { dueAt, lines: [...lines, ...trail.lines(), ...paused] };
}

const FAR = new Date(8.64e15);

/** The moment at which so many milliseconds of unpaused time are used up. */
function walk(stretches: Iterable<Stretch>, pauses: readonly EndedPause[], ms: number): Date {
  let left = ms;
  for (const stretch of stretches) {
    for (const piece of subtractPauses(stretch, pauses)) {
      const length = piece.to.getTime() - piece.from.getTime();
      if (length >= left) return new Date(piece.from.getTime() + left);
      left -= length;
    }
  }
  throw new RangeError('no time is left in the calendar');
}

/** Office time from a moment on, stretch by stretch, without end: whoever walks it stops. */
function* officeTime(
  setting: DeadlineSetting,
  from: Date,
  zone: string,
  trail: RestTrail,
): Generator<Stretch> {
  const hours = setting.officeHours.filter((h) => h.to > h.from);
  if (hours.length === 0) throw new RangeError('no office hours');
  for (let day = dateOf(from, zone); ; day = addDays(day, 1)) {
    trail.passed(day);
    if (isWorkingDay(setting.calendar, day)) yield* stretchesOf(hours, day, from, zone);
  }
}

function stretchesOf(
  hours: readonly OfficeInterval[],
  day: PlainDate,
  from: Date,
  zone: string,
): Stretch[] {
  return hours
    .map((h) => ({ from: instantOf(day, h.from, zone), to: instantOf(day, h.to, zone) }))
    .filter((stretch) => stretch.to > from)
    .map((stretch) => (stretch.from > from ? stretch : { from, to: stretch.to }));
}
