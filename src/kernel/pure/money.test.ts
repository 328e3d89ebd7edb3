import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenOf, formatYuan, parseYuan, sumFen } from './money.ts';

describe('money', () => {
  it.each([
    ['1234.5', 123_450],
    ['1,234.50', 123_450],
    ['￥1，234.50', 123_450],
    ['1234.50元', 123_450],
    ['０.０１', 1],
    ['-3', -300],
    ['-0', 0],
    ['0.29', 29],
    ['1.005000', undefined],
    ['1.500', 150],
    ['007', 700],
  ])('%s', (given, amount) => {
    expect(parseYuan(given)).toEqual(amount ?? { refused: 'money_below_fen', facts: { given } });
  });

  it.each([
    ['', 'money_empty'],
    ['元', 'money_empty'],
    ['12万', 'money_unreadable'],
    ['1,23', 'money_unreadable'],
    ['1e3', 'money_unreadable'],
    ['1234567890123', 'money_too_large'],
  ])('%s is refused: %s', (given, refused) => {
    expect(parseYuan(given)).toMatchObject({ refused });
  });

  it('is read back as written, to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }), (n) => {
        expect(parseYuan(formatYuan(fenOf(n)))).toBe(n);
      }),
    );
    expect(formatYuan(fenOf(123_456_789))).toBe('1,234,567.89');
    expect(formatYuan(fenOf(-5))).toBe('-0.05');
  });

  it('adds exactly, and half a fen is a bug', () => {
    expect(sumFen([10, 20].map(fenOf))).toBe(30);
    expect(() => fenOf(0.5)).toThrow(RangeError);
  });
});
