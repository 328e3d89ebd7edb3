import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#kernel/pure/refusal.ts';
import { waitsOf } from '../escalation/passing.factory.ts';
import {
  aCase,
  aRuleSet,
  COMMITTEE,
  daysLater,
  facts,
  STATION,
  SUBDISTRICT,
} from '../matters/case.factory.ts';
import type { ChangeFacts, Outcome } from '../matters/change.types.ts';
import type { Case, Hand } from '../matters/matter.types.ts';
import { playAll, run } from '../matters/play.factory.ts';
import { done, finishedBy, leadId, takenBy } from '../matters/run.factory.ts';
import { approveExtension, proposeExtension } from './extend.rules.ts';

const ask = (c: Case, hand: Hand = STATION, given: Partial<ChangeFacts> = {}) =>
  proposeExtension(c, facts(hand, given), { task: leadId(c), reason: '雨天不能铺路' });
const allow = (c: Case, hand: Hand = SUBDISTRICT, given: Partial<ChangeFacts> = {}) =>
  approveExtension(c, facts(hand, given), { task: leadId(c) });
const codeOf = (outcome: Outcome) => (isRefusal(outcome) ? outcome.refused : null);
const waiting = (c: Case) =>
  waitsOf(c)
    .filter(({ verb }) => verb === 'matter.extend.approve')
    .map(({ organisation }) => organisation);

describe('more time', () => {
  it('moves both clocks from where they ended, when another person allows it', () => {
    const asked = done(ask(takenBy(aCase())));
    expect(asked.matter.dueAt).toEqual(daysLater(7));
    expect(waiting(asked)).toEqual(['subdistrict']);
    const allowed = done(allow(asked));
    expect(allowed.matter.dueAt).toEqual(daysLater(12));
    expect(allowed.tasks[0]?.dueAt).toEqual(daysLater(10));
    expect(waiting(allowed)).toEqual([]);
  });

  it.each([
    ['asked for by who has not the task', ask(takenBy(aCase()), COMMITTEE), 'not_your_task'],
    [
      'asked for when it is due',
      ask(takenBy(aCase()), STATION, { now: daysLater(8) }),
      'too_late_to_extend',
    ],
    ['asked for when it is done', ask(finishedBy(takenBy(aCase()))), 'only_the_lead_extends'],
    ['asked for again', ask(done(allow(done(ask(takenBy(aCase())))))), 'extension_used_up'],
    ['allowed by who asked', allow(done(ask(takenBy(aCase()))), STATION), 'needs_another_person'],
    ['allowed when nobody asked', allow(takenBy(aCase())), 'no_extension_proposed'],
    [
      'allowed when it is due',
      allow(done(ask(takenBy(aCase()))), SUBDISTRICT, { now: daysLater(8) }),
      'too_late_to_extend',
    ],
  ] as const)('is refused when %s', (_, outcome, code) => {
    expect(codeOf(outcome)).toBe(code);
  });

  it('asked for twice waits once', () => {
    const twice = done(ask(done(ask(takenBy(aCase())))));
    expect(twice.matter.extensions).toHaveLength(1);
  });

  it('is given no oftener than the rule allows, by nobody to himself, and nothing else moves the date', () => {
    fc.assert(
      fc.property(run, (given) => {
        playAll(given, ({ before, after, events }) => {
          const allowed = after.matter.extensions.filter((one) => one.approvedBy !== null);
          expect(allowed.length).toBeLessThanOrEqual(aRuleSet.extension.times);
          for (const one of allowed)
            expect(one.approvedBy?.account).not.toBe(one.proposedBy.account);
          const isExtended = events.some(({ verb }) => verb === 'extend');
          expect(after.matter.dueAt > before.matter.dueAt).toBe(isExtended);
          expect(after.matter.dueAt < before.matter.dueAt).toBe(false);
        });
      }),
    );
  });
});
