import { describe, expect, it } from 'vitest';
import { accept, offer, overrule, returnTask } from '../tasks/hand-over.rules.ts';
import {
  aCase,
  CALLERS,
  COMMITTEE,
  DEPARTMENT,
  daysLater,
  facts,
  STATION,
  SUBDISTRICT,
} from './case.factory.ts';
import { stateOf } from './fold.rules.ts';
import { done, finishedBy, found, leadId, said, takenBy, waited } from './run.factory.ts';

describe('the three hand cases', () => {
  it("'not solved' twice: reworked, then looked at by another body, then reworked again", () => {
    const reworked = said(finishedBy(takenBy(aCase())), false);
    expect(stateOf(reworked)).toBe('IN_HAND');

    const again = finishedBy(reworked);
    expect(again.checks.map((check) => [check.kind, check.reason])).toEqual([['site', 'rework']]);
    expect(stateOf(found(again, COMMITTEE, 'not_fixed'))).toBe('IN_HAND');
  });

  it("'not solved' twice while the checker says fixed: unsolved, never counted as solved", () => {
    const again = finishedBy(said(finishedBy(takenBy(aCase())), false));
    const twice = found(said(again, false), COMMITTEE, 'fixed');
    expect(twice.checks.at(-1)).toMatchObject({ kind: 'unsolved', finding: null });
    const closed = found(twice, COMMITTEE, 'approved');
    expect([stateOf(closed), closed.matter.closure]).toEqual(['CLOSED', 'unsolved']);
    expect(closed.checks.find((check) => check.kind === 'site')?.finding).toBe('fixed');
    expect(closed.matter.words.at(-1)?.solved).toBe(false);
  });

  it('an anonymous lamp in public space, whistled, returned, overruled, accepted and done, is looked at without asking', () => {
    const lamp = takenBy(aCase({ isAnonymous: true, space: 'public' }));
    const whistled = done(
      offer(lamp, facts(STATION), {
        to: DEPARTMENT,
        isLead: true,
        whistle: 'power',
        reason: '路灯归城管',
      }),
    );
    const task = whistled.tasks.find((one) => one.whistle)?.id ?? '';
    expect(stateOf(whistled)).toBe('IN_HAND');

    const returned = done(returnTask(whistled, facts(DEPARTMENT), { task, reason: '不归我们' }));
    expect(returned.matter.returns).toBe(1);
    const overruled = done(overrule(returned, facts(SUBDISTRICT), { task, reason: '归你们' }));
    const accepted = done(accept(overruled, facts(DEPARTMENT), task));
    expect(leadId(accepted)).toBe(task);
    expect(accepted.tasks.filter((one) => one.isLead)).toHaveLength(1);

    const finished = finishedBy(accepted, DEPARTMENT);
    expect(finished.checks).toMatchObject([
      { kind: 'site', reason: 'anonymous', body: { root: 'residents' } },
    ]);
    const closed = found(finished, COMMITTEE, 'fixed');
    expect(closed.matter.closure).toBe('verified');
  });

  it('a dispute with a settlement is verified by its record, without visit or sample', () => {
    const finished = finishedBy(takenBy(aCase({ space: 'dispute' }), COMMITTEE), COMMITTEE, {
      draw: 0,
    });
    expect(finished.checks).toMatchObject([{ kind: 'settlement', body: { root: 'subdistrict' } }]);
    expect(found(finished, SUBDISTRICT, 'settled').matter.closure).toBe('verified');
  });

  it('a dispute without a settlement is unsolved, approved by another body', () => {
    const finished = finishedBy(takenBy(aCase({ space: 'dispute' }), COMMITTEE), COMMITTEE);
    const open = found(finished, SUBDISTRICT, 'not_settled');
    expect(open.matter.closure).toBeNull();
    expect(found(open, SUBDISTRICT, 'approved').matter.closure).toBe('unsolved');
  });
});

describe('silence', () => {
  const silent = daysLater(5);

  it('about a thing in public space sends somebody to look', () => {
    const waiting = waited(finishedBy(takenBy(aCase({ space: 'public' }))), silent);
    expect(waiting.checks).toMatchObject([{ kind: 'site', reason: 'silent' }]);
  });

  it('about a home brings one call; unreachable is unconfirmed and never satisfied', () => {
    const finished = finishedBy(takenBy(aCase()));
    expect(waited(finished, daysLater(4.9)).checks).toHaveLength(0);
    const called = waited(finished, silent);
    expect(called.checks).toMatchObject([{ kind: 'call', reason: 'silent' }]);
    const tried = [5, 5.5, 6].reduce(
      (c, days) => found(c, CALLERS, 'unreachable', { now: daysLater(days) }),
      called,
    );
    expect(tried.matter.closure).toBe('unconfirmed');
  });

  it('of an anonymous reporter at home ends unconfirmed: there is nobody to call', () => {
    expect(waited(finishedBy(takenBy(aCase({ isAnonymous: true }))), silent).matter.closure).toBe(
      'unconfirmed',
    );
  });
});

describe('the sample', () => {
  it('is drawn below the share and looked at although the reporter is content', () => {
    const finished = finishedBy(takenBy(aCase()), STATION, { draw: 0.0999 });
    expect(finished.checks).toMatchObject([{ kind: 'site', reason: 'sample' }]);
    const content = said(finished, true);
    expect(content.matter.closure).toBeNull();
    expect(found(content, COMMITTEE, 'fixed').matter.closure).toBe('solved');
  });

  it('is not drawn at the share itself', () => {
    expect(finishedBy(takenBy(aCase()), STATION, { draw: 0.1 }).checks).toHaveLength(0);
  });
});
