import { describe, expect, it } from 'vitest';
import type { DeadlineRule } from '#kernel/pure/deadlines.ts';
import { waitsOf } from '../escalation/passing.factory.ts';
import { aCase, aRuleSet, daysLater, facts, START } from './case.factory.ts';
import { reopen } from './dispose.rules.ts';
import { safeBy } from './fold.rules.ts';
import { done, finishedBy, said, takenBy } from './run.factory.ts';

const HOUR_MS = 3_600_000;
const inTwoHours = new Date(START.getTime() + 2 * HOUR_MS);
const dangerous = () => aCase({ isSafety: true, safeDueAt: inTwoHours });
const waiting = (c: ReturnType<typeof aCase>) =>
  waitsOf(c).map(({ verb, dueAt, facts: { why } }) => [verb, dueAt, why]);

describe('where there is danger', () => {
  it('whoever has it at hand sees first until when it is made safe', () => {
    expect(waiting(dangerous())).toEqual([['matter.take', inTwoHours, 'make_safe']]);
    expect(waiting(takenBy(dangerous()))).toEqual([['matter.finish', inTwoHours, 'make_safe']]);
    expect(waiting(takenBy(aCase()))[0]?.[2]).toBeUndefined();
  });

  it('ends when somebody has made it safe, and begins again where it is opened again', () => {
    const taken = takenBy(dangerous());
    const safe = { ...taken, tasks: taken.tasks.map((task) => ({ ...task, madeSafeAt: START })) };
    expect(safeBy(safe)).toBeNull();
    expect(waiting(safe)[0]?.[2]).toBeUndefined();
    const makeSafeWithin = { amount: 2, unit: 'urgent_hours', rollForward: false } as const;
    const rules = { ...aRuleSet, makeSafeWithin };
    const dueOf = ({ amount, unit }: DeadlineRule, from: Date) =>
      new Date(from.getTime() + amount * (unit === 'urgent_hours' ? 1 : 24) * HOUR_MS);
    const closed = said(finishedBy(safe), true);
    const again = done(reopen(closed, facts(null, { rules, dueOf, now: daysLater(1) })));
    expect(again.matter.safeDueAt).toEqual(new Date(daysLater(1).getTime() + 2 * HOUR_MS));
    expect(waiting(again)).toContainEqual(['matter.accept', again.matter.safeDueAt, 'make_safe']);
  });

  it('is reckoned by the matter’s category, and lies before the date of the work', () => {
    expect(safeBy(dangerous())).toEqual(inTwoHours);
    expect(dangerous().matter.dueAt.getTime()).toBeGreaterThan(inTwoHours.getTime());
  });
});
