// What nobody has taken, answered or handed on within the time of a first contact is put before whoever dispatches above him.
import { changed, withMatter } from '../matters/change.rules.ts';
import { leadOf, stateOf } from '../matters/fold.rules.ts';
import type { Case } from '../matters/matter.types.ts';
import type { Clock } from './clock.types.ts';

/** Received, and nobody leads it. */
export function isWithFirstContact(c: Case): boolean {
  return stateOf(c) === 'RECEIVED' && leadOf(c.tasks) === null;
}

export const unowned: Clock = {
  nextAt: (c) => (isWithFirstContact(c) && !c.matter.isUnowned ? c.matter.firstDueAt : null),
  strike: (c) =>
    changed(withMatter(c, { isUnowned: true }), {
      verb: 'become_unowned',
      isPublic: false,
      codes: { organisation: c.matter.firstContact.organisation },
    }),
};
