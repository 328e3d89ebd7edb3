import type { PlainDate } from '#kernel/pure/dates.ts';
import type { OrganisationKind } from '../organisations/organisation.types.ts';

export const ORIGINS = ['elected', 'dispatched', 'appointed', 'recruited'] as const;
/** How somebody came to a post: chosen by vote, sent by a superior body, appointed, hired. */
export type Origin = (typeof ORIGINS)[number];

/** One person in one post, from a day until (not including) another. Two posts at once are two appointments. */
export type Appointment = {
  readonly id: string;
  readonly personId: string;
  /** The name the post is held under, which is public. */
  readonly holderName: string;
  readonly postCode: string;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly area: string;
  readonly origin: Origin;
  readonly civilServant: boolean;
  /** Unit grids a household-area worker looks after. */
  readonly grids: readonly string[];
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};
