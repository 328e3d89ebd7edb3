import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDateOf } from '#kernel/pure/dates.ts';
import { deadlineSetting, ruleFor } from '../book/book.rules.ts';
import { calendarOf } from '../calendars/notice.rules.ts';
import { DEFAULT_RULE_SETS } from './defaults.ts';
import { EVERYWHERE, pickRuleSet } from './pick-rule-set.rules.ts';
import { refusalToPublish } from './publish-rule-set.rules.ts';
import { ruleCodes, ruleSchemas } from './rule-set.contract.ts';
import type { RuleSet } from './rule-set.types.ts';

const d = plainDateOf;
const COMMUNITY = '320105001001';

let count = 0;
function windowSet(days: number, change: Partial<RuleSet> = {}): RuleSet {
  const set = {
    id: `set-${count++}`,
    code: 'express.window',
    subject: '*',
    area: EVERYWHERE,
    validFrom: d('2009-01-01'),
    validTo: null,
    source: 'test',
    article: '',
    params: { days },
    ...change,
  };
  return set as RuleSet;
}

const pick = (sets: RuleSet[], on: string, area = COMMUNITY, subject = '*') =>
  pickRuleSet(sets, 'express.window', d(on), area, subject)?.params.days;

describe('the rule set of an event', () => {
  const old = windowSet(7);
  const later = windowSet(5, { validFrom: d('2026-03-01') });

  it('is the one in force on its day', () => {
    expect(pick([old, later], '2026-02-28')).toBe(7);
    expect(pick([old, later], '2026-03-01')).toBe(5);
    expect(pick([old, later], '2008-12-31')).toBeUndefined();
  });

  it('ends on the day it says, and the one before holds again', () => {
    const trial = windowSet(3, { validFrom: d('2026-04-01'), validTo: d('2026-07-01') });
    expect(pick([old, trial], '2026-06-30')).toBe(3);
    expect(pick([old, trial], '2026-07-01')).toBe(7);
  });

  it('is that of the narrowest area, though another began later', () => {
    const here = windowSet(4, { area: '320105001000', validFrom: d('2010-01-01') });
    const community = windowSet(2, { area: COMMUNITY, validFrom: d('2010-01-01') });
    expect(pick([old, later, here], '2026-05-01')).toBe(4);
    expect(pick([community, old, later, here], '2026-05-01')).toBe(2);
    expect(pick([old, later, here, community], '2026-05-01', '320105002001')).toBe(5);
  });

  it('is that of its own subject before that of all', () => {
    const lamp = windowSet(1, { subject: 'street_light' });
    const community = windowSet(2, { area: COMMUNITY });
    expect(pick([old, lamp, community], '2026-05-01', COMMUNITY, 'street_light')).toBe(1);
    expect(pick([old, lamp, community], '2026-05-01', COMMUNITY, 'noise')).toBe(2);
  });

  it('does not depend on the order of the rows', () => {
    const date = fc.integer({ min: 0, max: 400 }).map((n) => addDays(d('2026-01-01'), n));
    const row = fc
      .tuple(
        date,
        fc.constantFrom(EVERYWHERE, '320105000000', '320105001000', COMMUNITY),
        fc.constantFrom('*', 'noise'),
      )
      .map(([validFrom, area, subject]) => ({ validFrom, area, subject }));
    const rows = fc.uniqueArray(row, {
      selector: (r) => `${r.validFrom}${r.area}${r.subject}`,
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, date, (some, on) => {
        const sets = some.map((r, i) => windowSet(i + 1, r));
        expect(pick([...sets].reverse(), on, COMMUNITY, 'noise')).toBe(
          pick(sets, on, COMMUNITY, 'noise'),
        );
      }),
    );
  });
});

describe('publishing', () => {
  const today = d('2026-11-22');
  const published = windowSet(7, { validFrom: d('2027-01-01') });
  it.each([
    ['tomorrow', { validFrom: d('2026-11-23') }, null],
    ['today', { validFrom: today }, 'rule_in_the_past'],
    ['the day another begins', { validFrom: d('2027-01-01') }, 'rule_already_starts'],
    ['the same day, elsewhere', { validFrom: d('2027-01-01'), area: COMMUNITY }, null],
    [
      'ends before it begins',
      { validFrom: d('2027-02-01'), validTo: d('2027-02-01') },
      'rule_ends_too_early',
    ],
  ])('%s', (_, change, refused) => {
    expect(refusalToPublish(windowSet(5, change), [published], today)?.refused ?? null).toBe(
      refused,
    );
  });
});

describe('the defaults', () => {
  const ruleSets = DEFAULT_RULE_SETS.map((set, i) => ({ ...set, id: String(i) }) as RuleSet);
  const book = { version: '', calendar: calendarOf([]), ruleSets, rollouts: [] };

  it('fit their schemas, name a source, and none is missing', () => {
    for (const set of ruleSets) {
      expect(ruleSchemas[set.code].safeParse(set.params).error).toBeUndefined();
      expect(set.source).not.toBe('');
    }
    expect(new Set(ruleSets.map((set) => set.code))).toEqual(new Set(ruleCodes));
    expect(new Set(ruleSets.map((set) => `${set.code} ${set.subject}`)).size).toBe(ruleSets.length);
  });

  it('carry the numbers of the checking rules', () => {
    const on = d('2026-11-22');
    expect(ruleFor(book, 'matter.checking', on, COMMUNITY)).toMatchObject({
      sampleShare: 0.1,
      silentDays: 5,
    });
    expect(ruleFor(book, 'matter.reopen', on, COMMUNITY)).toEqual({ days: 15, times: 1 });
    expect(ruleFor(book, 'matter.returns', on, COMMUNITY)).toEqual({ jointMeetingAt: 3 });
    expect(ruleFor(book, 'express.window', on, COMMUNITY)).toEqual({ days: 7 });
    expect(ruleFor(book, 'matter.deadline', on, COMMUNITY, 'manhole')).toEqual({
      fix: { amount: 3, unit: 'working_days', rollForward: false },
      makeSafe: { amount: 2, unit: 'urgent_hours', rollForward: false },
    });
    expect(ruleFor(book, 'matter.deadline', on, COMMUNITY, 'street_light').fix.amount).toBe(3);
    expect(ruleFor(book, 'matter.deadline', on, COMMUNITY, 'unheard_of').fix.amount).toBe(7);
    expect(deadlineSetting(book, on).officeHours).toEqual([
      { from: 540, to: 720 },
      { from: 810, to: 1050 },
    ]);
  });

  it('begin in 2005: an earlier event is a bug', () => {
    expect(() => ruleFor(book, 'matter.reopen', d('2004-12-31'), COMMUNITY)).toThrow('no rule set');
  });
});

it('office hours in disorder are refused', () => {
  const hours = (...intervals: [string, string][]) =>
    ruleSchemas['office.hours'].safeParse({
      intervals: intervals.map(([from, to]) => ({ from, to })),
    }).success;
  expect(hours(['09:00', '12:00'], ['13:30', '17:30'])).toBe(true);
  expect(hours(['13:30', '17:30'], ['09:00', '12:00'])).toBe(false);
  expect(hours(['09:00', '12:00'], ['11:00', '17:30'])).toBe(false);
  expect(hours(['9:00', '12:00'])).toBe(false);
});
