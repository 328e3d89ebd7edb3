import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inStoryOrder } from './story-order.rules.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 3, minute));
const entry = (verb: string, minute: number) => ({ verb, occurredAt: at(minute) });
const told = (...entries: ReturnType<typeof entry>[]) =>
  inStoryOrder(entries).map(({ verb }) => verb);

describe('the order a story is told in', () => {
  test.each([
    [
      ['ask_site', 'finish'],
      ['finish', 'ask_site'],
    ],
    [
      ['close', 'found_fixed'],
      ['found_fixed', 'close'],
    ],
    [
      ['close', 'decide'],
      ['decide', 'close'],
    ],
    [
      ['take', 'receive'],
      ['receive', 'take'],
    ],
    [
      ['ask_site', 'ask_for_check'],
      ['ask_for_check', 'ask_site'],
    ],
  ])('%j of one moment reads %j', (written, read) => {
    expect(told(...written.map((verb) => entry(verb, 5)))).toEqual(read);
  });

  test('time comes before everything', () => {
    expect(told(entry('reopen', 9), entry('close', 5))).toEqual(['close', 'reopen']);
  });

  test('no entry is lost, and none goes back in time', () => {
    const verbs = fc.constantFrom('receive', 'take', 'finish', 'ask_site', 'found_fixed', 'close');
    const entries = fc.array(fc.tuple(verbs, fc.integer({ min: 0, max: 5 })));
    fc.assert(
      fc.property(entries, (all) => {
        const given = all.map(([verb, minute]) => entry(verb, minute));
        const read = inStoryOrder(given);
        expect(new Set(read)).toEqual(new Set(given));
        for (const [i, one] of read.entries())
          expect(one.occurredAt >= (read[i - 1]?.occurredAt ?? at(0))).toBe(true);
      }),
    );
  });
});
