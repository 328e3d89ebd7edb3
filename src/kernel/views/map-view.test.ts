import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitView, type LngLat, readPin, toLngLat, toPixel } from './map-view.ts';

const size = { width: 600, height: 450 };
const places = fc.array(
  fc.tuple(
    fc.double({ min: 118, max: 119, noNaN: true }),
    fc.double({ min: 31.5, max: 32.5, noNaN: true }),
  ),
  { minLength: 1, maxLength: 20 },
);

describe('a map view', () => {
  it('holds every point it was made for', () => {
    fc.assert(
      fc.property(places, (points: LngLat[]) => {
        const view = fitView(points, size);
        const held = points.every((point) => {
          const [x, y] = toPixel(view, point);
          return x >= 0 && x <= size.width && y >= 0 && y <= size.height;
        });
        expect(held).toBe(true);
      }),
    );
  });

  it('turns a tap back into the degrees it was drawn from, within a pixel', () => {
    fc.assert(
      fc.property(places, fc.nat(600), fc.nat(450), (points: LngLat[], x, y) => {
        const view = fitView(points, size);
        const [backX, backY] = toPixel(view, toLngLat(view, x, y));
        expect(Math.max(Math.abs(backX - x), Math.abs(backY - y))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('points north: a higher latitude is drawn higher', () => {
    const view = fitView(
      [
        [118.7, 32],
        [118.71, 32.01],
      ],
      size,
    );
    expect(toPixel(view, [118.7, 32.01])[1]).toBeLessThan(toPixel(view, [118.7, 32])[1]);
  });

  it('still gives a view for no points', () => {
    expect(Number.isFinite(fitView([], size).scale)).toBe(true);
  });
});

describe('readPin', () => {
  it('reads a tap by the size of the drawing that was tapped', () => {
    expect(readPin({ 'pin-narrow.x': '140', 'pin-narrow.y': '105' })).toEqual([0.5, 0.5]);
    expect(readPin({ 'pin-wide.x': '150', 'pin-wide.y': '45' })).toEqual([0.25, 0.1]);
  });

  it('takes a keyboard press of the image, which posts 0,0, as no pin', () => {
    expect(readPin({ 'pin-wide.x': '0', 'pin-wide.y': '0' })).toBeNull();
  });

  it('prefers a tap to the place kept from before', () => {
    expect(readPin({ pin: '0.1,0.1', 'pin-wide.x': '300', 'pin-wide.y': '225' })).toEqual([
      0.5, 0.5,
    ]);
  });

  it.each(['', '2,2', '-0.1,0.5', 'a,b', '0.5', '0.5,0.5,0.5', '1e9,0'])(
    'reads %j as no pin',
    (pin) => {
      expect(readPin({ pin })).toBeNull();
    },
  );

  it('reads the island’s fractions', () => {
    expect(readPin({ pin: '0.4,1' })).toEqual([0.4, 1]);
  });

  it('never leaves the drawing', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('pin', 'pin-wide.x', 'pin-wide.y', 'pin-narrow.x', 'pin-narrow.y'),
          fc.string(),
        ),
        (form) => {
          const pin = readPin(form);
          expect(pin ?? [0, 0]).toSatisfy((parts: readonly number[]) =>
            parts.every((part) => part >= 0 && part <= 1),
          );
        },
      ),
    );
  });
});
