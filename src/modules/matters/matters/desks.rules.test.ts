import { describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import { offer, returnTask } from '../tasks/hand-over.rules.ts';
import {
  AROUND,
  aCase,
  aRuleSet,
  COMMAND,
  COMMITTEE,
  DEPARTMENT,
  facts,
  SEATS,
  STATION,
  SUBDISTRICT,
} from './case.factory.ts';
import { desksOf, levelOf } from './desks.rules.ts';
import { actionsFor } from './matter.policy.ts';
import type { Case, Hand } from './matter.types.ts';
import { done, takenBy } from './run.factory.ts';
import { workItemsOf } from './work-items.rules.ts';

/** Taken by `sender`, handed to `receiver`, who says it is not his. */
function returned(sender: Hand, receiver: Hand, whistle: 'power' | null): Case {
  const start = whistle ? takenBy(aCase(), sender) : aCase();
  const given = { to: receiver, isLead: true, whistle, reason: null };
  const offered = done(offer(start, facts(sender), given));
  const task = offered.tasks.at(-1)?.id ?? '';
  return done(returnTask(offered, facts(receiver), { task, reason: '不归我们' }));
}

const judgeOf = (c: Case, around = AROUND) => {
  const task = c.tasks.find((one) => one.state === 'RETURNED');
  if (!task) throw new Error('nothing was returned');
  return desksOf(c, around, SEATS).dispatcherOf(task);
};

/** Somebody who may everything, everywhere: only where he sits is left to decide. */
const anybodyOf = ({ organisation, root, account }: Hand): Actor => ({
  face: 'staff',
  account,
  person: null,
  name: account,
  appointment: null,
  post: 'clerk',
  organisation,
  rootOrganisation: root,
  organisationKind: 'SERVICE_STATION',
  area: areaRange('320105000000'),
  verbs: { 'matter.overrule': 'district' },
  subject: null,
});

describe('where a body lies', () => {
  it.each([
    ['320105901001', 'community'],
    ['320105901000', 'subdistrict'],
    ['320105901002', 'subdistrict'],
    ['320105902001', 'district'],
    ['320105000000', 'district'],
  ])('%s is in the %s', (seat, level) => {
    expect(levelOf('320105901001', seat)).toBe(level);
  });
});

describe('a return is judged', () => {
  it.each([
    ['by the station inside its community', STATION, COMMITTEE, null, STATION],
    ['by the subdistrict when the station itself returns', SUBDISTRICT, STATION, null, SUBDISTRICT],
    ['by the district when a department returns', STATION, DEPARTMENT, 'power', COMMAND],
    [
      'by the next above when the office whistled for returns',
      STATION,
      SUBDISTRICT,
      'power',
      COMMAND,
    ],
  ] as const)('%s', (_, sender, receiver, whistle, judge) => {
    expect(judgeOf(returned(sender, receiver, whistle))).toBe(judge.root);
  });

  it('by the next below where there is no command centre, and never by who whistled or returned', () => {
    const alone = { ...AROUND, command: null };
    expect(judgeOf(returned(STATION, DEPARTMENT, 'power'), alone)).toBe(SUBDISTRICT.root);
    expect(judgeOf(returned(SUBDISTRICT, DEPARTMENT, 'power'), alone)).toBe(STATION.root);
  });

  it('by the subdistrict in a village, which has no station', () => {
    const village = { ...AROUND, station: null };
    expect(judgeOf(returned(STATION, COMMITTEE, null), village)).toBe(SUBDISTRICT.root);
  });

  it('by somebody even where only its parties are there', () => {
    const bare = { ...AROUND, command: null, subdistrict: null };
    expect(judgeOf(returned(STATION, DEPARTMENT, 'power'), bare)).toBe(STATION.root);
  });

  it.each([
    [STATION, COMMITTEE, null],
    [STATION, DEPARTMENT, 'power'],
    [STATION, SUBDISTRICT, 'power'],
    [SUBDISTRICT, STATION, null],
  ] as const)('where it waits on Today, and only there', (sender, receiver, whistle) => {
    const c = returned(sender, receiver, whistle);
    const desks = desksOf(c, AROUND, SEATS);
    const waits = workItemsOf(c, desks, aRuleSet).filter((item) => item.verb === 'matter.overrule');
    const able = [STATION, COMMITTEE, DEPARTMENT, SUBDISTRICT, COMMAND].filter((hand) =>
      actionsFor(anybodyOf(hand), c, { hand, desks, rules: aRuleSet }).some(
        (one) => one.verb === 'overrule',
      ),
    );
    expect(waits.map((item) => item.organisation)).toEqual(able.map((hand) => hand.root));
    expect(able).toHaveLength(1);
  });
});
