/** @jsxImportSource hono/jsx */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FigureWithBasis, formatShare } from './figures.tsx';

describe('formatShare', () => {
  it.each([
    [32, 36, '88.9%'],
    [1999, 2000, '99.9%'],
    [1, 100_000, '0.1%'],
    [0, 5, '0%'],
    [5, 5, '100%'],
    [1, 2, '50%'],
  ])('shows %i of %i as %s', (part, whole, text) => {
    expect(formatShare('zh', part, whole)).toBe(text);
  });

  it('has nothing to say without a denominator', () => {
    expect(formatShare('en', 0, 0)).toBeUndefined();
  });

  it('says 100% for all only and 0% for none only', () => {
    const counts = fc
      .tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }))
      .map(([part, whole]) => [Math.min(part, whole), whole] as const);
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        const text = formatShare('en', part, whole);
        expect([text === '100%', text === '0%']).toEqual([part === whole, part === 0]);
      }),
    );
  });
});

describe('a figure', () => {
  const figure = {
    label: 'Solved',
    part: 32,
    whole: 36,
    unit: 'matters',
    period: 'November 2026',
    definition: '/how-we-count#solved-in-time',
  };

  it('shows count, denominator, period and the way to its definition', async () => {
    const html = String(await (<FigureWithBasis lang="en" figure={figure} />));
    for (const part of [
      '88.9%',
      '32 of 36 matters',
      'November 2026',
      'href="/how-we-count#solved-in-time"',
    ])
      expect(html).toContain(part);
  });

  it('shows words, not a number, when there is nothing to divide by', async () => {
    const html = String(
      await (<FigureWithBasis lang="en" figure={{ ...figure, part: 0, whole: 0 }} />),
    );
    expect(html).toContain('Nothing to count yet');
    expect(html).not.toContain('%');
  });
});
