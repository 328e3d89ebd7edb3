// Whom a matter may go to: inside the community by offering, upward by a whistle, never sideways to another community.
import { type AreaRange, areaRange } from '#kernel/pure/area.ts';

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
