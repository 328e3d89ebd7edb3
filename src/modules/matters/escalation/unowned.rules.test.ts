import { describe, expect, it } from 'vitest';
import {
  AROUND,
  aCase,
  COMMITTEE,
  daysLater,
  facts,
  STATION,
  SUBDISTRICT,
} from '../matters/case.factory.ts';
import { answer } from '../matters/dispose.rules.ts';
import type { Case } from '../matters/matter.types.ts';
import { done, leadId, takenBy } from '../matters/run.factory.ts';
import { cancel } from '../tasks/do-task.rules.ts';
import { offer } from '../tasks/hand-over.rules.ts';
import { passed, verbsOf, waitsOf } from './passing.factory.ts';

describe('what nobody takes within the time of a first contact', () => {
  const offersOf = (c: Case, around = AROUND) =>
    waitsOf(c, around)
      .filter(({ verb }) => verb === 'matter.offer')
      .map(({ organisation }) => organisation);

  it.each([
    [
      'the station’s before the subdistrict',
      { organisation: 'station', root: 'station' },
      'subdistrict',
    ],
    ['the committee’s before the station', COMMITTEE, 'station'],
    ['the subdistrict’s before the district', SUBDISTRICT, 'command'],
  ] as const)('comes, %s, once', (_, { organisation, root }, desk) => {
    const c = aCase({ firstContact: { organisation, root } });
    expect(passed(c, 1).events).toEqual([]);
    const late = passed(c, 1.1);
    expect(late.events).toMatchObject([
      { verb: 'become_unowned', isPublic: false, codes: { organisation } },
    ]);
    expect(offersOf(late.case)).toEqual([desk]);
    expect(passed(late.case, 6).events).toEqual([]);
  });

  it('leaves that list when somebody takes it, and gives the first contact his time again when a task is cancelled', () => {
    const late = passed(aCase(), 1.1).case;
    const taken = takenBy(late);
    expect(offersOf(taken)).toEqual([]);
    const at = { now: daysLater(3) };
    const freed = done(cancel(taken, facts(SUBDISTRICT, at), { task: leadId(taken), reason: 'r' }));
    expect(offersOf(freed)).toEqual([]);
    expect(passed(freed, 4).events).toEqual([]);
    expect(verbsOf(passed(freed, 4.1).events)).toEqual(['become_unowned']);
  });

  it('is not what was offered, answered or taken in time', () => {
    const given = { to: COMMITTEE, isLead: true, whistle: null, reason: null };
    const offered = done(offer(aCase(), facts(STATION), given));
    expect(verbsOf(passed(offered, 2).events)).toEqual(['task_late']);
    const asked = aCase({ kind: 'consultation' });
    expect(passed(done(answer(asked, facts(STATION), { text: '九点' })), 2).events).toEqual([]);
  });
});
