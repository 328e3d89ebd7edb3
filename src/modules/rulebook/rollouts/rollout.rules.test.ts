import { describe, expect, it } from 'vitest';
import { plainDateOf } from '#kernel/pure/dates.ts';
import { EVERYWHERE } from '../rule-sets/pick-rule-set.rules.ts';
import { isSwitchedOn, type Rollout, refusalToSwitch } from './rollout.rules.ts';

const d = plainDateOf;
const PILOT = '320105001000';

function aSwitch(validFrom: string, area: string, isOn = true): Rollout {
  return {
    id: `${validFrom}${area}`,
    mechanism: 'express',
    area,
    validFrom: d(validFrom),
    isOn,
    decision: 'test',
  };
}

describe('a mechanism', () => {
  const reform = [aSwitch('2009-04-01', PILOT), aSwitch('2009-12-01', EVERYWHERE)];

  it.each([
    ['2009-03-31', '320105001001', false],
    ['2009-04-01', '320105001001', true],
    ['2009-04-01', '320105002001', false],
    ['2009-12-01', '320105002001', true],
  ])('piloted in one subdistrict, then everywhere: on %s in %s: %s', (date, area, isOn) => {
    expect(isSwitchedOn(reform, 'express', area, d(date))).toBe(isOn);
    expect(isSwitchedOn([...reform].reverse(), 'express', area, d(date))).toBe(isOn);
  });

  it('is switched off where the narrower area says so', () => {
    const off = [...reform, aSwitch('2010-06-01', '320105001001', false)];
    expect(isSwitchedOn(off, 'express', '320105001001', d('2010-06-01'))).toBe(false);
    expect(isSwitchedOn(off, 'express', '320105001002', d('2010-06-01'))).toBe(true);
  });

  it('that nobody switched is off', () => {
    expect(isSwitchedOn(reform, 'lottery', PILOT, d('2026-01-01'))).toBe(false);
  });
});

it.each([
  ['2026-11-22', null],
  ['2026-11-21', 'switch_in_the_past'],
  ['2027-01-01', 'switch_already_set'],
])('switching from %s: %s', (from, refused) => {
  const set = [aSwitch('2027-01-01', PILOT)];
  expect(refusalToSwitch(aSwitch(from, PILOT, false), set, d('2026-11-22'))?.refused ?? null).toBe(
    refused,
  );
});
