import { describe, expect, it } from 'vitest';
import { aCalendar } from './calendar.factory.ts';
import { instantOf, localMinute, plainDateOf } from './dates.ts';
import { computeDeadline, type DeadlineRule } from './deadlines.ts';
import type { Pause } from './pauses.ts';

const setting = {
  calendar: aCalendar(),
  officeHours: [
    { from: 9 * 60, to: 12 * 60 },
    { from: 13 * 60 + 30, to: 17 * 60 + 30 },
  ],
};

/** '2026-02-09 08:30' by the district's clock. */
function at(text: string): Date {
  const [day = '', time = '0:0'] = text.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return instantOf(plainDateOf(day), hour * 60 + minute);
}

const rule = (amount: number, unit: DeadlineRule['unit'], rollForward = false) => ({
  amount,
  unit,
  rollForward,
});
const pause = (from: string, to: string | null, reason = 'road works'): Pause => ({
  from: at(from),
  to: to === null ? null : at(to),
  reason,
});
const due = (r: DeadlineRule, from: string, pauses: Pause[] = []) =>
  computeDeadline(r, setting, at(from), pauses);
const codes = (r: DeadlineRule, from: string, pauses: Pause[] = []) =>
  due(r, from, pauses).lines.map((line) => line.code);

describe('working days', () => {
  it.each([
    ['2026-02-09 10:00', 7, '2026-02-25'],
    ['2026-09-22 23:59', 5, '2026-09-30'],
    ['2026-09-19 10:00', 1, '2026-09-20'],
    ['2026-05-01 10:00', 1, '2026-05-06'],
    ['2026-05-07 10:00', 2, '2026-05-09'],
  ])('from %s, %i: %s', (from, amount, on) => {
    expect(due(rule(amount, 'working_days'), from).dueOn).toBe(on);
  });

  it('explains itself line by line', () => {
    expect(due(rule(7, 'working_days'), '2026-02-09 10:00').lines).toEqual([
      { code: 'from_next_day', facts: { date: '2026-02-09' } },
      {
        code: 'adjusted_working_day',
        facts: { date: '2026-02-14', to: '2026-02-14', days: 1, holiday: 'spring_festival' },
      },
      {
        code: 'skipped_holiday',
        facts: { from: '2026-02-15', to: '2026-02-23', days: 9, holiday: 'spring_festival' },
      },
      { code: 'due', facts: { at: '2026-02-25', amount: 7, unit: 'working_days' } },
    ]);
  });

  it('lasts until the end of its last day', () => {
    expect(due(rule(1, 'working_days'), '2026-03-02 10:00').dueAt.toISOString()).toBe(
      '2026-03-03T15:59:59.000Z',
    );
  });
});

describe('calendar days', () => {
  it('a petition accepted on 1 March: 60 days, and 30 more', () => {
    expect(due(rule(60, 'calendar_days'), '2026-03-01 15:00').dueOn).toBe('2026-04-30');
    expect(due(rule(90, 'calendar_days'), '2026-03-01 15:00').dueOn).toBe('2026-05-30');
  });

  it('end on the next working day only where the rule says so', () => {
    expect(due(rule(90, 'calendar_days', true), '2026-03-01 15:00').dueOn).toBe('2026-06-01');
    expect(due(rule(10, 'calendar_days', true), '2026-02-07 9:00').dueOn).toBe('2026-02-24');
    expect(codes(rule(10, 'calendar_days', true), '2026-02-07 9:00')).toEqual([
      'from_next_day',
      'rolled_forward',
      'due',
    ]);
    expect(due(rule(10, 'calendar_days'), '2026-02-07 9:00').dueOn).toBe('2026-02-17');
  });
});

describe('hours', () => {
  it.each([
    ['2026-03-02 09:00', 3, '2026-03-02 12:00'],
    ['2026-03-02 11:00', 2, '2026-03-02 14:30'],
    ['2026-03-02 08:00', 5, '2026-03-02 15:30'],
    ['2026-03-02 17:00', 1, '2026-03-03 09:30'],
    ['2026-03-06 17:00', 5, '2026-03-09 15:00'],
    ['2026-02-13 17:00', 8, '2026-02-24 09:30'],
    ['2026-02-27 17:00', 1, '2026-02-28 09:30'],
    ['2026-03-07 20:00', 7, '2026-03-09 17:30'],
    ['2026-03-02 12:30', 1, '2026-03-02 14:30'],
  ])('from %s, %i working hours: %s', (from, amount, end) => {
    expect(localMinute(due(rule(amount, 'working_hours'), from).dueAt)).toBe(end);
  });

  it('urgent hours run through the night and the feast', () => {
    expect(localMinute(due(rule(2, 'urgent_hours'), '2026-02-16 23:30').dueAt)).toBe(
      '2026-02-17 01:30',
    );
    expect(codes(rule(2, 'urgent_hours'), '2026-02-16 23:30')).toEqual(['from_moment', 'due']);
  });

  it('explain office hours and what was passed over', () => {
    expect(due(rule(5, 'working_hours'), '2026-03-06 17:00').lines).toEqual([
      { code: 'from_moment', facts: { at: '2026-03-06 17:00' } },
      { code: 'office_hours', facts: { hours: '9:00–12:00, 13:30–17:30' } },
      { code: 'skipped_weekend', facts: { from: '2026-03-07', to: '2026-03-08', days: 2 } },
      { code: 'due', facts: { at: '2026-03-09 15:00', amount: 5, unit: 'working_hours' } },
    ]);
  });

  it('need office hours to count', () => {
    expect(() =>
      computeDeadline(rule(1, 'working_hours'), { ...setting, officeHours: [] }, at('2026-03-02')),
    ).toThrow(RangeError);
  });
});

describe('pauses', () => {
  it('take out the days from their start to the day before their end', () => {
    const paused = due(rule(5, 'working_days'), '2026-03-02 10:00', [
      pause('2026-03-04 10:00', '2026-03-09 09:00'),
    ]);
    expect(paused.dueOn).toBe('2026-03-12');
    expect(paused.lines).toContainEqual({
      code: 'paused_days',
      facts: { from: '2026-03-04', to: '2026-03-08', days: 5, reason: 'road works' },
    });
  });

  it('overlapping ones count once', () => {
    const twice = [
      pause('2026-03-04 10:00', '2026-03-06 09:00'),
      pause('2026-03-05 10:00', '2026-03-09 09:00', 'flood'),
    ];
    expect(due(rule(5, 'working_days'), '2026-03-02 10:00', twice).dueOn).toBe('2026-03-12');
    expect(due(rule(5, 'working_days'), '2026-03-02 10:00', twice).lines[1]?.facts).toMatchObject({
      reason: 'road works; flood',
    });
  });

  it('of hours are taken out to the minute', () => {
    const night = [pause('2026-03-02 23:00', '2026-03-03 00:30')];
    expect(localMinute(due(rule(2, 'urgent_hours'), '2026-03-02 22:30', night).dueAt)).toBe(
      '2026-03-03 02:00',
    );
    const noon = [pause('2026-03-02 11:30', '2026-03-02 14:00')];
    expect(localMinute(due(rule(2, 'working_hours'), '2026-03-02 11:00', noon).dueAt)).toBe(
      '2026-03-02 15:30',
    );
  });

  it('that last stop the clock where it was', () => {
    const open = due(rule(5, 'working_days'), '2026-03-02 10:00', [
      pause('2026-03-04 10:00', null),
    ]);
    expect(open).toMatchObject({ dueOn: '2026-03-09', stopped: true });
    expect(open.lines).toContainEqual({
      code: 'paused_still',
      facts: { from: '2026-03-04 10:00', reason: 'road works' },
    });
  });

  it('after the end change nothing', () => {
    const late = [pause('2026-04-01 10:00', '2026-04-09 09:00')];
    expect(due(rule(5, 'working_days'), '2026-03-02 10:00', late)).toEqual(
      due(rule(5, 'working_days'), '2026-03-02 10:00'),
    );
  });
});

describe('outside the loaded calendar', () => {
  it('a date is provisional and names the year that is missing', () => {
    const next = due(rule(5, 'working_days'), '2026-12-29 10:00');
    expect(next).toMatchObject({ dueOn: '2027-01-05', provisional: true });
    expect(next.lines).toContainEqual({ code: 'provisional', facts: { year: 2027 } });
    expect(due(rule(5, 'working_hours'), '2031-12-29 10:00').provisional).toBe(true);
    expect(due(rule(5, 'working_days'), '2025-12-30 10:00').lines).toContainEqual({
      code: 'provisional',
      facts: { year: 2025 },
    });
  });

  it('is no matter where no working day is asked', () => {
    expect(due(rule(60, 'calendar_days'), '2026-12-01 10:00').provisional).toBe(false);
    expect(due(rule(5, 'urgent_hours'), '2030-12-01 10:00').provisional).toBe(false);
    expect(due(rule(60, 'calendar_days', true), '2026-12-01 10:00').provisional).toBe(true);
  });
});

it.each([0, -1, 1.5, Number.NaN])('an allowance of %s is a bug', (amount) => {
  expect(() => due(rule(amount, 'working_days'), '2026-03-02')).toThrow(RangeError);
});
