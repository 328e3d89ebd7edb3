// Whom a matter may go to: inside the community by offering, upward by a whistle, never sideways to another community.
import { type AreaRange, areaPrefix, areaRange } from '#kernel/pure/area.ts';

export type Asked = { readonly for: 'offer' | 'whistle'; readonly area: string };

const INSIDE = [
  'SERVICE_STATION',
  'STATION_GROUP',
  'RESIDENTS_COMMITTEE',
  'SUB_COMMITTEE',
  'PARTY_COMMITTEE',
  'PROPERTY_COMPANY',
];
/** Where an area is not a community's, its dispatcher hands out to the stations below and the offices beside. */
const BELOW = ['SUBDISTRICT_OFFICE', 'SERVICE_STATION', 'RESIDENTS_COMMITTEE', 'DEPARTMENT'];
const UPWARD = ['SUBDISTRICT_OFFICE', 'COMMAND_CENTRE', 'DEPARTMENT', 'SERVICE_CENTRE'];

const isCommunity = (area: string) => !area.endsWith('000');

export function receiverKinds(asked: Asked): readonly string[] {
  if (asked.for === 'whistle') return UPWARD;
  return isCommunity(asked.area) ? INSIDE : BELOW;
}

/** A whistle may go anywhere above, so the whole district is looked through. */
export function receiverRange(asked: Asked): AreaRange {
  return areaRange(asked.for === 'whistle' ? `${asked.area.slice(0, 6)}000000` : asked.area);
}

export type Receiver = {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly area: string;
};

/**
 * Whom a whistle goes to unless another is chosen: the department that holds the power over such things, else the office
 * next above. @param department its code, or words of its name; null or unknown: none is named
 */
export function presetReceiver(
  bodies: readonly Receiver[],
  department: string | null,
): string | null {
  const wanted = department?.trim() || null;
  const named =
    wanted === null
      ? undefined
      : (bodies.find(({ code }) => code === wanted) ??
        bodies.find(({ kind, name }) => kind === 'DEPARTMENT' && name.includes(wanted)));
  return (named ?? nextAbove(bodies))?.id ?? null;
}

/** The one of the narrowest area; at one place an office before a department. */
function nextAbove(bodies: readonly Receiver[]): Receiver | undefined {
  const rank = ({ kind, area }: Receiver) =>
    areaPrefix(area).length * 10 + (kind === 'DEPARTMENT' ? 0 : 1);
  return bodies.toSorted((a, b) => rank(b) - rank(a))[0];
}
