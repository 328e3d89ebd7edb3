import type { PlainDate } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';

/** A name in the language it is kept in, or in both. */
export type Words = string | { readonly zh: string; readonly en: string };

/** One appointment in force, as far as acting in it needs. */
export type PostHeld = {
  readonly appointment: string;
  readonly organisation: string;
  /** The body it counts as: a station's group counts as its station. */
  readonly rootOrganisation: string;
  /** 'SERVICE_STATION', 'DEPARTMENT', … (capabilities.rules.ts). */
  readonly organisationKind: string;
  /** 'secretary', 'clerk', … (capabilities.rules.ts). */
  readonly post: string;
  /** The organisation's 12-digit area code; null for what belongs to no place. */
  readonly area: string | null;
  /** The organisation's name. */
  readonly name: Words;
  readonly areaName?: Words;
};

/** A person's appointments in force on a day, in a fixed order. `bodies` answers it; the app wires it in. */
export type PostsOf = (world: World, person: string, on: PlainDate) => Promise<readonly PostHeld[]>;
