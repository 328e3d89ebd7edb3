import { sql } from 'kysely';
import type { Db } from '#kernel/db/client.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import type { OrganisationKind } from '../organisations/organisation.types.ts';
import { rankOfPost } from '../reference/posts.types.ts';
import type { Appointment, Origin } from './appointment.types.ts';

function selectAppointments(db: Db) {
  return db
    .selectFrom('appointment')
    .select([
      'id',
      'personId',
      'holderName',
      'postCode',
      'organisationId',
      'organisationKind',
      'area',
      'origin',
      'civilServant',
      'grids',
      'validFrom',
      'validTo',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAppointments>['execute']>>[number];

const appointmentOf = (row: Row): Appointment => ({
  ...row,
  organisationKind: row.organisationKind as OrganisationKind,
  origin: row.origin as Origin,
  validFrom: row.validFrom as PlainDate,
  validTo: row.validTo as PlainDate | null,
});

const rank = (one: Appointment) => rankOfPost(one.organisationKind, one.postCode);

function byPost(rows: readonly Row[]): Appointment[] {
  return rows
    .map(appointmentOf)
    .toSorted((a, b) => rank(a) - rank(b) || (a.holderName < b.holderName ? -1 : 1));
}

function holdingOn(db: Db, date: PlainDate) {
  return selectAppointments(db)
    .where('validFrom', '<=', date)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', date)]));
}

/** Who holds which post of an organisation on a day, highest post first. */
export async function holdersOf(
  db: Db,
  organisationId: string,
  date: PlainDate,
): Promise<Appointment[]> {
  return byPost(await holdingOn(db, date).where('organisationId', '=', organisationId).execute());
}

/** As `holdersOf`, for many organisations in one query. */
export async function holdersOfAll(
  db: Db,
  organisationIds: readonly string[],
  date: PlainDate,
): Promise<Appointment[]> {
  if (organisationIds.length === 0) return [];
  return byPost(await holdingOn(db, date).where('organisationId', 'in', organisationIds).execute());
}

/** Everybody in office in one area on a day. */
export async function listHolders(db: Db, area: string, date: PlainDate): Promise<Appointment[]> {
  return byPost(await holdingOn(db, date).where('area', '=', area).execute());
}

/** The posts a person holds on a day; two at once are two rows. */
export async function appointmentsOf(
  db: Db,
  personId: string,
  date: PlainDate,
): Promise<Appointment[]> {
  const rows = await holdingOn(db, date)
    .where('personId', '=', personId)
    .orderBy('validFrom')
    .orderBy('id')
    .execute();
  return rows.map(appointmentOf);
}

/** Everybody who ever held a post of an organisation, oldest first. */
export async function listPastHolders(db: Db, organisationId: string): Promise<Appointment[]> {
  const rows = await selectAppointments(db)
    .where('organisationId', '=', organisationId)
    .orderBy('validFrom')
    .orderBy('holderName')
    .execute();
  return rows.map(appointmentOf);
}

/** The household-area workers of a unit grid on a day: whose job this building is. */
export async function workersOfGrid(
  db: Db,
  area: string,
  grid: string,
  date: PlainDate,
): Promise<Appointment[]> {
  const query = holdingOn(db, date)
    .where('area', '=', area)
    .where('postCode', '=', 'household_worker')
    .where(sql<boolean>`${grid} = any (grids)`);
  return byPost(await query.execute());
}
