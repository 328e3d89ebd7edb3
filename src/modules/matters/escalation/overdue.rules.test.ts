import { describe, expect, it } from 'vitest';
import {
  aCase,
  COMMITTEE,
  daysLater,
  facts,
  START,
  STATION,
  SUBDISTRICT,
} from '../matters/case.factory.ts';
import { done, finishedBy, found, leadId, takenBy, waited } from '../matters/run.factory.ts';
import { approveSuspension, proposeSuspension } from '../tasks/do-task.rules.ts';
import { overdueForAt } from './overdue.rules.ts';
import { levelsOf, passed, urgedAt, verbsOf } from './passing.factory.ts';

const DUE = 7;

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
    expect(overdueForAt(aCase({ dueAt: daysLater(DUE), pauses }), 3)).toEqual(daysLater(day));
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

  it('whose work is handed back after its date is not called in before its holder’s new date is over', () => {
    const at = { now: daysLater(14) };
    const finished = finishedBy(takenBy(aCase()), STATION, { draw: 0 });
    const again = found(waited(finished, daysLater(5)), COMMITTEE, 'not_fixed', at);
    const back = passed(again, 14.01);
    expect(verbsOf(back.events)).toEqual(['become_overdue']);
    const holder = back.case.tasks[0]?.dueAt?.getTime() ?? 0;
    const days = (holder - START.getTime()) / 86_400_000;
    expect(levelsOf(passed(back.case, days + 0.01).events)).toEqual(['community']);
    expect(levelsOf(passed(back.case, days + 3.01).events)).toEqual(['community', 'subdistrict']);
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
    expect(levelsOf(passed(stopped, DUE + 90).events)).toEqual([]);
  });
});
