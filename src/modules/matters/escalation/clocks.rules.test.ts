import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRuleSet, daysLater, facts } from '../matters/case.factory.ts';
import { isOpen, stateOf } from '../matters/fold.rules.ts';
import { nextLookAt } from '../matters/next-look.rules.ts';
import { playAll, run } from '../matters/play.factory.ts';
import { passTime } from './clocks.rules.ts';
import { levelsOf, verbsOf } from './passing.factory.ts';

describe('whatever happens meanwhile', () => {
  it('the resident’s clock stands still just while the lead is suspended', () => {
    fc.assert(
      fc.property(run, (given) => {
        playAll(given, ({ after }) => {
          const isStopped = after.matter.pauses.some(({ to }) => to === null);
          if (isOpen(stateOf(after))) expect(isStopped).toBe(stateOf(after) === 'SUSPENDED');
        });
      }),
    );
  });

  it('escalation takes each step once and moves no due date', () => {
    fc.assert(
      fc.property(run, (given) => {
        playAll(given, ({ before, after, events }) => {
          const steps = levelsOf(events).length;
          if (steps > 0) expect(after.matter.dueAt).toEqual(before.matter.dueAt);
          const { escalatedTo } = after.matter;
          expect(escalatedTo).toEqual(
            aRuleSet.escalation.slice(0, escalatedTo.length).map((step) => step.to),
          );
          if (!verbsOf(events).includes('reopen'))
            expect(escalatedTo.length).toBe(before.matter.escalatedTo.length + steps);
        });
      }),
    );
  });

  it('a task is counted late at most once a clock', () => {
    fc.assert(
      fc.property(run, (given) => {
        const counted = new Set<string>();
        playAll(given, ({ before, events }) => {
          for (const { codes } of events.filter(({ verb }) => verb === 'task_late')) {
            const task = before.tasks.find(({ id }) => id === codes?.['task']);
            // Its state, its round and where a return was overruled make it a new clock.
            const clock = [task?.id, task?.state, task?.round, task?.offeredAt.getTime()].join(' ');
            expect(counted).not.toContain(clock);
            counted.add(clock);
          }
        });
      }),
    );
  });

  it('the job finds nothing left to do at the same instant', () => {
    fc.assert(
      fc.property(run, fc.integer({ min: 0, max: 120 }), (given, days) => {
        const now = daysLater(100 + days);
        const c = passTime(playAll(given), facts(null, { now })).case;
        expect(passTime(c, facts(null, { now })).events).toEqual([]);
        const silence = c.tasks.some((task) => task.state === 'DONE');
        const next = nextLookAt(c, aRuleSet);
        if (!silence && next !== null) expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime());
      }),
    );
  });
});
