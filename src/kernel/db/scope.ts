import type { Actor } from '#kernel/pure/actor.ts';
import { EVERY_AREA, NO_AREA } from '#kernel/pure/area.ts';

/**
 * What one transaction may see, set by `set_ctx` and enforced by row-level security:
 * public → published rows; self → the account's own rows; link → the one subject of a signed link;
 * staff → the area range [lo, hi) or rows shared with the organisation; system → jobs and imports.
 */
export type Scope = {
  readonly face: 'public' | 'self' | 'link' | 'staff' | 'system';
  readonly lo: string;
  readonly hi: string;
  readonly account: string;
  readonly organisation: string;
  readonly subject: string;
};

const NOTHING = { ...NO_AREA, account: '', organisation: '', subject: '' };

export const publicScope: Scope = { face: 'public', ...NOTHING };
export const systemScope: Scope = { face: 'system', ...NOTHING, ...EVERY_AREA };

export function scopeOf(actor: Actor): Scope {
  return {
    face: actor.face,
    lo: actor.area.lo,
    hi: actor.area.hi,
    account: actor.account ?? '',
    organisation: actor.rootOrganisation ?? '',
    subject: actor.subject ?? '',
  };
}
