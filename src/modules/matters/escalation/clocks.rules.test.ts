import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AROUND,
  aCase,
  aRuleSet,
  COMMITTEE,
  DEPARTMENT,
  daysLater,
  facts,
  SEATS,
  STATION,
  SUBDISTRICT,
} from '../matters/case.factory.ts';
import type { CaseEvent } from '../matters/change.types.ts';
import { desksOf } from '../matters/desks.rules.ts';
import { answer } from '../matters/dispose.rules.ts';
import type { Case, Hand } from '../matters/matter.types.ts';
import { nextLookAt } from '../matters/next-look.rules.ts';
import { playAll, run } from '../matters/play.factory.ts';
import { done, finishedBy, leadId, takenBy } from '../matters/run.factory.ts';
import { workItemsOf } from '../matters/work-items.rules.ts';
import { approveSuspension, cancel, proposeSuspension, resume } from '../tasks/do-task.rules.ts';
import { accept, offer } from '../tasks/hand-over.rules.ts';
import { urge } from '../tasks/urge.rules.ts';
import { passTime } from './clocks.rules.ts';
import { overdueForAt } from './overdue.rules.ts';

const DUE = 7;
const passed = (c: Case, days: number) => passTime(c, facts(null, { now: daysLater(days) }));
const verbsOf = (events: readonly CaseEvent[]) => events.map((event) => event.verb);
const levelsOf = (events: readonly CaseEvent[]) =>
  events.filter(({ verb }) => verb === 'escalate').map(({ codes }) => codes?.['level']);
const urgedAt = (c: Case) =>
  workItemsOf(c, desksOf(c, AROUND, SEATS))
    .filter(({ verb }) => verb === 'matter.urge')
    .map(({ organisation, facts: { level } }) => [organisation, level]);

describe('so many days overdue', () => {
  const pause = (from: number, to: number) => ({
    from: daysLater(from),
    to: daysLater(to),
    reason: 'r',
  });
  it.each([
    ['without a pause', [], 10],
    ['with a pause after the due instant', [pause(8, 10)], 12],
    ['with a pause that began before it', [pause(6, 9)], 12],
    ['with a pause that was over before it', [pause(1, 3)], 10],
    ['with a pause after those days', [pause(11, 20)], 10],
    ['with two pauses that meet', [pause(8, 9), pause(9, 10)], 12],
  ] as const)('%s', (_, pauses, day) => {
    expect(overdueForAt({ dueAt: daysLater(DUE), pauses }, 3)).toEqual(daysLater(day));
  });
});

describe('a matter that stays overdue', () => {
  it('comes before station, subdistrict and district, each once', () => {
    const c = takenBy(aCase());
    expect(verbsOf(passed(c, DUE).events)).toEqual(['task_late']);
    const first = passed(c, DUE + 0.01);
    expect(verbsOf(first.events)).toEqual(['become_overdue', 'escalate', 'task_late']);
    expect(urgedAt(first.case)).toEqual([['station', 'community']]);
    expect(levelsOf(passed(first.case, DUE + 2.9).events)).toEqual([]);
    const late = passed(first.case, DUE + 30);
    expect(levelsOf(late.events)).toEqual(['subdistrict', 'district']);
    expect(urgedAt(late.case)).toEqual([
      ['station', 'community'],
      ['subdistrict', 'subdistrict'],
      ['command', 'district'],
    ]);
    expect(passed(late.case, DUE + 300).events).toEqual([]);
  });

  it('leaves their lists when the work is done, and while it is suspended', () => {
    const late = passed(takenBy(aCase()), DUE + 10).case;
    expect(urgedAt(finishedBy(late))).toEqual([]);
    const at = { now: daysLater(DUE + 10) };
    const task = leadId(late);
    const wish = { task, reason: 'r', reviewOn: '2026-03-25' as never };
    const proposed = done(proposeSuspension(late, facts(STATION, at), wish));
    const stopped = done(approveSuspension(proposed, facts(SUBDISTRICT, at), { task }));
    expect(urgedAt(stopped)).toEqual([]);
    expect(passed(stopped, DUE + 90).events).toEqual([]);
  });
});

describe('a task whose holder lets his own time pass', () => {
  const offered = (to: Hand, whistle: 'power' | null) =>
    done(
      offer(aCase({ dueAt: daysLater(30) }), facts(STATION), {
        to,
        isLead: true,
        whistle,
        reason: null,
      }),
    );
  const lateOf = (events: readonly CaseEvent[]) =>
    events
      .filter(({ verb }) => verb === 'task_late')
      .map(({ codes, isPublic }) => [codes?.['against'], codes?.['state'], isPublic]);

  it('is counted against him once a clock: as an offer, as work, and again after a rework', () => {
    const given = offered(COMMITTEE, null);
    expect(passed(given, 1).events).toEqual([]);
    const late = passed(given, 1.1);
    expect(lateOf(late.events)).toEqual([['residents', 'OFFERED', false]]);
    expect(passed(late.case, 1.2).events).toEqual([]);
    const at = { now: daysLater(2) };
    const accepted = done(accept(late.case, facts(COMMITTEE, at), leadId(late.case)));
    expect(passed(accepted, 7).events).toEqual([]);
    const slow = passed(accepted, 7.1);
    expect(lateOf(slow.events)).toEqual([['residents', 'ACCEPTED', false]]);
    expect(passed(slow.case, 20).events).toEqual([]);
  });

  it.each([
    [COMMITTEE, null, 'station'],
    [DEPARTMENT, 'power', 'command'],
  ] as const)('waits, as an offer, on the list of whoever dispatches', (to, whistle, desk) => {
    const late = passed(offered(to, whistle), 3).case;
    expect(urgedAt(late)).toEqual([[desk, undefined]]);
    const task = leadId(late);
    const urged = done(urge(late, facts(STATION), { task, reason: null }));
    expect(urged).toEqual(late);
    const taken = done(accept(late, facts(to, { now: daysLater(3) }), task));
    expect(urgedAt(taken)).toEqual([]);
  });

  it('keeps what was counted over a suspension, and counts no pause', () => {
    const taken = takenBy(aCase({ dueAt: daysLater(30) }));
    const task = leadId(taken);
    const stop = (c: Case, day: number) => {
      const at = { now: daysLater(day) };
      const wish = { task, reason: 'r', reviewOn: '2026-03-25' as never };
      const proposed = done(proposeSuspension(c, facts(STATION, at), wish));
      return done(approveSuspension(proposed, facts(SUBDISTRICT, at), { task }));
    };
    const resumed = (c: Case, day: number) =>
      done(resume(c, facts(STATION, { now: daysLater(day) }), { task }));
    const early = resumed(stop(taken, 4), 14);
    expect(lateOf(passed(early, 15).events)).toEqual([]);
    expect(lateOf(passed(early, 15.1).events)).toHaveLength(1);
    const late = passed(taken, 6).case;
    expect(lateOf(passed(resumed(stop(late, 6), 14), 20).events)).toEqual([]);
  });
});

describe('what nobody takes within the time of a first contact', () => {
  const offersOf = (c: Case, around = AROUND) =>
    workItemsOf(c, desksOf(c, around, SEATS))
      .filter(({ verb }) => verb === 'matter.offer')
      .map(({ organisation }) => organisation);

  it.each([
    [
      'the station’s before the subdistrict',
      { organisation: 'station', root: 'station' },
      'subdistrict',
    ],
    ['the committee’s before the station', COMMITTEE, 'station'],
    ['the subdistrict’s before the district', SUBDISTRICT, 'command'],
  ] as const)('comes, %s, once', (_, { organisation, root }, desk) => {
    const c = aCase({ firstContact: { organisation, root } });
    expect(passed(c, 1).events).toEqual([]);
    const late = passed(c, 1.1);
    expect(late.events).toMatchObject([
      { verb: 'become_unowned', isPublic: false, codes: { organisation } },
    ]);
    expect(offersOf(late.case)).toEqual([desk]);
    expect(passed(late.case, 6).events).toEqual([]);
  });

  it('leaves that list when somebody takes it, and gives the first contact his time again when a task is cancelled', () => {
    const late = passed(aCase(), 1.1).case;
    const taken = takenBy(late);
    expect(offersOf(taken)).toEqual([]);
    const at = { now: daysLater(3) };
    const freed = done(cancel(taken, facts(SUBDISTRICT, at), { task: leadId(taken), reason: 'r' }));
    expect(offersOf(freed)).toEqual([]);
    expect(passed(freed, 4).events).toEqual([]);
    expect(verbsOf(passed(freed, 4.1).events)).toEqual(['become_unowned']);
  });

  it('is not what was offered, answered or taken in time', () => {
    const given = { to: COMMITTEE, isLead: true, whistle: null, reason: null };
    const offered = done(offer(aCase(), facts(STATION), given));
    expect(verbsOf(passed(offered, 2).events)).toEqual(['task_late']);
    const asked = aCase({ kind: 'consultation' });
    expect(passed(done(answer(asked, facts(STATION), { text: '九点' })), 2).events).toEqual([]);
  });
});

describe('whatever happens meanwhile', () => {
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
