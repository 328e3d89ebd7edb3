// Where and when a mechanism is in use: the reform was piloted in one subdistrict and came to the rest by steps.
import type { PlainDate } from '#kernel/pure/dates.ts';
import { type Refusal, refuse } from '#kernel/pure/refusal.ts';
import { areaNarrowness, coversArea } from '../rule-sets/pick-rule-set.rules.ts';

/** From a day on, in an area, a mechanism is on or off. */
export type Rollout = {
  readonly id: string;
  readonly mechanism: string;
  readonly area: string;
  readonly validFrom: PlainDate;
  readonly isOn: boolean;
  /** The decision or order that switched it. */
  readonly decision: string;
};

/**
 * Whether a mechanism is in use at a place on a day: of the switches thrown by then, the latest of the narrowest
 * area decides; without any it is off.
 */
export function isSwitchedOn(
  rollouts: readonly Rollout[],
  mechanism: string,
  area: string,
  date: PlainDate,
): boolean {
  let best: Rollout | undefined;
  for (const rollout of rollouts) {
    const fits =
      rollout.mechanism === mechanism &&
      rollout.validFrom <= date &&
      coversArea(rollout.area, area);
    if (fits && (!best || isCloser(rollout, best))) best = rollout;
  }
  return best?.isOn ?? false;
}

function isCloser(a: Rollout, b: Rollout): boolean {
  const narrower = areaNarrowness(a.area) - areaNarrowness(b.area);
  return narrower === 0 ? a.validFrom > b.validFrom : narrower > 0;
}

export type SwitchRefusal = Refusal<'switch_in_the_past' | 'switch_already_set'>;

/** A switch looks forward: what a mechanism did on a day that is over stays as it was. */
export function refusalToSwitch(
  proposed: Pick<Rollout, 'mechanism' | 'area' | 'validFrom'>,
  rollouts: readonly Rollout[],
  today: PlainDate,
): SwitchRefusal | null {
  if (proposed.validFrom < today) return refuse('switch_in_the_past', { today });
  const same = rollouts.some(
    (r) =>
      r.mechanism === proposed.mechanism &&
      r.area === proposed.area &&
      r.validFrom === proposed.validFrom,
  );
  return same ? refuse('switch_already_set', { date: proposed.validFrom }) : null;
}
