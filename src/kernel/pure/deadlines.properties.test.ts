import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aCalendar } from './calendar.factory.ts';
import { isWorkingDay, workingDaysBetween } from './calendar.ts';
import { addDays, dateOf } from './dates.ts';
import { computeDeadline, type DeadlineRule } from './deadlines.ts';
import type { Pause } from './pauses.ts';

const calendar = aCalendar();
const setting = {
  calendar,
  officeHours: [
    { from: 540, to: 720 },
    { from: 810, to: 1050 },
  ],
};
const START = Date.parse('2026-01-01T00:00:00+08:00');
const MINUTE = 60_000;

const moment = fc.integer({ min: 0, max: 500 * 24 * 60 }).map((m) => new Date(START + m * MINUTE));
const rule: fc.Arbitrary<DeadlineRule> = fc.record({
  amount: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom('calendar_days', 'working_days', 'working_hours', 'urgent_hours'),
  rollForward: fc.boolean(),
});
const aPause: fc.Arbitrary<Pause> = fc
  .tuple(moment, fc.integer({ min: 0, max: 20 * 24 * 60 }), fc.constantFrom('flood', 'parts'))
  .map(([from, minutes, reason]) => ({
    from,
    to: new Date(from.getTime() + minutes * MINUTE),
    reason,
  }));
const pauses = fc.array(aPause, { maxLength: 4 });

it('a later start is never due earlier', () => {
  fc.assert(
    fc.property(
      rule,
      moment,
      fc.integer({ min: 0, max: 20_000 }),
      pauses,
      (r, from, minutes, ps) => {
        const later = new Date(from.getTime() + minutes * MINUTE);
        const first = computeDeadline(r, setting, from, ps).dueAt;
        expect(computeDeadline(r, setting, later, ps).dueAt.getTime()).toBeGreaterThanOrEqual(
          first.getTime(),
        );
      },
    ),
  );
});

it('a longer allowance is never due earlier', () => {
  fc.assert(
    fc.property(rule, moment, pauses, (r, from, ps) => {
      const longer = computeDeadline({ ...r, amount: r.amount + 1 }, setting, from, ps).dueAt;
      expect(longer.getTime()).toBeGreaterThanOrEqual(
        computeDeadline(r, setting, from, ps).dueAt.getTime(),
      );
    }),
  );
});

it('one more pause never shortens', () => {
  fc.assert(
    fc.property(rule, moment, pauses, aPause, (r, from, ps, more) => {
      const without = computeDeadline(r, setting, from, ps).dueAt;
      expect(
        computeDeadline(r, setting, from, [...ps, more]).dueAt.getTime(),
      ).toBeGreaterThanOrEqual(without.getTime());
    }),
  );
});

it('the order in which pauses are told does not matter', () => {
  fc.assert(
    fc.property(rule, moment, pauses, (r, from, ps) => {
      const backwards = computeDeadline(r, setting, from, [...ps].reverse());
      expect(backwards.dueAt).toEqual(computeDeadline(r, setting, from, ps).dueAt);
    }),
  );
});

it('working days agree with counting them one by one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), moment, (amount, from) => {
      const { dueOn } = computeDeadline(
        { amount, unit: 'working_days', rollForward: false },
        setting,
        from,
      );
      expect(workingDaysBetween(calendar, dateOf(from), dueOn)).toBe(amount);
      expect(isWorkingDay(calendar, dueOn)).toBe(true);
    }),
  );
});

it('working hours agree with counting minutes one by one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      moment,
      fc.array(aPause, { maxLength: 2 }),
      (amount, from, ps) => {
        const { dueAt } = computeDeadline(
          { amount, unit: 'working_hours', rollForward: false },
          setting,
          from,
          ps,
        );
        let counted = 0;
        for (let t = from.getTime(); t < dueAt.getTime(); t += MINUTE) {
          if (
            isOffice(t) &&
            !ps.some((p) => p.from.getTime() <= t && p.to !== null && t < p.to.getTime())
          )
            counted++;
        }
        expect(counted).toBe(amount * 60);
      },
    ),
    { numRuns: 20 },
  );
});

const EIGHT_HOURS = 8 * 3_600_000;

function isOffice(t: number): boolean {
  const minute = Math.floor((t + EIGHT_HOURS) / MINUTE) % 1440;
  const open = (minute >= 540 && minute < 720) || (minute >= 810 && minute < 1050);
  return (
    open &&
    isWorkingDay(calendar, addDays(dateOf(new Date(START)), Math.floor((t - START) / 86_400_000)))
  );
}

it('every deadline starts and ends its explanation, and moves forward', () => {
  fc.assert(
    fc.property(rule, moment, pauses, (r, from, ps) => {
      const { lines, dueAt } = computeDeadline(r, setting, from, ps);
      expect(lines[0]?.code).toMatch(/^from_/);
      expect(lines.at(-1)?.code).toBe('due');
      expect(dueAt.getTime()).toBeGreaterThan(from.getTime());
    }),
  );
});
