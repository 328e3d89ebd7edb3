// Who may hold which post: a station's head is a civil servant, and nobody is sent to or hired into a residents' committee.
import { type Refusal, refuse } from '#kernel/pure/refusal.ts';
import type { OrganisationKind } from '../organisations/organisation.types.ts';
import { postNamed } from '../reference/posts.types.ts';
import type { Appointment } from './appointment.types.ts';

export type AppointmentRefusal = Refusal<
  | 'post_unknown'
  | 'station_head_is_civil_servant'
  | 'residents_committee_is_elected'
  | 'period_backwards'
  | 'grids_of_workers_only'
>;

type Given = Pick<
  Appointment,
  'postCode' | 'origin' | 'civilServant' | 'grids' | 'validFrom' | 'validTo'
>;

/** The station carries the government's functions, so its head is the government's servant (domain: one committee, one residents' committee, one station). */
export function refusalToHead(
  kind: OrganisationKind,
  given: Pick<Given, 'postCode' | 'civilServant'>,
): AppointmentRefusal | null {
  const isHead = kind === 'SERVICE_STATION' && given.postCode === 'station_head';
  return isHead && !given.civilServant ? refuse('station_head_is_civil_servant') : null;
}

const SEATS = ['director', 'deputy_director', 'member'];

/** Organic Law of the Urban Residents' Committees, article 8: director, deputies and members are elected. */
export function refusalToSeat(
  kind: OrganisationKind,
  given: Pick<Given, 'postCode' | 'origin'>,
): AppointmentRefusal | null {
  const isSeat = kind === 'RESIDENTS_COMMITTEE' && SEATS.includes(given.postCode);
  return isSeat && given.origin !== 'elected' ? refuse('residents_committee_is_elected') : null;
}

export function refusalToAppointment(
  kind: OrganisationKind,
  given: Given,
): AppointmentRefusal | null {
  if (!postNamed(kind, given.postCode)) return refuse('post_unknown');
  if (given.validTo !== null && given.validTo <= given.validFrom) return refuse('period_backwards');
  if (given.grids.length > 0 && given.postCode !== 'household_worker')
    return refuse('grids_of_workers_only');
  return refusalToHead(kind, given) ?? refusalToSeat(kind, given);
}
