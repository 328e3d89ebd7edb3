import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '#kernel/pure/calendar.ts';
import { plainDateOf, weekday } from '#kernel/pure/dates.ts';
import { computeDeadline } from '#kernel/pure/deadlines.ts';
import type { WrittenYear } from './calendar.types.ts';
import { calendarOf, expandNotice, refusalToLoad } from './notice.rules.ts';
import { WRITTEN_YEARS } from './years.ts';

const notices = WRITTEN_YEARS.map(expandNotice);
const calendar = calendarOf(notices);
const d = plainDateOf;

describe('the typed notices', () => {
  it('follow each other from 2009 to 2026', () => {
    expect(notices.map((n) => n.year)).toEqual(Array.from({ length: 18 }, (_, i) => 2009 + i));
    expect(calendar).toMatchObject({ firstLoadedYear: 2009, lastLoadedYear: 2026 });
  });

  it.each(notices)('$year: weekend days are worked, never weekdays, and each once', ({ days }) => {
    for (const { date } of days.filter((day) => day.kind === 'work'))
      expect(weekday(date)).toBeGreaterThan(5);
    expect(new Set(days.map((day) => day.date)).size).toBe(days.length);
  });

  // A day off in the week is either a holiday by law (moved there if it fell on a weekend) or made up for.
  it.each(WRITTEN_YEARS)(
    '$year: weekdays off = holidays by law + weekend days worked',
    (written) => {
      const days = expandNotice(written).days;
      const off = days.filter((day) => day.kind !== 'work' && weekday(day.date) <= 5).length;
      const law = written.feasts.reduce((sum, feast) => sum + feast.law.length, 0);
      const worked = days.filter((day) => day.kind === 'work').length;
      const givenInEpidemic = written.year === 2020 ? 2 : 0;
      expect(off - law - worked).toBe(givenInEpidemic);
    },
  );

  it.each(WRITTEN_YEARS)('$year: the lunar feasts fall on their lunar days', ({ year, feasts }) => {
    const law = (holiday: string) =>
      feasts.find((f) => f.holiday === holiday)?.law.map((day) => lunar(`${year}-${day}`));
    const eve = year <= 2013 || year >= 2025;
    expect(law('spring_festival')?.slice(eve ? 1 : 0)).toEqual(
      ['1-1', '1-2', '1-3'].slice(0, year >= 2014 ? 3 : 2),
    );
    expect(law('dragon_boat')).toEqual(['5-5']);
    expect(law('mid_autumn')).toEqual(['8-15']);
  });

  it('2026 as announced', () => {
    for (const day of [
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
      expect(isWorkingDay(calendar, d(day))).toBe(true);
    for (const day of [
      '2026-01-02',
      '2026-02-23',
      '2026-04-06',
      '2026-06-19',
      '2026-09-25',
      '2026-10-07',
    ])
      expect(isWorkingDay(calendar, d(day))).toBe(false);
    const rule = { amount: 7, unit: 'working_days', rollForward: false } as const;
    const setting = { calendar, officeHours: [] };
    expect(computeDeadline(rule, setting, new Date('2026-02-09T02:00:00Z')).dueOn).toBe(
      '2026-02-25',
    );
    expect(
      computeDeadline({ ...rule, amount: 5 }, setting, new Date('2026-09-22T02:00:00Z')).dueOn,
    ).toBe('2026-09-30');
  });

  it('reach into the year before', () => {
    expect(isWorkingDay(calendar, d('2018-12-29'))).toBe(true);
    expect(isWorkingDay(calendar, d('2018-12-31'))).toBe(false);
    expect(isWorkingDay(calendar, d('2011-12-31'))).toBe(true);
  });

  it('keep the holiday by law where two feasts meet', () => {
    expect(calendar.override.get(d('2017-10-04'))).toEqual({
      kind: 'statutory',
      holiday: 'mid_autumn',
    });
    expect(calendar.override.get(d('2025-10-07'))).toEqual({
      kind: 'rest',
      holiday: 'national_day',
    });
  });
});

const CHINESE = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});
/** Month and day of the lunar calendar, '5-5'. */
function lunar(iso: string): string {
  const parts = CHINESE.formatToParts(new Date(iso));
  const value = (type: string) => parts.find((part) => part.type === type)?.value;
  return `${value('month')}-${value('day')}`;
}

describe('loading a notice', () => {
  const written: WrittenYear = {
    year: 2027,
    source: 'a notice',
    feasts: [{ holiday: 'new_year', off: ['01-01', '01-03'], law: ['01-01'] }],
  };
  const today = d('2026-11-22');
  const load = (change: Partial<WrittenYear>, on = today) =>
    refusalToLoad(expandNotice({ ...written, ...change }), calendar, on)?.refused ?? null;
  const withWork = (day: string): Partial<WrittenYear> => ({
    feasts: [{ holiday: 'new_year', off: ['01-01', '01-01'], law: ['01-01'], work: [day] }],
  });

  it.each([
    ['the next year', {}, null],
    ['the year that runs, again', { year: 2026 }, null],
    ['a year after a gap', { year: 2028 }, 'year_leaves_gap'],
    ['a year that is over', { year: 2025 }, 'year_is_past'],
    ['a notice without a holiday', { feasts: [] }, 'rest_missing'],
    ['a working Saturday', withWork('01-09'), null],
    ['a Sunday at the end of the year before', withWork('2026-12-27'), null],
    ['a working Wednesday', withWork('01-06'), 'work_on_weekday'],
    ['a day of another year', withWork('2026-06-06'), 'day_outside_year'],
    ['a day of the year after', withWork('2028-01-01'), 'day_outside_year'],
  ])('%s', (_, change, refused) => {
    expect(load(change)).toBe(refused);
  });

  it('a calendar with a gap ends before it', () => {
    expect(calendarOf(notices.filter((n) => n.year !== 2020)).lastLoadedYear).toBe(2019);
    expect(calendarOf([])).toEqual({ firstLoadedYear: 0, lastLoadedYear: -1, override: new Map() });
  });
});
