import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, makeNumber, type PublicNumber, parseNumber } from './numbers.ts';
import { isRefusal } from './refusal.ts';

const issued = fc
  .tuple(fc.integer({ min: 2009, max: 2055 }), fc.integer({ min: 0, max: 99_999_999 }))
  .map(([year, random]) => makeNumber(year, random));

/** Every digit of a number with every other digit in its place. */
const replaced = (n: string) =>
  [...n]
    .flatMap((_, i) => [...'0123456789'].map((d) => n.slice(0, i) + d + n.slice(i + 1)))
    .filter((m) => m !== n);
const swapped = (n: string) =>
  [...n.slice(1)]
    .map((d, i) => n.slice(0, i) + d + n.charAt(i) + n.slice(i + 2))
    .filter((m) => m !== n);

describe('a public number', () => {
  it('is read back, however it is written', () => {
    fc.assert(
      fc.property(issued, (number) => {
        const printed = formatNumber(number);
        expect(printed).toMatch(/^\d{2}-\d{4}-\d{5}$/);
        const wide = [...printed]
          .map((c) => (c === '-' ? '－' : String.fromCharCode(c.charCodeAt(0) + 0xfee0)))
          .join('');
        for (const form of [
          number,
          printed,
          ` ${printed} `,
          printed.replaceAll('-', ' '),
          printed.replaceAll('-', '—'),
          wide,
        ])
          expect(parseNumber(form)).toBe(number);
      }),
    );
  });

  it('catches every wrong digit', () => {
    fc.assert(
      fc.property(issued, (number) => {
        for (const wrong of replaced(number))
          expect(parseNumber(wrong)).toEqual({ refused: 'number_mistyped' });
      }),
    );
  });

  it('catches every two neighbours swapped', () => {
    fc.assert(
      fc.property(issued, (number) => {
        for (const wrong of swapped(number)) expect(isRefusal(parseNumber(wrong))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('has the check digit of ISO 7064 (its own example: 0794 gives 5)', () => {
    let p = 10;
    for (const d of [0, 7, 9, 4]) p = (((p + d) % 10 || 10) * 2) % 11;
    expect((11 - p) % 10).toBe(5);
  });

  it('carries its year and is printed in three groups', () => {
    expect(formatNumber('26483017256' as PublicNumber)).toBe('26-4830-17256');
    expect(makeNumber(2026, 5)).toMatch(/^26\d{9}$/);
    expect(makeNumber(2005, 99_999_999)).toMatch(/^05\d{9}$/);
  });

  it.each([
    ['', { refused: 'number_empty' }],
    [' - ', { refused: 'number_empty' }],
    ['26-4830-1725', { refused: 'number_length', facts: { digits: 10 } }],
    ['26-4830-172567', { refused: 'number_length', facts: { digits: 12 } }],
    ['26-483O-17256', { refused: 'number_has_letters' }],
  ])('"%s" is refused and says which way', (given, refusal) => {
    expect(parseNumber(given)).toEqual(refusal);
  });
});
