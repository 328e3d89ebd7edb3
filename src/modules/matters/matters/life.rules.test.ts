import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#kernel/pure/refusal.ts';
import { nextStep } from '../checks/next-step.rules.ts';
import { FINDINGS, recordFinding } from '../checks/say.rules.ts';
import { settle } from '../checks/settle.rules.ts';
import { cancel, finish, resume } from '../tasks/do-task.rules.ts';
import { take } from '../tasks/hand-over.rules.ts';
import { aRuleSet, daysLater, facts, STATION, SUBDISTRICT } from './case.factory.ts';
import type { ChangeFacts, Outcome } from './change.types.ts';
import { stateOf } from './fold.rules.ts';
import { matterLife, taskLife } from './life-cycle.rules.ts';
import type { Case } from './matter.types.ts';
import { playAll, run } from './play.factory.ts';

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
        playAll(given, ({ before, after }) => {
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
        playAll(given, ({ after }) => {
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
        const { matter, checks } = playAll(given);
        if (matter.closure === 'solved') expect(matter.words.at(-1)?.solved).toBe(true);
        if (matter.closure === 'verified')
          expect(['fixed', 'settled']).toContain(checks.at(-1)?.finding);
      }),
    );
  });

  it('leaves no matter stuck: from anywhere somebody can bring it to an end', () => {
    fc.assert(
      fc.property(run, (given) => {
        expect(isOver(driveToEnd(playAll(given)))).toBe(true);
      }),
    );
  });

  it('loops at most as often as the rule set allows', () => {
    fc.assert(
      fc.property(run, (given) => {
        const rounds = playAll(given).tasks.map((one) => one.round);
        expect(Math.max(0, ...rounds)).toBeLessThanOrEqual(aRuleSet.reworkLimit + 1);
      }),
    );
  });

  it('folds to the same state whatever the order of tasks and checks', () => {
    fc.assert(
      fc.property(run, (given) => {
        const c = playAll(given);
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
