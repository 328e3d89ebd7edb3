// Which organisation may stand where: the three bodies in communities only, a group under its station, the Party in a tree of its own.
import { type Refusal, refuse } from '#kernel/pure/refusal.ts';
import { type AreaKind, hasThreeBodies } from '#modules/territory/pure.ts';
import type { Organisation, OrganisationKind, OrganisationNode } from './organisation.types.ts';

const PARTY: readonly OrganisationKind[] = [
  'DISTRICT_COMMITTEE',
  'PARTY_WORKING_COMMITTEE',
  'PARTY_COMMITTEE',
  'UNIT_PARTY_COMMITTEE',
  'PARTY_GENERAL_BRANCH',
  'PARTY_BRANCH',
];
const PRIMARY: readonly OrganisationKind[] = PARTY.slice(2);

/** One committee, one residents' committee, one station (一委一居一站). */
export const THREE_BODIES = ['PARTY_COMMITTEE', 'RESIDENTS_COMMITTEE', 'SERVICE_STATION'] as const;

const OF_COMMUNITIES: readonly OrganisationKind[] = [
  ...THREE_BODIES,
  'STATION_GROUP',
  'SUB_COMMITTEE',
];

/** Kinds that are part of another body and count as it. */
const PARTS: Partial<Record<OrganisationKind, OrganisationKind>> = {
  STATION_GROUP: 'SERVICE_STATION',
  SUB_COMMITTEE: 'RESIDENTS_COMMITTEE',
};

export const isOfParty = (kind: OrganisationKind): boolean => PARTY.includes(kind);
/** Primary organisations (基层党组织): committees, general branches and branches, the 553 of the district. */
export const isPrimaryPartyOrganisation = (kind: OrganisationKind): boolean =>
  PRIMARY.includes(kind);
export const isOneOfThree = (kind: OrganisationKind): boolean =>
  (THREE_BODIES as readonly OrganisationKind[]).includes(kind);

export type OrganisationRefusal = Refusal<
  | 'body_needs_community'
  | 'parent_missing'
  | 'parent_wrong_kind'
  | 'parent_other_area'
  | 'affairs_of_groups_only'
>;

type Given = Pick<Organisation, 'kind' | 'area' | 'affairs'>;
type Parent = Pick<Organisation, 'kind' | 'area'> | null;

export function refusalToOrganisation(
  given: Given,
  parent: Parent,
  areaKind: AreaKind,
): OrganisationRefusal | null {
  const { kind, area, affairs } = given;
  if (OF_COMMUNITIES.includes(kind) && !hasThreeBodies(areaKind))
    return refuse('body_needs_community');
  if (affairs.length > 0 && kind !== 'STATION_GROUP') return refuse('affairs_of_groups_only');
  const whole = PARTS[kind];
  if (whole !== undefined) return refusalToPart(whole, area, parent);
  if (isOfParty(kind)) return refusalToPartyParent(kind, parent);
  return parent !== null && isOfParty(parent.kind) ? refuse('parent_wrong_kind') : null;
}

function refusalToPart(
  whole: OrganisationKind,
  area: string,
  parent: Parent,
): OrganisationRefusal | null {
  if (parent === null) return refuse('parent_missing');
  if (parent.kind !== whole) return refuse('parent_wrong_kind');
  return parent.area === area ? null : refuse('parent_other_area');
}

/** The Party tree leads upward: a branch under a general branch or committee, committees under a higher committee. */
function refusalToPartyParent(kind: OrganisationKind, parent: Parent): OrganisationRefusal | null {
  if (kind === 'DISTRICT_COMMITTEE') return parent === null ? null : refuse('parent_wrong_kind');
  if (parent === null) return refuse('parent_missing');
  const isHigher = isOfParty(parent.kind) && PARTY.indexOf(parent.kind) < PARTY.indexOf(kind);
  return isHigher ? null : refuse('parent_wrong_kind');
}

/** The kinds whose root is their parent's. */
export const isPart = (kind: OrganisationKind): boolean => PARTS[kind] !== undefined;

/** The forest of a list of organisations; one whose parent isn't in the list stands at the top. */
export function organisationForest(list: readonly Organisation[]): OrganisationNode[] {
  const here = new Set(list.map((one) => one.id));
  const children = new Map<string, Organisation[]>();
  for (const one of list) {
    const top = one.parentId !== null && here.has(one.parentId) ? one.parentId : '';
    const siblings = children.get(top);
    if (siblings) siblings.push(one);
    else children.set(top, [one]);
  }
  const grow = (parent: string): OrganisationNode[] =>
    (children.get(parent) ?? []).map((one) => ({ ...one, children: grow(one.id) }));
  return grow('');
}
