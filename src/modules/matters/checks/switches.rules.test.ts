import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#kernel/pure/refusal.ts';
import { passTime } from '../escalation/clocks.rules.ts';
import {
  aCase,
  aRuleSet,
  CALLERS,
  COMMITTEE,
  daysLater,
  facts,
  STATION,
} from '../matters/case.factory.ts';
import type { ChangeFacts, CheckingRules, Outcome } from '../matters/change.types.ts';
import { isAwaited, leadOf, stateOf } from '../matters/fold.rules.ts';
import type { Case, Check, Matter } from '../matters/matter.types.ts';
import { nextLookAt } from '../matters/next-look.rules.ts';
import { done, finishedBy, found, said, takenBy, waited } from '../matters/run.factory.ts';
import { finish } from '../tasks/do-task.rules.ts';
import { take } from '../tasks/hand-over.rules.ts';
import { askForCheck, FINDINGS, recordFinding, sayWord } from './say.rules.ts';
import { settle } from './settle.rules.ts';

const rulesWith = (given: Partial<CheckingRules>): CheckingRules => ({ ...aRuleSet, ...given });
const closedAs = (c: Case) => [stateOf(c), c.matter.closure];

/** A finish, 'not solved', and the second finish, under some rules. */
function reworked(rules: CheckingRules, matter: Partial<Matter> = {}): Case {
  const again = said(finishedBy(takenBy(aCase(matter)), STATION, { rules }), false, { rules });
  return finishedBy(again, STATION, { rules });
}

describe('what a district may switch', () => {
  it('a rework is looked at, or left to the reporter’s word until the rounds are used up', () => {
    expect(reworked(aRuleSet).checks).toMatchObject([{ kind: 'site', reason: 'rework' }]);
    const rules = rulesWith({ onSiteAfterRework: false });
    const left = reworked(rules);
    expect(left.checks).toEqual([]);
    expect(closedAs(said(left, true, { rules }))).toEqual(['CLOSED', 'solved']);
    const third = finishedBy(said(left, false, { rules }), STATION, { rules });
    expect(leadOf(third.tasks)?.round).toBe(3);
    expect(said(third, false, { rules }).checks).toMatchObject([{ kind: 'unsolved' }]);
  });

  it.each([
    ['anonymous', { isAnonymous: true }],
    ['silent', { isAnonymous: false }],
  ])('%s about public space: somebody looks, or not', (reason, given) => {
    const matter = { space: 'public' as const, ...given };
    const inSilence = (rules: CheckingRules) => {
      const finished = finishedBy(takenBy(aCase(matter)), STATION, { rules });
      return settle(finished, facts(null, { rules, now: daysLater(5) })).case;
    };
    expect(inSilence(aRuleSet).checks).toMatchObject([{ kind: 'site', reason }]);
    const off = inSilence(rulesWith({ onSiteWhenAnonymousOrSilent: false }));
    expect(off.checks.map((check) => check.kind)).toEqual(reason === 'silent' ? ['call'] : []);
    expect(off.matter.closure).toBe(reason === 'silent' ? null : 'unconfirmed');
  });

  it('a wish for a look is followed, or refused where the district sends nobody for it', () => {
    const finished = finishedBy(takenBy(aCase()));
    const asked = done(askForCheck(finished, facts(null)));
    expect(asked.checks).toMatchObject([{ kind: 'site', reason: 'asked' }]);
    const rules = rulesWith({ onSiteWhenAsked: false });
    expect(askForCheck(finished, facts(null, { rules }))).toMatchObject({
      refused: 'no_checks_on_wish',
    });
  });

  it('what cannot be done waits for another body, or is closed as unsolved at once', () => {
    const taken = takenBy(aCase());
    expect(finishedBy(taken, STATION, {}, 'cannot').checks).toMatchObject([{ kind: 'unsolved' }]);
    const rules = rulesWith({ unsolvedNeedsApproval: false });
    expect(closedAs(finishedBy(taken, STATION, { rules }, 'cannot'))).toEqual([
      'CLOSED',
      'unsolved',
    ]);
  });

  it('a grade beyond those there are is refused', () => {
    const finished = finishedBy(takenBy(aCase()));
    const four = facts(null, { rules: rulesWith({ grades: 4 }) });
    expect(sayWord(finished, four, { solved: true, rating: 5 })).toMatchObject({
      refused: 'no_such_grade',
    });
    expect(done(sayWord(finished, four, { solved: true, rating: 4 })).matter.rating).toBe(4);
  });
});

describe('a call nobody answers', () => {
  const called = waited(finishedBy(takenBy(aCase())), daysLater(5));
  const at = (days: number) => ({ now: daysLater(days) });

  it('stays on the list until it was tried often enough, each time kept with its hour', () => {
    const once = found(called, CALLERS, 'unreachable', at(5));
    expect(once.checks).toMatchObject([{ finding: null, attempts: [daysLater(5)] }]);
    const twice = found(once, CALLERS, 'unreachable', at(5.5));
    expect(twice.matter.closure).toBeNull();
    const thrice = found(twice, CALLERS, 'unreachable', at(6));
    expect(thrice.matter.closure).toBe('unconfirmed');
    expect(thrice.checks).toMatchObject([{ finding: 'unreachable', doneAt: daysLater(6) }]);
  });

  it('is not tried twice within the hours between two attempts; an answer counts at any time', () => {
    const once = found(called, CALLERS, 'unreachable', at(5));
    const soon = facts(CALLERS, at(5 + 2.9 / 24));
    const check = once.checks[0]?.id ?? '';
    const tried = recordFinding(once, soon, { check, finding: 'unreachable', note: null });
    expect(tried).toMatchObject({ refused: 'tried_just_now', facts: { hours: 3 } });
    const answered = recordFinding(once, soon, { check, finding: 'solved', note: null });
    expect(done(answered, soon).matter.closure).toBe('solved');
  });

  it('ends where the reporter answers by himself', () => {
    const once = found(called, CALLERS, 'unreachable', at(5));
    expect(said(once, false, at(6)).matter.closure).toBeNull();
    expect(stateOf(said(once, false, at(6)))).toBe('IN_HAND');
  });
});

const anyRules = fc
  .record({
    onSiteAfterRework: fc.boolean(),
    onSiteWhenAnonymousOrSilent: fc.boolean(),
    onSiteWhenAsked: fc.boolean(),
    unsolvedNeedsApproval: fc.boolean(),
    callAttempts: fc.integer({ min: 1, max: 4 }),
    callHoursApart: fc.integer({ min: 1, max: 30 }),
    reworkLimit: fc.integer({ min: 1, max: 3 }),
    silentDays: fc.integer({ min: 1, max: 9 }),
    hotlineDays: fc.integer({ min: 1, max: 9 }),
  })
  .map(rulesWith);
const anyMatter = fc.record<Partial<Matter>>({
  space: fc.constantFrom('public', 'home', 'dispute'),
  source: fc.constantFrom('portal', 'hotline'),
  isSafety: fc.boolean(),
  isAnonymous: fc.boolean(),
});
const anyMove = fc.record({
  hours: fc.integer({ min: 0, max: 80 }),
  pick: fc.nat(11),
  draw: fc.double({ min: 0, max: 0.999, noNaN: true }),
});
type Move = { readonly hours: number; readonly pick: number; readonly draw: number };

const orSame = (c: Case, outcome: Outcome) => (isRefusal(outcome) ? c : outcome.case);

/** The one whose turn it is does something, good or bad. */
function moved(c: Case, f: ChangeFacts, { pick }: Move): Case {
  const lead = leadOf(c.tasks);
  if (lead === null) return orSame(c, take(c, { ...f, hand: STATION }));
  if (lead.state === 'ACCEPTED') {
    const result = pick % 4 === 0 ? 'cannot' : 'done';
    const said = { task: lead.id, result, answerPublic: '好了', answerPrivate: null } as const;
    return orSame(c, finish(c, { ...f, hand: STATION }, { ...said, madeSafeAt: null }));
  }
  const check = c.checks.find((one) => isAwaited(c, one));
  if (check && pick % 3 > 0) return checked(c, f, check, pick);
  if (pick % 5 === 0) return orSame(c, askForCheck(c, f));
  return pick % 2 === 0 ? c : orSame(c, sayWord(c, f, { solved: pick % 4 === 1, rating: null }));
}

function checked(c: Case, f: ChangeFacts, check: Check, pick: number): Case {
  const all = FINDINGS[check.kind];
  const hand = check.kind === 'call' ? CALLERS : COMMITTEE;
  const record = (finding: (typeof all)[number]) =>
    recordFinding(c, { ...f, hand }, { check: check.id, finding, note: null });
  const outcome = record(all[pick % all.length] ?? 'fixed');
  // The last round's 'denied' is refused: then it is agreed to.
  const isLast = isRefusal(outcome) && outcome.refused === 'no_more_rework';
  return orSame(c, isLast ? record('approved') : outcome);
}

/** Plays the moves over time, looking whenever a look is due. */
function played(c: Case, rules: CheckingRules, moves: readonly Move[]): Case {
  let current = c;
  let hours = 0;
  for (const move of moves) {
    hours += move.hours;
    const f = facts(null, { rules, draw: move.draw, now: daysLater(hours / 24) });
    const looked = settle(passTime(current, f).case, f).case;
    current = settle(moved(looked, f, move), f).case;
  }
  return current;
}

describe('no combination of switches', () => {
  const moves = fc.array(anyMove, { maxLength: 40 });

  it('leaves a matter stuck or goes round without end: whatever everybody does, it is over some day', () => {
    fc.assert(
      fc.property(anyRules, anyMatter, moves, fc.nat(11), (rules, matter, some, stubborn) => {
        // Each does the same for ever, but finishes, checks and answers one day.
        const patient = Array.from({ length: 120 }, (_, n) => ({
          hours: 40,
          pick: n % 2 === 0 ? stubborn : n % 12,
          draw: 0.5,
        }));
        const c = played(aCase(matter), rules, [...some, ...patient]);
        expect(stateOf(c)).toBe('CLOSED');
        expect(leadOf(c.tasks)?.round).toBeLessThanOrEqual(rules.reworkLimit + 1);
      }),
    );
  });

  it('has the clock come round twice for the same thing', () => {
    fc.assert(
      fc.property(anyRules, anyMatter, moves, (rules, matter, some) => {
        const c = played(aCase(matter), rules, some);
        const at = nextLookAt(c, rules);
        if (at === null) return;
        const now = new Date(Math.max(at.getTime(), daysLater(200).getTime()) + 60_000);
        const f = facts(null, { rules, now });
        const looked = settle(passTime(c, f).case, f).case;
        const next = nextLookAt(looked, rules);
        expect(next === null || next > now).toBe(true);
      }),
    );
  });

  it('calls somebody unreachable before he was called as often as it says, at times apart', () => {
    fc.assert(
      fc.property(anyRules, moves, (rules, some) => {
        for (const check of played(aCase(), rules, some).checks) {
          if (check.finding !== 'unreachable') continue;
          const times = [...check.attempts, check.doneAt ?? daysLater(0)];
          expect(times).toHaveLength(rules.callAttempts);
          times.slice(1).forEach((time, n) => {
            const apart = time.getTime() - (times[n]?.getTime() ?? 0);
            expect(apart).toBeGreaterThanOrEqual(rules.callHoursApart * 3_600_000);
          });
        }
      }),
    );
  });
});
