import { describe, expect, it } from 'vitest';
import {
  aCase,
  COMMITTEE,
  DEPARTMENT,
  daysLater,
  facts,
  STATION,
  SUBDISTRICT,
} from '../matters/case.factory.ts';
import type { CaseEvent } from '../matters/change.types.ts';
import type { Case, Hand } from '../matters/matter.types.ts';
import { done, leadId, takenBy } from '../matters/run.factory.ts';
import { approveSuspension, proposeSuspension, resume } from '../tasks/do-task.rules.ts';
import { accept, offer } from '../tasks/hand-over.rules.ts';
import { urge } from '../tasks/urge.rules.ts';
import { passed, urgedAt } from './passing.factory.ts';

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
