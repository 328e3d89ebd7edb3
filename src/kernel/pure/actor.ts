import type { AreaRange } from './area.ts';

/** How far a verb reaches: what the actor did himself, his area, the whole district. */
export type Reach = 'own' | 'area' | 'district';

/**
 * Who acts, in one post at a time, as a plain value with its verbs resolved: policies and menus read it.
 * `organisation` is the one he acts for, `rootOrganisation` the body it counts as (a station's group is its station).
 */
export type Actor = {
  readonly face: 'public' | 'self' | 'link' | 'staff' | 'system';
  readonly account: string | null;
  readonly person: string | null;
  readonly name: string;
  readonly appointment: string | null;
  readonly post: string | null;
  readonly organisation: string | null;
  readonly rootOrganisation: string | null;
  readonly organisationKind: string | null;
  readonly area: AreaRange;
  readonly verbs: Readonly<Record<string, Reach>>;
  /** The one subject a signed link opens. */
  readonly subject: string | null;
};

export function may(actor: Actor, verb: string): boolean {
  return Object.hasOwn(actor.verbs, verb);
}

export const ANYBODY: Actor = {
  face: 'public',
  account: null,
  person: null,
  name: '',
  appointment: null,
  post: null,
  organisation: null,
  rootOrganisation: null,
  organisationKind: null,
  area: { lo: '0', hi: '0' },
  verbs: {},
  subject: null,
};

/** Jobs and imports; every row it writes says so. */
export const SYSTEM: Actor = {
  ...ANYBODY,
  face: 'system',
  name: 'system',
  area: { lo: '0', hi: ':' },
};
