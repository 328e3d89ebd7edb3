import { systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { instantOf, plainDateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { readRulebook, switchRollout } from '#modules/rulebook/index.ts';
import { PILOT, SUBDISTRICTS } from './places.ts';

const MECHANISMS = ['community.three_bodies', 'matter.loop'] as const;
/** Before the first switch is due: a switch looks forward, so it is thrown by the clock of that spring. */
const DECIDED_ON = plainDateOf('2009-03-20');

/** The reform as it was switched on: in Binhu in April 2009, everywhere by the end of that year. */
export async function switchReformOn(world: World): Promise<void> {
  const { rollouts } = await world.database.withReadScope(systemScope, (db) =>
    readRulebook(world, db),
  );
  const then: World = { ...world, clock: { now: () => instantOf(DECIDED_ON, 9 * 60) } };
  const wanted = MECHANISMS.flatMap((mechanism) =>
    SUBDISTRICTS.map(({ code }, n) => switchOf(mechanism, code, n)),
  );
  const isKnown = (one: (typeof wanted)[number]) =>
    rollouts.some(({ mechanism, area }) => mechanism === one.mechanism && area === one.area);
  for (const one of wanted.filter((one) => !isKnown(one))) await switchRollout(then, SYSTEM, one);
}

function switchOf(mechanism: string, area: string, n: number) {
  const isPilot = area === PILOT;
  return {
    mechanism,
    area,
    validFrom: isPilot ? '2009-04-15' : `2009-${n % 2 === 0 ? '09' : '12'}-01`,
    isOn: true,
    decision: isPilot ? '社区管理体制改革试点方案' : '社区管理体制改革推广方案',
  };
}
