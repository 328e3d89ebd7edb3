import { describe, expect, it } from 'vitest';
import {
  aCase,
  COMMITTEE,
  DEPARTMENT,
  daysLater,
  facts,
  STATION,
} from '../matters/case.factory.ts';
import { NO_DESKS } from '../matters/desks.rules.ts';
import { reopen, withdraw } from '../matters/dispose.rules.ts';
import { actionsFor } from '../matters/matter.policy.ts';
import type { Case, Hand } from '../matters/matter.types.ts';
import { anActor } from '../matters/matters.factory.ts';
import { merge } from '../matters/merge.rules.ts';
import { nextLookAt } from '../matters/next-look.rules.ts';
import { done, finishedBy, found, said, takenBy } from '../matters/run.factory.ts';
import { workItemsOf } from '../matters/work-items.rules.ts';
import { rate, recordFinding, sayWord } from './say.rules.ts';

const f = facts(null);
const finished = () => finishedBy(takenBy(aCase({ isPublic: true })));
const waiting = (c: Case) => workItemsOf(c, NO_DESKS, f.rules);
const standing = (hand: Hand) => ({ hand, desks: NO_DESKS, rules: f.rules });
const graded = (rating: number) => done(sayWord(finished(), f, { solved: true, rating }));
const replied = (c: Case, note: string | null, hand = COMMITTEE) =>
  recordFinding(c, facts(hand), { check: c.checks[0]?.id ?? '', finding: 'upheld', note });

describe('a bad grade', () => {
  it.each([
    [1, 0],
    [3, 0],
    [4, 1],
    [5, 1],
  ])('of %d asks another body %d times', (rating, asked) => {
    const c = graded(rating);
    expect(c.matter).toMatchObject({ closure: 'solved', rating });
    expect(c.checks).toHaveLength(asked);
    for (const check of c.checks)
      expect(check).toMatchObject({
        kind: 'rating',
        reason: 'bad_rating',
        body: { root: 'residents' },
      });
  });

  it('begins where the rule set says', () => {
    const given = { rules: { ...f.rules, badFrom: 3 } };
    const c = done(
      sayWord(finished(), facts(null, given), { solved: true, rating: 3 }),
      facts(null, given),
    );
    expect(c.checks).toMatchObject([{ kind: 'rating' }]);
  });

  it('stays unseen and unasked until the matter is closed', () => {
    const open = done(
      sayWord(finishedBy(takenBy(aCase()), STATION, { draw: 0 }), f, { solved: true, rating: 5 }),
    );
    expect(open.matter.closure).toBeNull();
    expect(open.checks.map((check) => check.kind)).toEqual(['site']);
    expect(found(open, COMMITTEE, 'fixed').checks.map((check) => check.kind)).toEqual([
      'site',
      'rating',
    ]);
  });

  it('given after the close asks as well, once', () => {
    const c = done(rate(said(finished(), true), f, { rating: 5 }));
    expect(c.checks).toMatchObject([{ kind: 'rating' }]);
    expect(rate(c, f, { rating: 1 })).toMatchObject({ refused: 'rated_already' });
    expect(done(replied(c, '已督促改进。')).checks).toHaveLength(1);
  });

  it('waits on the other body’s Today although the matter is over, and nobody else may answer it', () => {
    const c = graded(5);
    expect(waiting(c)).toMatchObject([
      { organisation: 'residents', verb: 'matter.check', facts: { check: 'rating' } },
    ]);
    const actor = {
      ...anActor('residents'),
      organisation: 'residents',
      rootOrganisation: 'residents',
    };
    expect(actionsFor(actor, c, standing(COMMITTEE))).toMatchObject([
      { verb: 'find', findings: ['upheld', 'not_upheld'] },
    ]);
    expect(actionsFor(anActor('station'), c, standing(STATION))).toEqual([]);
    expect(replied(c, '好', STATION)).toMatchObject({ refused: 'own_work' });
    expect(replied(c, '好', DEPARTMENT)).toMatchObject({ refused: 'not_your_check' });
  });

  it('is answered in words, by one event that only the reporter reads, and the matter stays as it closed', () => {
    const c = graded(5);
    expect(replied(c, ' ')).toMatchObject({ refused: 'reply_missing' });
    const answer = replied(c, '拖得太久，已请承办单位改进。');
    expect(answer).toMatchObject({ events: [{ verb: 'found_upheld', isPublic: false }] });
    const after = done(answer);
    expect(after.matter).toMatchObject({ closure: 'solved', rating: 5 });
    expect(waiting(after)).toEqual([]);
  });

  it('is not got rid of: not by opening the matter again, nor by withdrawing, and it stops no clock', () => {
    const c = graded(5);
    const opened = done(reopen(c, f));
    expect(opened.matter.rating).toBe(5);
    expect(waiting(opened)).toHaveLength(2);
    expect(withdraw(c, f)).toMatchObject({ refused: 'matter_is_over' });
    const left = done(withdraw(opened, f));
    expect(waiting(left)).toMatchObject([{ facts: { check: 'rating' } }]);
    const again = finishedBy(takenBy(opened));
    expect(nextLookAt(again, f.rules)).toEqual(daysLater(f.rules.silentDays));
  });

  it('of a merged matter is about who did the parent’s work', () => {
    const parent = finishedBy(takenBy(aCase({ id: 'parent' })));
    const child = done(merge(aCase({ id: 'child' }), facts(STATION), { parent }));
    const c = done(sayWord(child, f, { solved: true, rating: 5 }));
    expect(c.matter.closure).toBe('solved');
    expect(c.checks).toMatchObject([{ kind: 'rating', handler: { account: STATION.account } }]);
  });
});
