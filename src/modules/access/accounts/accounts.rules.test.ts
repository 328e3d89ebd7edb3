import { describe, expect, test } from 'vitest';
import { isIdle, isTouchDue } from './session.rules.ts';
import { maskTelephone, parseTelephone } from './telephone.rules.ts';

const start = new Date('2026-11-22T08:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

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
