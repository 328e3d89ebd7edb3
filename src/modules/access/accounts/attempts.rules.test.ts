import { describe, expect, test } from 'vitest';
import { type Attempts, countAttempt, PASSWORD_LIMIT } from './attempts.rules.ts';
import { isIdle, isTouchDue } from './session.rules.ts';
import { maskTelephone, parseTelephone } from './telephone.rules.ts';

const start = new Date('2026-11-22T08:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

function failures(times: readonly Date[]): (boolean | number)[] {
  let state: Attempts | undefined;
  return times.map((now) => {
    const verdict = countAttempt(state, now, PASSWORD_LIMIT);
    if (!verdict.allowed) return verdict.minutes;
    state = verdict.next;
    return true;
  });
}

describe('attempts', () => {
  test('five are tried, the sixth waits fifteen minutes from the fifth', () => {
    const at = [0, 0, 0, 0, 1, 1, 15, 16, 16].map(later);
    expect(failures(at)).toEqual([true, true, true, true, true, 15, 1, true, true]);
  });

  test('failures a pause apart do not add up', () => {
    expect(failures([0, 16, 32, 48, 64, 80, 96].map(later))).toEqual(Array(7).fill(true));
  });
});

describe('idle limits', () => {
  test('staff thirty minutes, residents thirty days', () => {
    expect([isIdle(start, later(30), true), isIdle(start, later(31), true)]).toEqual([false, true]);
    expect(isIdle(start, later(30 * 24 * 60), false)).toBe(false);
    expect(isIdle(start, later(30 * 24 * 60 + 1), false)).toBe(true);
    expect([isTouchDue(start, later(0.5)), isTouchDue(start, later(1))]).toEqual([false, true]);
  });
});

describe('telephone numbers', () => {
  test.each([
    ['13812345678', '13812345678'],
    ['+86 138-1234-5678', '13812345678'],
    ['００８６１３８１２３４５６７８', '13812345678'],
    ['1381234567', null],
    ['02512345678', null],
    ['10000001234', null],
  ])('%s → %s', (given, digits) => {
    const parsed = parseTelephone(given, false);
    expect(typeof parsed === 'string' ? parsed : null).toBe(digits);
  });

  test('invented numbers pass in the demo only, and are shown masked', () => {
    expect(parseTelephone('10000001234', true)).toBe('10000001234');
    expect(maskTelephone('13812345678')).toBe('138****5678');
  });
});
