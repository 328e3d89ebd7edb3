import fc from 'fast-check';
import { addDays, dateOf } from '#kernel/pure/dates.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import { askForCheck, FINDINGS, recordFinding, sayWord } from '../checks/say.rules.ts';
import { settle } from '../checks/settle.rules.ts';
import { passTime } from '../escalation/clocks.rules.ts';
import {
  approveSuspension,
  cancel,
  finish,
  proposeSuspension,
  resume,
} from '../tasks/do-task.rules.ts';
import { approveExtension, proposeExtension } from '../tasks/extend.rules.ts';
import { accept, offer, overrule, reoffer, returnTask, take } from '../tasks/hand-over.rules.ts';
import { urge } from '../tasks/urge.rules.ts';
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
import type { CaseEvent, ChangeFacts, Outcome } from './change.types.ts';
import { reject, reopen, withdraw } from './dispose.rules.ts';
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
  (c, f, pick) => {
    const reviewOn = addDays(dateOf(f.now), 1 + pick);
    return proposeSuspension(c, f, { task: task(c, pick), reason: 'r', reviewOn });
  },
  (c, f, pick) => approveSuspension(c, f, { task: task(c, pick) }),
  (c, f, pick) => resume(c, f, { task: task(c, pick) }),
  (c, f, pick) => cancel(c, f, { task: task(c, pick), reason: 'r' }),
  (c, f) => reject(c, f, { reason: 'r' }),
  (c, f) => withdraw(c, f),
  (c, f) => reopen(c, f),
  (c, f, pick) => proposeExtension(c, f, { task: task(c, pick), reason: 'r' }),
  (c, f, pick) => approveExtension(c, f, { task: task(c, pick) }),
  (c, f) => passTime(c, f),
  (c, f, pick) => urge(c, f, { task: pick % 2 === 0 ? null : task(c, pick), reason: null }),
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
/** A matter and what is tried with it. */
export const run = fc.tuple(start, fc.array(step, { maxLength: 40 }));

export type Seen = {
  readonly before: Case;
  readonly after: Case;
  readonly events: readonly CaseEvent[];
  readonly now: Date;
};

/** Plays every step that isn't refused, and hands each case on the way to `see`. */
export function playAll(
  [given, steps]: typeof run extends fc.Arbitrary<infer T> ? T : never,
  see: (seen: Seen) => void = () => {},
): Case {
  let c = aCase(given);
  let hours = 0;
  for (const { play, hand, pick, draw, hours: passed } of steps) {
    hours += passed;
    const f = facts(HANDS[hand] ?? STATION, { draw, now: daysLater(hours / 24) });
    const outcome = PLAYS[play]?.(c, f, pick);
    if (!outcome || isRefusal(outcome)) continue;
    const next = settle(outcome.case, f);
    const events = [...outcome.events, ...next.events];
    see({ before: c, after: next.case, events, now: f.now });
    c = next.case;
  }
  return c;
}
