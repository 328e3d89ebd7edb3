import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#kernel/pure/refusal.ts';
import { nextStep } from '../checks/next-step.rules.ts';
import { askForCheck, FINDINGS, recordFinding, sayWord } from '../checks/say.rules.ts';
import { settle } from '../checks/settle.rules.ts';
import {
  approveSuspension,
  cancel,
  finish,
  proposeSuspension,
  resume,
} from '../tasks/do-task.rules.ts';
import { accept, offer, overrule, reoffer, returnTask, take } from '../tasks/hand-over.rules.ts';
import {
  aCase,
  aRuleSet,
  CALLERS,
  COMMITTEE,
  DEPARTMENT,
  daysLater,
  facts,
  STATION,
  SUBDISTRICT,
} from './case.factory.ts';
import type { ChangeFacts, Outcome } from './change.types.ts';
import { reject, reopen, withdraw } from './dispose.rules.ts';
import { stateOf } from './fold.rules.ts';
import { matterLife, taskLife } from './life-cycle.rules.ts';
import type { Case, Hand, Space } from './matter.types.ts';

const HANDS: readonly Hand[] = [STATION, COMMITTEE, DEPARTMENT, SUBDISTRICT, CALLERS];

type Play = (c: Case, f: ChangeFacts, pick: number) => Outcome;
const nth = <T>(items: readonly T[], pick: number): T | undefined =>
  items[pick % Math.max(items.length, 1)];
const task = (c: Case, pick: number) => nth(c.tasks, pick)?.id ?? 'none';

/** Everything anybody may try, in any order. */
const PLAYS: readonly Play[] = [
  (c, f) => take(c, f),
  (c, f, pick) =>
    offer(c, f, {
      to: nth(HANDS, pick) ?? STATION,
      isLead: pick % 2 === 0,
      whistle: pick % 3 === 0 ? 'money' : null,
      reason: null,
    }),
  (c, f, pick) => accept(c, f, task(c, pick)),
  (c, f, pick) => returnTask(c, f, { task: task(c, pick), reason: 'r' }),
  (c, f, pick) => overrule(c, f, { task: task(c, pick), reason: 'r' }),
  (c, f, pick) => reoffer(c, f, { task: task(c, pick), to: nth(HANDS, pick) ?? STATION }),
  (c, f, pick) =>
    finish(c, f, {
      task: task(c, pick),
      result: pick % 5 === 0 ? 'cannot' : 'done',
      answerPublic: 'a',
      answerPrivate: null,
      madeSafeAt: null,
    }),
  (c, f) => sayWord(c, f, { solved: f.draw > 0.4, rating: null }),
  (c, f) => askForCheck(c, f),
  (c, f, pick) => {
    const check = nth(
      c.checks.filter((one) => one.finding === null),
      pick,
    );
    return recordFinding(c, f, {
      check: check?.id ?? '',
      finding: nth(check ? FINDINGS[check.kind] : ['fixed'], pick) ?? 'fixed',
      note: null,
    });
  },
  (c, f, pick) =>
    proposeSuspension(c, f, { task: task(c, pick), reason: 'r', reviewOn: '2026-05-01' as never }),
  (c, f, pick) => approveSuspension(c, f, { task: task(c, pick) }),
  (c, f, pick) => resume(c, f, { task: task(c, pick) }),
  (c, f, pick) => cancel(c, f, { task: task(c, pick), reason: 'r' }),
  (c, f) => reject(c, f, { reason: 'r' }),
  (c, f) => withdraw(c, f),
  (c, f) => reopen(c, f),
];

const step = fc.record({
  play: fc.integer({ min: 0, max: PLAYS.length - 1 }),
  hand: fc.integer({ min: 0, max: HANDS.length - 1 }),
  pick: fc.nat(30),
  draw: fc.double({ min: 0, max: 0.999, noNaN: true }),
  hours: fc.integer({ min: 0, max: 60 }),
});
const start = fc.record({
  space: fc.constantFrom<Space>('public', 'home', 'dispute', 'person'),
  isSafety: fc.boolean(),
  isAnonymous: fc.boolean(),
});
const run = fc.tuple(start, fc.array(step, { maxLength: 40 }));

/** Plays every step that isn't refused, and hands each case on the way to `see`. */
function playAll(
  [given, steps]: typeof run extends fc.Arbitrary<infer T> ? T : never,
  see: (before: Case, after: Case) => void,
): Case {
  let c = aCase(given);
  let hours = 0;
  for (const { play, hand, pick, draw, hours: passed } of steps) {
    hours += passed;
    const f = facts(HANDS[hand] ?? STATION, { draw, now: daysLater(hours / 24) });
    const outcome = PLAYS[play]?.(c, f, pick);
    if (!outcome || isRefusal(outcome)) continue;
    const next = settle(outcome.case, f).case;
    see(c, next);
    c = next;
  }
  return c;
}

describe('the tables', () => {
  it('declare every state, leave none without a way out, and none unreachable', () => {
    expect(taskLife.faults()).toEqual([]);
    expect(matterLife.faults()).toEqual([]);
  });
});

describe('any order of whatever anybody tries', () => {
  it('moves tasks only along the table', () => {
    const pairs = new Set(taskLife.table.map((move) => `${move.from} ${move.to}`));
    fc.assert(
      fc.property(run, (given) => {
        playAll(given, (before, after) => {
          for (const task of after.tasks) {
            const earlier = before.tasks.find((one) => one.id === task.id)?.state ?? 'NONE';
            if (earlier !== task.state && !twoMoves(earlier, task.state))
              expect(pairs).toContain(`${earlier} ${task.state}`);
          }
        });
      }),
    );
  });

  it('never has two leads, a lead that is cancelled, or a check by the handler or his root', () => {
    fc.assert(
      fc.property(run, (given) => {
        playAll(given, (_, after) => {
          expect(
            after.tasks.filter((one) => one.isLead && one.state !== 'CANCELLED').length,
          ).toBeLessThanOrEqual(1);
          for (const check of after.checks) {
            expect(check.body.root).not.toBe(check.handler.root);
            expect(check.checker?.root).not.toBe(check.handler.root);
            expect(check.checker?.account).not.toBe(check.handler.account);
          }
        });
      }),
    );
  });

  it('counts nothing as solved that its reporter did not call solved, nor as verified without a finding', () => {
    fc.assert(
      fc.property(run, (given) => {
        const { matter, checks } = playAll(given, () => {});
        if (matter.closure === 'solved') expect(matter.words.at(-1)?.solved).toBe(true);
        if (matter.closure === 'verified')
          expect(['fixed', 'settled']).toContain(checks.at(-1)?.finding);
      }),
    );
  });

  it('leaves no matter stuck: from anywhere somebody can bring it to an end', () => {
    fc.assert(
      fc.property(run, (given) => {
        expect(isOver(driveToEnd(playAll(given, () => {})))).toBe(true);
      }),
    );
  });

  it('loops at most as often as the rule set allows', () => {
    fc.assert(
      fc.property(run, (given) => {
        const rounds = playAll(given, () => {}).tasks.map((one) => one.round);
        expect(Math.max(0, ...rounds)).toBeLessThanOrEqual(aRuleSet.reworkLimit + 1);
      }),
    );
  });

  it('folds to the same state whatever the order of tasks and checks', () => {
    fc.assert(
      fc.property(run, (given) => {
        const c = playAll(given, () => {});
        expect(stateOf({ ...c, tasks: [...c.tasks].reverse() })).toBe(stateOf(c));
        const late = daysLater(99);
        const backwards = { ...c, tasks: [...c.tasks].reverse(), checks: c.checks };
        expect(nextStep(backwards, aRuleSet, late)).toEqual(nextStep(c, aRuleSet, late));
      }),
    );
  });
});

/** One play may finish a task and at once see it closed or reworked. */
function twoMoves(from: string, to: string): boolean {
  const vias = taskLife.table.filter((move) => move.from === from).map((move) => move.to);
  return vias.some(
    (via) => via !== from && taskLife.table.some((move) => move.from === via && move.to === to),
  );
}

const isOver = (c: Case) =>
  ['CLOSED', 'REJECTED', 'WITHDRAWN', 'MERGED', 'REDIRECTED'].includes(stateOf(c));

/** Everybody does his part for a while; a matter that is still open then is stuck. */
function driveToEnd(c: Case): Case {
  let current = c;
  for (let round = 0; round < 30 && !isOver(current); round += 1) {
    const now = daysLater(200 + round * 20);
    for (const play of [resumeAll, takeLead, finishAll, findAll]) {
      const f = facts(null, { now });
      current = settle(play(current, f), f).case;
    }
  }
  return current;
}

const orSame = (c: Case, outcome: Outcome) => (isRefusal(outcome) ? c : outcome.case);
const as = (f: ChangeFacts, body: { organisation: string; root: string }): ChangeFacts => ({
  ...f,
  hand: { ...body, account: `of-${body.root}`, appointment: null },
});

function resumeAll(c: Case, f: ChangeFacts): Case {
  return c.tasks.reduce(
    (now, one) => orSame(now, resume(now, as(f, one.body), { task: one.id })),
    c,
  );
}
function takeLead(c: Case, f: ChangeFacts): Case {
  const freed = c.tasks.reduce(
    (now, one) =>
      ['OFFERED', 'RETURNED'].includes(one.state)
        ? orSame(now, cancel(now, as(f, SUBDISTRICT), { task: one.id, reason: 'r' }))
        : now,
    c,
  );
  return orSame(freed, take(freed, as(f, STATION)));
}
function finishAll(c: Case, f: ChangeFacts): Case {
  const helpersFirst = [...c.tasks].sort((a, b) => Number(a.isLead) - Number(b.isLead));
  return helpersFirst.reduce((now, one) => {
    const done = orSame(
      now,
      finish(now, as(f, one.body), {
        task: one.id,
        result: 'done',
        answerPublic: 'a',
        answerPrivate: null,
        madeSafeAt: null,
      }),
    );
    return done;
  }, c);
}
function findAll(c: Case, f: ChangeFacts): Case {
  return c.checks.reduce(
    (now, one) =>
      orSame(
        now,
        recordFinding(now, as(f, one.body), {
          check: one.id,
          finding: FINDINGS[one.kind][0] ?? 'fixed',
          note: null,
        }),
      ),
    c,
  );
}
