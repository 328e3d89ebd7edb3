import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '#kernel/pure/dates.ts';
import { makeStairwellCode, parseStairwellCode } from '../buildings/stairwell-code.rules.ts';
import { kindOfCode, refusalToArea } from './area.rules.ts';
import { contains, convert, metresBetween, toGcj02 } from './geometry.rules.ts';
import { holdsOn, placeVersion } from './versions.rules.ts';

const d = plainDateOf;
const period = (from: string, to: string | null = null) => ({
  validFrom: d(from),
  validTo: to === null ? null : d(to),
});

describe('an area’s code', () => {
  it.each([
    ['320105000000', 'district'],
    ['320105901000', 'subdistrict'],
    ['320105901199', 'community'],
    ['320105901200', 'village'],
    ['320105901399', 'village'],
    ['320105901400', null],
  ])('%s is a %s', (code, kind) => {
    expect(kindOfCode(code)).toBe(kind);
  });

  const kinds = new Map([
    ['320105000000', 'district'],
    ['320105901000', 'subdistrict'],
  ] as const);
  const refused = (
    code: string,
    kind: 'district' | 'subdistrict' | 'community' | 'village',
    parent: string | null,
  ) =>
    refusalToArea({ code, kind, parent }, (of) => kinds.get(of as '320105000000'))?.refused ?? null;

  it.each([
    [null, '320105901001', 'community', '320105901000'],
    [null, '320105901201', 'village', '320105901000'],
    [null, '320105000000', 'district', null],
    ['area_kind_by_code', '320105901201', 'community', '320105901000'],
    ['area_parent_missing', '320105901001', 'community', null],
    ['area_parent_by_code', '320105901001', 'community', '320105902000'],
    ['area_parent_by_code', '320105000000', 'district', '320100000000'],
    ['area_parent_unknown', '320105902001', 'community', '320105902000'],
    ['area_parent_unknown', '320105901001', 'community', '320105000000'],
  ] as const)('%s: %s %s under %s', (code, area, kind, parent) => {
    expect(refused(area, kind, parent)).toBe(code);
  });
});

describe('versions', () => {
  it('hold from their first day until the day they end', () => {
    const held = period('2009-04-01', '2012-07-01');
    expect(
      ['2009-03-31', '2009-04-01', '2012-06-30', '2012-07-01'].map((day) => holdsOn(held, d(day))),
    ).toEqual([false, true, true, false]);
  });

  const first = period('2005-01-01');
  it('a later one closes the one that runs', () => {
    expect(placeVersion([first], period('2012-07-01'))).toEqual({
      act: 'insert',
      validTo: null,
      close: first,
    });
  });
  it('an earlier one ends where the next begins', () => {
    expect(placeVersion([first], period('1999-01-01'))).toEqual({
      act: 'insert',
      validTo: '2005-01-01',
      close: null,
    });
  });
  it('the same day is the same version', () => {
    expect(placeVersion([first], period('2005-01-01', '2012-07-01'))).toMatchObject({
      act: 'update',
      old: first,
      validTo: '2012-07-01',
    });
  });
  it.each([
    ['period_backwards', [], period('2012-07-01', '2012-07-01')],
    ['period_overlaps', [first], period('1999-01-01', '2006-01-01')],
    ['period_overlaps', [period('2005-01-01', '2012-07-01')], period('2010-01-01')],
  ])('%s', (refused, versions, given) => {
    expect(placeVersion(versions, given)).toMatchObject({ refused });
  });

  it('never overlap, in whatever order they come', () => {
    const day = fc
      .integer({ min: 0, max: 28 })
      .map((n) => d(`2010-02-${String((n % 28) + 1).padStart(2, '0')}`));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 8 }), (days) => {
        let versions: ReturnType<typeof period>[] = [];
        for (const validFrom of days) {
          const placed = placeVersion(versions, { validFrom, validTo: null });
          if ('refused' in placed || placed.act === 'update') continue;
          versions = versions.map((v) => (v === placed.close ? { ...v, validTo: validFrom } : v));
          versions.push({ validFrom, validTo: placed.validTo });
        }
        for (const any of days) expect(versions.filter((v) => holdsOn(v, any))).toHaveLength(1);
      }),
    );
  });
});

describe('points', () => {
  const square = [
    [118.7, 32.0],
    [118.8, 32.0],
    [118.8, 32.1],
    [118.7, 32.1],
    [118.7, 32.0],
  ] as const;
  const hole = [
    [118.74, 32.04],
    [118.76, 32.04],
    [118.76, 32.06],
    [118.74, 32.06],
    [118.74, 32.04],
  ] as const;

  it('inside, in a hole, outside, in a second polygon', () => {
    const geometry = { type: 'Polygon', coordinates: [square, hole] } as const;
    expect(contains(geometry, [118.72, 32.02])).toBe(true);
    expect(contains(geometry, [118.75, 32.05])).toBe(false);
    expect(contains(geometry, [118.81, 32.05])).toBe(false);
    expect(
      contains({ type: 'MultiPolygon', coordinates: [[hole], [square]] }, [118.72, 32.02]),
    ).toBe(true);
  });

  it('on a shared edge belong to one side only', () => {
    const left = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ] as const;
    const right = [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
    ] as const;
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (y) => {
        const sides = [left, right].filter((ring) =>
          contains({ type: 'Polygon', coordinates: [ring] }, [1, y]),
        );
        expect(sides).toHaveLength(1);
      }),
    );
  });

  it('a degree of latitude is 111.2 km', () => {
    expect(metresBetween([118.7, 32], [118.7, 33])).toBeCloseTo(111_195, -1);
  });

  it('there and back between reference systems within 2 cm, some hundred metres apart', () => {
    const point = fc.tuple(
      fc.double({ min: 118.5, max: 119, noNaN: true }),
      fc.double({ min: 31.8, max: 32.2, noNaN: true }),
    );
    fc.assert(
      fc.property(point, (position) => {
        expect(metresBetween(position, toGcj02(position))).toBeGreaterThan(200);
        expect(metresBetween(position, toGcj02(position))).toBeLessThan(1000);
        const back = convert(convert(position, 'WGS84', 'GCJ02'), 'GCJ02', 'CGCS2000');
        expect(metresBetween(position, back)).toBeLessThan(0.02);
      }),
    );
  });
});

describe('stairwell codes', () => {
  const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  const from = (numbers: readonly number[]) => {
    const left = [...numbers];
    return makeStairwellCode(() => left.shift() ?? 0);
  };
  const code = fc.array(fc.nat(30), { minLength: 5, maxLength: 5 }).map(from);

  it('are read as typed', () => {
    const made = from([3, 1, 4, 15, 9]);
    expect(parseStairwellCode(` ${made.slice(0, 3).toLowerCase()}-${made.slice(3)}`)).toBe(made);
    expect(parseStairwellCode('ABC')).toEqual({
      refused: 'stairwell_code_length',
      facts: { signs: 3 },
    });
    expect(parseStairwellCode('ABC0DE')).toMatchObject({ refused: 'stairwell_code_mistyped' });
  });

  it('one wrong sign or two swapped never give another code', () => {
    fc.assert(
      fc.property(code, fc.nat(5), fc.nat(30), (made, at, by) => {
        const wrong = signs.charAt((signs.indexOf(made.charAt(at)) + by) % 31);
        const typed = made.slice(0, at) + wrong + made.slice(at + 1);
        expect(parseStairwellCode(typed) === typed).toBe(typed === made);
        const swapped =
          made.slice(0, at) + made.charAt(at + 1) + made.charAt(at) + made.slice(at + 2);
        expect(parseStairwellCode(swapped) === swapped).toBe(swapped === made);
      }),
    );
  });
});
