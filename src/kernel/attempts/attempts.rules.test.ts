import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttemptLimit, type Attempts, countAttempt } from './attempts.rules.ts';

const LIMIT: AttemptLimit = { attempts: 5, pauseMinutes: 15 };
const start = new Date('2026-11-22T08:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

function failures(times: readonly Date[], limit = LIMIT): (boolean | number)[] {
  let state: Attempts | undefined;
  return times.map((now) => {
    const verdict = countAttempt(state, now, limit);
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

  test('however they are spread, no pause’s length holds more than the limit twice', () => {
    const gaps = fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { maxLength: 80 });
    const holds = fc.property(gaps, fc.integer({ min: 1, max: 30 }), (minutes, attempts) => {
      let at = 0;
      const times = minutes.map((gap) => {
        at += gap;
        return later(at);
      });
      const said = failures(times, { attempts, pauseMinutes: 15 });
      const tried = times.filter((_, index) => said[index] === true);
      const within = (from: Date) =>
        tried.filter((time) => time >= from && time.getTime() < from.getTime() + 15 * 60_000);
      return tried.every((from) => within(from).length <= 2 * attempts);
    });
    expect(() => fc.assert(holds)).not.toThrow();
  });
});
