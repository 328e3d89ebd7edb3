// Who may write on which line: the Party committee party affairs, the residents' committee residents' affairs, station, subdistrict and departments government affairs; nobody for another.
import type { Actor } from '#kernel/pure/actor.ts';
import { may } from '#kernel/pure/actor.ts';
import { areaPrefix, isWithin } from '#kernel/pure/area.ts';
import { type NoticeMove, noticeLife } from './life-cycle.rules.ts';
import type { Line, Notice } from './notice.types.ts';

export const WRITE_NOTICES = 'notice.write';
export const PUBLISH_NOTICES = 'notice.publish';

const LINE_OF_KIND: Readonly<Record<string, Line>> = {
  DISTRICT_COMMITTEE: 'party',
  PARTY_WORKING_COMMITTEE: 'party',
  PARTY_COMMITTEE: 'party',
  RESIDENTS_COMMITTEE: 'residents',
  SERVICE_STATION: 'government',
  STATION_GROUP: 'government',
  SUBDISTRICT_OFFICE: 'government',
  COMMAND_CENTRE: 'government',
  SUPERVISION_CENTRE: 'government',
  DISTRICT_OFFICE: 'government',
  DEPARTMENT: 'government',
};

/** The one line an organisation speaks on, or null where it has none. */
export function lineOf(organisationKind: string | null): Line | null {
  const kind = organisationKind ?? '';
  return Object.hasOwn(LINE_OF_KIND, kind) ? (LINE_OF_KIND[kind] ?? null) : null;
}

/** Whether the present post may put up notices for an area, on its organisation's line. */
export function mayWriteFor(actor: Actor, area: string): boolean {
  return (
    may(actor, WRITE_NOTICES) &&
    lineOf(actor.organisationKind) !== null &&
    isWithin(actor.area, area)
  );
}

type Owned = Pick<Notice, 'area' | 'line' | 'author'>;

/** An author's own body, or one of the same line that answers for a wider area: a station doesn't touch its subdistrict's notices. */
function speaksFor(actor: Actor, { area, line, author }: Owned): boolean {
  if (lineOf(actor.organisationKind) !== line || !isWithin(actor.area, area)) return false;
  return (
    actor.rootOrganisation === author.organisation ||
    actor.area.lo.length < areaPrefix(author.area).length
  );
}

/** Whether the actor may make this move of the life cycle. */
export function mayMove(actor: Actor, notice: Owned, move: NoticeMove): boolean {
  if (move.capability === 'system') return actor.face === 'system';
  return may(actor, move.capability) && speaksFor(actor, notice);
}

/** What the present post may do with a notice now, in the order in which it is mostly done. */
export function movesOpenTo(actor: Actor, notice: Owned & Pick<Notice, 'state'>): NoticeMove[] {
  return noticeLife.movesFrom(notice.state).filter((move) => mayMove(actor, notice, move));
}
