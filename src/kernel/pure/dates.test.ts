import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  ageOn,
  dateOf,
  daysBetween,
  endOfDay,
  firstSaturday,
  instantOf,
  localMinute,
  minuteOfDay,
  monthRange,
  type PlainDate,
  parseDate,
  parseInstant,
  plainDateOf,
  quarterRange,
  weekday,
} from './dates.ts';

const d = plainDateOf;
const anyDate = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays(d('1950-01-01'), n));

describe('reading dates as files write them', () => {
  it.each([
    ['2010-12-09', '2010-12-09'],
    ['2010/12/9', '2010-12-09'],
    ['2010.12.9', '2010-12-09'],
    ['2010年12月9日', '2010-12-09'],
    [' 2010 年 12 月 9 日 ', '2010-12-09'],
    ['20101209', '2010-12-09'],
    ['２０１０－１２－０９', '2010-12-09'],
    ['40521', '2010-12-09'],
    [40521, '2010-12-09'],
    [40521.75, '2010-12-09'],
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    ['2012-02-29', '2012-02-29'],
  ])('%s is %s', (given, date) => {
    expect(parseDate(given)).toBe(date);
  });

  it.each([
    ['', 'date_empty'],
    ['  ', 'date_empty'],
    ['2011-02-29', 'date_impossible'],
    ['2010-13-01', 'date_impossible'],
    ['20101232', 'date_impossible'],
    [60, 'date_impossible'],
    [-3, 'date_impossible'],
    [Number.NaN, 'date_impossible'],
    ['2010', 'date_unreadable'],
    ['10-12-09', 'date_unreadable'],
    ['09/12/2010', 'date_unreadable'],
    ['昨天', 'date_unreadable'],
  ])('%s is refused: %s', (given, refused) => {
    expect(parseDate(given)).toMatchObject({ refused });
  });

  it('reads back every date it can write', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const [y, m, day] = date.split('-').map(Number);
        for (const form of [
          date,
          `${y}/${m}/${day}`,
          `${y}.${m}.${day}`,
          `${y}年${m}月${day}日`,
          date.replaceAll('-', ''),
        ])
          expect(parseDate(form)).toBe(date);
        expect(parseDate(61 + daysBetween(d('1900-03-01'), date))).toBe(date);
      }),
    );
  });
});

describe('moments', () => {
  it.each([
    ['2026-02-09 08:30', '2026-02-09T00:30:00.000Z'],
    ['2026/2/9 8:30:15', '2026-02-09T00:30:15.000Z'],
    ['2026年2月9日 8时30分', '2026-02-09T00:30:00.000Z'],
    ['2026年2月9日 8时', '2026-02-09T00:00:00.000Z'],
    ['2026-02-09T08:30:00+08:00', '2026-02-09T00:30:00.000Z'],
    ['2026-02-09T00:30Z', '2026-02-09T00:30:00.000Z'],
    ['2026-02-09', '2026-02-08T16:00:00.000Z'],
    [40521.5, '2010-12-09T04:00:00.000Z'],
  ])('%s', (given, iso) => {
    const instant = parseInstant(given);
    expect(instant).toBeInstanceOf(Date);
    expect((instant as Date).toISOString()).toBe(iso);
  });

  it.each(['2026-02-09 24:30', '2026-02-09 8:60', '2026-02-30 8:00'])('%s is refused', (given) => {
    expect(parseInstant(given)).toMatchObject({ refused: 'date_impossible' });
  });

  it('belong to the day of the district, not of Greenwich', () => {
    const instant = new Date('2026-02-08T16:00:00Z');
    expect(dateOf(instant)).toBe('2026-02-09');
    expect(minuteOfDay(instant)).toBe(0);
    expect(localMinute(new Date('2026-02-09T05:30:59Z'))).toBe('2026-02-09 13:30');
    expect(endOfDay(d('2026-02-09')).toISOString()).toBe('2026-02-09T15:59:59.000Z');
    expect(dateOf(instantOf(d('2026-03-01')), 'Europe/Berlin')).toBe('2026-02-28');
  });
});

describe('age', () => {
  it.each([
    ['1950-01-01', '2010-01-01', 60],
    ['1950-01-01', '2009-12-31', 59],
    ['2000-02-29', '2018-02-27', 17],
    ['2000-02-29', '2018-02-28', 18],
    ['2000-02-29', '2020-02-28', 19],
    ['2000-02-29', '2020-02-29', 20],
    ['2000-02-29', '2000-02-29', 0],
  ] as const)('born %s, on %s: %i', (birth, on, age) => {
    expect(ageOn(d(birth), d(on))).toBe(age);
  });

  it('never falls from one day to the next, and rises by one at most', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (birth, on) => {
        const step = ageOn(birth, addDays(on, 1)) - ageOn(birth, on);
        expect([0, 1]).toContain(step);
      }),
    );
  });
});

describe('ranges', () => {
  it('first Saturdays', () => {
    expect(firstSaturday(2026, 8)).toBe('2026-08-01');
    expect(firstSaturday(2026, 11)).toBe('2026-11-07');
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), fc.integer({ min: 1, max: 12 }), (y, m) => {
        const saturday = firstSaturday(y, m);
        expect([weekday(saturday), Number(saturday.slice(8)) <= 7]).toEqual([6, true]);
      }),
    );
  });

  it('months and quarters are half-open', () => {
    expect(monthRange(2026, 12)).toEqual({ from: '2026-12-01', until: '2027-01-01' });
    expect(quarterRange(2026, 1)).toEqual({ from: '2026-01-01', until: '2026-04-01' });
  });

  it('adding days and counting them agree', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date: PlainDate, n) => {
        expect(daysBetween(date, addDays(date, n))).toBe(n);
      }),
    );
  });

  it('a date of our own that is no date is a bug', () => {
    expect(() => d('2026-02-30')).toThrow(RangeError);
  });
});
