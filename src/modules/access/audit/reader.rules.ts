import type { Actor } from '#kernel/pure/actor.ts';

/** What looking at the journal is about has no id of its own. */
export const NO_SUBJECT = '00000000-0000-0000-0000-000000000000';

/** Where the journal keeps that somebody read it: the reader's own area; '0', which is no place, for the audit administrator. */
export function areaOfReader(actor: Actor): string {
  const { lo } = actor.area;
  return lo === '0' ? lo : lo.padEnd(12, '0');
}
