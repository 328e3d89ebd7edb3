import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percent, shareText, wilson } from './statistics.ts';

describe('shares', () => {
  it.each([
    [32, 36, '88.9 %'],
    [4962, 13_607, '36.5 %'],
    [0, 5, '0.0 %'],
    [5, 5, '100.0 %'],
    [1, 2000, '0.1 %'],
    [3, 0, '–'],
  ])('%i of %i is %s', (count, of, text) => {
    expect(percent({ count, of })).toBe(text);
  });

  it('never come without their base', () => {
    expect(shareText({ count: 32, of: 36 }, 'en')).toBe('32 of 36 (88.9 %)');
    expect(shareText({ count: 32, of: 36 }, 'zh', '件')).toBe('36 件中的 32 件（88.9 %）');
  });
});

describe('the Wilson interval', () => {
  it('24 of 26 satisfied: 75.9 to 97.9 %', () => {
    const interval = wilson({ count: 24, of: 26 });
    expect(interval?.low).toBeCloseTo(0.759, 3);
    expect(interval?.high).toBeCloseTo(0.979, 3);
  });

  it('holds the share, stays within 0 and 1, and narrows as the base grows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, p) => {
          const count = Math.round(of * p);
          const one = wilson({ count, of });
          const ten = wilson({ count: count * 10, of: of * 10 });
          expect(one?.low).toBeLessThanOrEqual(count / of + 1e-12);
          expect(one?.high).toBeGreaterThanOrEqual(count / of - 1e-12);
          const width = (i: typeof one) => (i ? i.high - i.low : Number.NaN);
          expect(width(ten)).toBeLessThan(width(one));
        },
      ),
    );
  });

  it('has nothing to say of nothing', () => {
    expect(wilson({ count: 0, of: 0 })).toBeUndefined();
  });
});
