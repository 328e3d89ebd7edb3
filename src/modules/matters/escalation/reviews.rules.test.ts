import { describe, expect, it } from 'vitest';
import { isRefusal } from '#kernel/pure/refusal.ts';
import {
  aCase,
  aRuleSet,
  daysLater,
  facts,
  STATION,
  SUBDISTRICT,
} from '../matters/case.factory.ts';
import type { Case, Hand } from '../matters/matter.types.ts';
import { nextLookAt } from '../matters/next-look.rules.ts';
import { done, leadId, takenBy } from '../matters/run.factory.ts';
import { approveSuspension, proposeSuspension } from '../tasks/do-task.rules.ts';
import { passTime } from './clocks.rules.ts';
import { waitsOf } from './passing.factory.ts';

describe('a suspension', () => {
  const wish = (c: Case, reviewOn: string) =>
    proposeSuspension(c, facts(STATION), {
      task: leadId(c),
      reason: '等配件',
      reviewOn: reviewOn as never,
    });
  const approved = (c: Case, hand: Hand, rules = aRuleSet) =>
    approveSuspension(c, facts(hand, { rules }), { task: leadId(c) });

  // The second of March, thirty days allowed.
  it.each([
    ['2026-03-01', 'review_not_ahead'],
    ['2026-03-02', 'review_not_ahead'],
    ['2026-03-03', null],
    ['2026-04-01', null],
    ['2026-04-02', 'review_too_far'],
  ])('may be reviewed on %s: %s', (day, refused) => {
    const outcome = wish(takenBy(aCase()), day);
    expect(isRefusal(outcome) ? outcome.refused : null).toBe(refused);
  });

  it('is approved by another person, unless the rule does not ask for it', () => {
    const proposed = done(wish(takenBy(aCase()), '2026-03-20'));
    expect(approved(proposed, STATION)).toMatchObject({ refused: 'needs_another_person' });
    const suspension = { ...aRuleSet.suspension, approvalByAnother: false };
    expect(isRefusal(approved(proposed, STATION, { ...aRuleSet, suspension }))).toBe(false);
  });

  it('stands on the lists of owner and dispatcher on its day of review, once', () => {
    const stopped = done(approved(done(wish(takenBy(aCase()), '2026-03-20')), SUBDISTRICT));
    const listed = (c: Case) =>
      waitsOf(c).map(({ organisation, dueAt }) => [organisation, dueAt?.toISOString() ?? null]);
    const on = (now: string) => passTime(stopped, facts(null, { now: new Date(now) }));
    expect(listed(stopped)).toEqual([['station', null]]);
    expect(nextLookAt(stopped, aRuleSet)).toEqual(new Date('2026-03-19T16:00:00Z'));
    expect(on('2026-03-19T16:00:00Z').events).toEqual([]);
    const due = on('2026-03-19T16:01:00Z');
    expect(due.events).toMatchObject([{ verb: 'review_due', codes: { reviewOn: '2026-03-20' } }]);
    expect(listed(due.case)).toEqual([
      ['station', '2026-03-20T15:59:59.000Z'],
      ['subdistrict', '2026-03-20T15:59:59.000Z'],
    ]);
    expect(passTime(due.case, facts(null, { now: daysLater(90) })).events).toEqual([]);
  });
});
