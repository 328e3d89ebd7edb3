import { describe, expect, it } from 'vitest';
import { isRefusal } from '#kernel/pure/refusal.ts';
import { sayWord } from '../checks/say.rules.ts';
import { settle } from '../checks/settle.rules.ts';
import { passTime } from '../escalation/clocks.rules.ts';
import { aCase, COMMITTEE, daysLater, facts, STATION } from './case.factory.ts';
import type { ChangeFacts, Outcome } from './change.types.ts';
import { contributionsOf } from './counts.rules.ts';
import { reopen, withdraw } from './dispose.rules.ts';
import { stateOf } from './fold.rules.ts';
import type { Case, Matter } from './matter.types.ts';
import { followParent, isBehind, merge, split } from './merge.rules.ts';
import { nextLookAt } from './next-look.rules.ts';
import { done, finishedBy, found, said, takenBy } from './run.factory.ts';

const PARENT = { id: 'parent', number: '26000000001' };
const parentTaken = () => takenBy(aCase(PARENT));
const mergedInto = (parent: Case, child: Partial<Matter> = {}) =>
  done(merge(aCase({ id: 'child', ...child }), facts(STATION), { parent }));
const follows = (c: Case, parent: Case, given: Partial<ChangeFacts> = {}) =>
  done(followParent(c, facts(null, given), { parent }), facts(null, given));
const verbs = (outcome: Outcome) =>
  isRefusal(outcome) ? [outcome.refused] : outcome.events.map((event) => event.verb);

/** A parent at work with one merged into it, then finished, and the merged one told. */
function asked(child: Partial<Matter> = {}) {
  const taken = parentTaken();
  const parent = finishedBy(taken);
  return { parent, child: follows(mergedInto(taken, child), parent) };
}

describe('a merged matter', () => {
  it('is asked about each finish of its parent, once each', () => {
    const taken = parentTaken();
    const child = mergedInto(taken);
    expect(isBehind(child, taken)).toBe(false);
    const parent = finishedBy(taken);
    expect(isBehind(child, parent)).toBe(true);
    expect(verbs(followParent(child, facts(null), { parent }))).toEqual(['parent_finish']);
    const told = follows(child, parent);
    expect(told.matter.parentWork).toMatchObject({ round: 1, result: 'done', answer: '已修好' });
    expect(isBehind(told, parent)).toBe(false);
    const reworked = said(parent, false);
    expect(verbs(followParent(told, facts(null), { parent: reworked }))).toEqual(['parent_rework']);
    const again = finishedBy(reworked);
    const twice = followParent(follows(told, reworked), facts(null), { parent: again });
    expect(verbs(twice)).toEqual(['parent_finish']);
    expect(done(twice).matter.parentWork?.round).toBe(2);
  });

  it('is asked at once where its parent is finished already, and told where it cannot be done', () => {
    const child = aCase({ id: 'child' });
    const finished = finishedBy(parentTaken());
    expect(verbs(merge(child, facts(STATION), { parent: finished }))).toEqual([
      'merge',
      'parent_finish',
    ]);
    const cannot = finishedBy(parentTaken(), STATION, {}, 'cannot');
    const told = mergedInto(cannot);
    expect(told.matter.parentWork?.result).toBe('cannot');
    expect(sayWord(told, facts(null), { solved: true, rating: null })).toMatchObject({
      refused: 'nothing_to_confirm',
    });
  });

  it.each([
    ['before anything is done', () => mergedInto(parentTaken()), 'nothing_to_confirm'],
    ['twice over', () => said(asked().child, true), 'nothing_to_confirm'],
  ])('is not asked %s', (_, child, refused) => {
    expect(sayWord(child(), facts(null), { solved: true, rating: null })).toMatchObject({
      refused,
    });
  });

  it("closes as solved by its own reporter's word, whatever its parent's says", () => {
    const { child, parent } = asked();
    const solved = said(child, true);
    expect([stateOf(solved), solved.matter.closure]).toEqual(['CLOSED', 'solved']);
    expect(isBehind(solved, said(parent, false))).toBe(false);
  });

  it("splits off by 'not solved': received again on its own clock, offered to whoever did the parent's work", () => {
    const { child } = asked({ receivedAt: daysLater(-3), dueAt: daysLater(4) });
    const words = { solved: false, rating: null };
    expect(verbs(sayWord(child, facts(null), words))).toEqual(['say_not_solved', 'split']);
    const apart = done(sayWord(child, facts(null), words));
    expect(stateOf(apart)).toBe('RECEIVED');
    expect(apart.matter).toMatchObject({
      mergedInto: null,
      parentWork: null,
      dueAt: daysLater(4),
      reopenedAt: null,
    });
    expect(apart.tasks).toMatchObject([{ state: 'OFFERED', body: { root: 'station' } }]);
    expect(said(finishedBy(takenBy(apart)), true).matter.closure).toBe('solved');
  });

  it.each([
    ['solved', (c: Case) => said(c, true), 'unconfirmed'],
    ['unsolved', (c: Case) => ended(c, 'unsolved'), 'unsolved'],
    ['verified', (c: Case) => ended(c, 'verified'), 'verified'],
  ])(
    'whose reporter is silent follows its parent closed as %s, when he has had his days',
    (_, end, closure) => {
      const { child, parent } = asked();
      const followed = follows(child, end(parent), { now: daysLater(1) });
      expect(followed.matter).toMatchObject({
        closure: null,
        parentWork: { toldAt: daysLater(0) },
      });
      expect(nextLookAt(followed, facts(null).rules)).toEqual(daysLater(5));
      const at = (days: number) => settle(followed, facts(null, { now: daysLater(days) })).case;
      expect(at(4.9).matter.closure).toBeNull();
      expect(at(5).matter.closure).toBe(closure);
      expect(said(followed, true).matter.closure).toBe('solved');
    },
  );

  it('ends with its parent at once where there was nothing to ask', () => {
    const taken = parentTaken();
    const cannot = finishedBy(taken, STATION, {}, 'cannot');
    const told = follows(mergedInto(taken), cannot);
    expect(told.matter.closure).toBeNull();
    expect(follows(told, found(cannot, COMMITTEE, 'approved')).matter.closure).toBe('unsolved');
    const question = aCase({ ...PARENT, kind: 'consultation' });
    const child = mergedInto(question);
    const answered = { ...question, matter: { ...question.matter, ...ANSWERED } };
    expect(follows(child, answered).matter.closure).toBe('answered');
  });

  it('goes on by itself where its parent ended without work', () => {
    const taken = parentTaken();
    const alone = follows(mergedInto(taken), done(withdraw(taken, facts(null))));
    expect([stateOf(alone), alone.matter.mergedInto]).toEqual(['RECEIVED', null]);
  });

  it('waits again where its parent is opened anew before its reporter answered', () => {
    const { child, parent } = asked();
    const closed = said(parent, true);
    const opened = done(reopen(closed, facts(null)));
    const waiting = follows(follows(child, closed), opened);
    expect(waiting.matter.parentWork).toBeNull();
    expect(settle(waiting, facts(null, { now: daysLater(50) })).case.matter.closure).toBeNull();
  });

  it('is split off after it closed only as long as it might be opened again', () => {
    const closed = said(asked().child, true);
    const lastOwner = { organisation: 'station', root: 'station' };
    expect(stateOf(done(split(closed, facts(null), { lastOwner })))).toBe('RECEIVED');
    const late = facts(null, { now: daysLater(15.1) });
    expect(split(closed, late, { lastOwner })).toMatchObject({ refused: 'too_late_to_reopen' });
  });
});

describe('the own clock of a merged matter', () => {
  const overdueOf = (c: Case) =>
    contributionsOf(c, 7, () => '2026-03-02' as never).filter(
      (one) => one.name === 'matters.overdue',
    );

  it('runs again where it stood still when it was merged', () => {
    const pauses = [{ from: daysLater(0), to: null, reason: '等配件' }];
    const child = aCase({ id: 'child', dueAt: daysLater(2), pauses });
    const f = facts(STATION, { now: daysLater(1) });
    const merged = done(merge(child, f, { parent: parentTaken() }));
    expect(merged.matter.pauses).toMatchObject([{ to: daysLater(1) }]);
    expect(nextLookAt(merged, facts(null).rules)).toEqual(daysLater(2));
  });

  it('goes on with its parent’s work, is counted by its own date, and ends with that work', () => {
    const taken = parentTaken();
    const child = mergedInto(taken, { dueAt: daysLater(2) });
    expect(nextLookAt(child, facts(null).rules)).toEqual(daysLater(2));
    const late = passTime(child, facts(null, { now: daysLater(3) }));
    expect(late.events).toMatchObject([{ verb: 'become_overdue' }]);
    expect(overdueOf(late.case)).toMatchObject([{ key: 'station' }]);
    const { child: inTime } = asked({ dueAt: daysLater(2) });
    expect(passTime(inTime, facts(null, { now: daysLater(3) })).events).toEqual([]);
    const reworked = follows(inTime, said(asked().parent, false));
    expect(passTime(reworked, facts(null, { now: daysLater(3) })).events).toHaveLength(1);
  });
});

const ANSWERED = { disposition: 'ANSWERED', closure: 'answered', closedAt: daysLater(0) } as const;

/** A parent closed so, however that came about. */
function ended(c: Case, closure: 'unsolved' | 'verified'): Case {
  return { ...c, matter: { ...c.matter, closure, closedAt: daysLater(1) } };
}
