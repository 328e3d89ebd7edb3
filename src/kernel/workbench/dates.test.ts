import { describe, expect, it } from 'vitest';
import { dueText, shortDayText } from './dates.ts';

const NOW = new Date('2026-11-24T08:00:00Z');
const END_OF_DAY = '2026-11-25T15:59:59.000Z';

describe('a due date', () => {
  it.each([
    ['zh', END_OF_DAY, '11月25日'],
    ['en', END_OF_DAY, '25 Nov'],
    ['zh', '2027-01-05T15:59:59.000Z', '2027年1月5日'],
    ['zh', '2026-11-25T09:29:00.000Z', '11月25日 17:29'],
    ['en', '2026-11-25T09:29:00.000Z', '25 Nov, 17:29'],
  ] as const)('in %s at %s is %s', (language, at, text) => {
    expect(dueText(language, at, NOW)).toBe(text);
  });
});

describe('a day', () => {
  it('is the district’s, not the laptop’s', () => {
    expect(shortDayText('zh', '2026-11-24T17:00:00.000Z', NOW)).toBe('11月25日');
  });
});
