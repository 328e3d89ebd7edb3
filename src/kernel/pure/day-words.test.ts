import { expect, test } from 'vitest';
import { plainDateOf } from './dates.ts';
import { dayOfInstant, momentText, periodText } from './day-words.ts';

const day = plainDateOf;

test.each([
  [
    '2026-10-27',
    '2026-11-25',
    '2026 年 10 月 27 日至 11 月 25 日',
    '27 October to 25 November 2026',
  ],
  [
    '2025-12-27',
    '2026-01-25',
    '2025 年 12 月 27 日至 2026 年 1 月 25 日',
    '27 December 2025 to 25 January 2026',
  ],
])('the period from %s to %s says the year once where it can', (from, to, zh, en) => {
  expect(periodText('zh', day(from), day(to))).toBe(zh);
  expect(periodText('en', day(from), day(to))).toBe(en);
});

test('a moment is told in the district’s zone', () => {
  const late = new Date('2026-11-24T16:30:00Z');
  expect(dayOfInstant('zh', late)).toBe('2026 年 11 月 25 日');
  expect(momentText('en', late)).toBe('25 November 2026, 00:30');
});
