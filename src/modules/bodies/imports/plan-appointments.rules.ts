// How a list of office holders changes the register: one person in one post from a day on; the same row again is the same appointment.
import { type AreaRange, isWithin } from '#kernel/pure/area.ts';
import { refusalToAppointment } from '../appointments/appointment.rules.ts';
import { postNamed } from '../reference/posts.types.ts';
import type { AppointmentGiven, BodiesFault, Lined } from './bodies-import.types.ts';
import type { OrganisationStored } from './plan-organisations.rules.ts';

export type AppointmentPlanned = {
  readonly line: number;
  readonly row: AppointmentGiven;
  readonly organisation: OrganisationStored;
  readonly postCode: string;
  readonly seats: number;
  readonly civilServant: boolean;
  readonly grids: readonly string[];
};

export type AppointmentsPlan = {
  readonly planned: readonly AppointmentPlanned[];
  readonly faults: readonly BodiesFault[];
};

type Fault = Pick<BodiesFault, 'column' | 'code' | 'value'>;
type Find = (code: string) => OrganisationStored | undefined;

export function planAppointments(
  rows: readonly Lined<AppointmentGiven>[],
  { find, reach }: { readonly find: Find; readonly reach: AreaRange },
): AppointmentsPlan {
  const planned: AppointmentPlanned[] = [];
  const faults: BodiesFault[] = [];
  const periods = new Map<string, AppointmentGiven[]>();
  for (const { line, value } of rows) {
    const one = plan(line, value, find, reach);
    const fault = 'column' in one ? one : overlapOf(periods, one);
    if (fault) faults.push({ file: 'appointments', line, ...fault });
    else planned.push(one as AppointmentPlanned);
  }
  return { planned, faults };
}

function plan(
  line: number,
  row: AppointmentGiven,
  find: Find,
  reach: AreaRange,
): AppointmentPlanned | Fault {
  const organisation = find(row.organisationCode);
  if (!organisation || !isWithin(reach, organisation.area))
    return {
      column: 'organisationCode',
      code: 'organisation_unknown',
      value: row.organisationCode,
    };
  const post = postNamed(organisation.kind, row.post);
  if (!post) return { column: 'post', code: 'post_unknown', value: row.post };
  if (row.validFrom < organisation.validFrom)
    return { column: 'validFrom', code: 'before_organisation', value: row.validFrom };
  const one = {
    line,
    row,
    organisation,
    postCode: post.code,
    seats: post.seats,
    civilServant: row.civilServant ?? false,
    grids: row.grids ?? [],
  };
  const refusal = refusalToAppointment(organisation.kind, { ...row, ...one });
  if (!refusal) return one;
  return { column: 'post', code: refusal.refused, value: row.post };
}

/** Nobody holds the same post twice at once; the same row twice is said once. */
function overlapOf(
  periods: Map<string, AppointmentGiven[]>,
  { row, organisation, postCode }: AppointmentPlanned,
): Fault | null {
  const person = row.personCode ?? `${row.name} ${row.birthDate ?? ''}`;
  const key = `${organisation.code} ${postCode} ${person}`;
  const others = periods.get(key) ?? [];
  const clash = others.find(
    (one) => one.validFrom < (row.validTo ?? '9999') && (one.validTo ?? '9999') > row.validFrom,
  );
  if (clash) return { column: 'validFrom', code: 'period_overlaps', value: row.validFrom };
  periods.set(key, [...others, row]);
  return null;
}
