import type { PlainDate } from '#kernel/pure/dates.ts';

/** An organisation's own code, in every list, address and answer: it stands in paths, and in accounts of the past between colons. */
export const ORGANISATION_CODE = /^[0-9A-Za-z]{2,40}$/;

/** Every kind of organisation, superiors before those they lead; imports go through them in this order. */
export const ORGANISATION_KINDS = [
  'DISTRICT_COMMITTEE',
  'PARTY_WORKING_COMMITTEE',
  'PARTY_COMMITTEE',
  'UNIT_PARTY_COMMITTEE',
  'PARTY_GENERAL_BRANCH',
  'PARTY_BRANCH',
  'DISTRICT_OFFICE',
  'DEPARTMENT',
  'COMMAND_CENTRE',
  'SUPERVISION_CENTRE',
  'HOTLINE',
  'CALL_POOL',
  'SUBDISTRICT_OFFICE',
  'RESIDENTS_COMMITTEE',
  'SUB_COMMITTEE',
  'SERVICE_STATION',
  'STATION_GROUP',
  'OWNERS_COMMITTEE',
  'PROPERTY_COMPANY',
  'LOCAL_INSTITUTION',
  'SOCIAL_ORG',
  'SERVICE_CENTRE',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** An organisation as it was on one day. */
export type Organisation = {
  readonly id: string;
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly area: string;
  /** The body it counts as where two different ones must act: a station's group counts as its station. */
  readonly rootId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly nameEn: string | null;
  readonly telephone: string | null;
  readonly address: string | null;
  /** Where signed links go; not shown to the public. */
  readonly email: string | null;
  readonly officeHours: string | null;
  readonly officeHoursEn: string | null;
  readonly duties: string | null;
  readonly dutiesEn: string | null;
  /** Codes of the named affairs that a station's group carries. */
  readonly affairs: readonly string[];
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};

export type OrganisationNode = Organisation & { readonly children: readonly OrganisationNode[] };

/** One name and parent of an organisation, from a day until (not including) another. */
export type OrganisationVersion = {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly parentId: string | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};
