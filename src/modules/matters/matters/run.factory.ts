import { isRefusal } from '#kernel/pure/refusal.ts';
import { recordFinding, sayWord } from '../checks/say.rules.ts';
import { settle } from '../checks/settle.rules.ts';
import { finish } from '../tasks/do-task.rules.ts';
import { take } from '../tasks/hand-over.rules.ts';
import { facts, STATION } from './case.factory.ts';
import type { ChangeFacts, Outcome } from './change.types.ts';
import type { Case, Finding, Hand } from './matter.types.ts';

/** The case after a change and all that follows from it; a refusal fails the test with its code. */
export function done(outcome: Outcome, given: ChangeFacts = facts(null)): Case {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return settle(outcome.case, given).case;
}

export function leadId(c: Case): string {
  return c.tasks.find((task) => task.isLead)?.id ?? '';
}

export function takenBy(c: Case, hand: Hand = STATION): Case {
  return done(take(c, facts(hand)), facts(hand));
}

export function finishedBy(
  c: Case,
  hand: Hand = STATION,
  given: Partial<ChangeFacts> = {},
  result: 'done' | 'cannot' = 'done',
): Case {
  const all = facts(hand, given);
  return done(
    finish(c, all, {
      task: leadId(c),
      result,
      answerPublic: '已修好',
      answerPrivate: null,
      madeSafeAt: null,
    }),
    all,
  );
}

export function said(c: Case, solved: boolean, given: Partial<ChangeFacts> = {}): Case {
  const all = facts(null, given);
  return done(sayWord(c, all, { solved, rating: null }), all);
}

/** Records a finding on the check that waits. */
export function found(
  c: Case,
  hand: Hand,
  finding: Finding,
  given: Partial<ChangeFacts> = {},
): Case {
  const all = facts(hand, given);
  const check = c.checks.find((one) => one.finding === null);
  return done(recordFinding(c, all, { check: check?.id ?? '', finding, note: null }), all);
}

/** Time passes; the escalation job looks again. */
export function waited(c: Case, now: Date): Case {
  return settle(c, facts(null, { now })).case;
}
