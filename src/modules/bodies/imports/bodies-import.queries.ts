import type { Db, Tx } from '#kernel/db/client.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import type { Appointment } from '../appointments/appointment.types.ts';
import type { OrganisationKind, OrganisationVersion } from '../organisations/organisation.types.ts';
import type { OrganisationStored } from './plan-organisations.rules.ts';

const ROWS_AT_ONCE = 500;

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
}

/** One import at a time: a second one waits here until the first has committed. */
export async function lockBodies(tx: Tx): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ key: 'lock.bodies', value: '{}' })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: '{}' }))
    .execute();
}

export async function listStoredOrganisations(db: Db): Promise<OrganisationStored[]> {
  const rows = await db.selectFrom('organisation').selectAll().execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as OrganisationKind,
    validFrom: row.validFrom as PlainDate,
    validTo: row.validTo as PlainDate | null,
  }));
}

export async function insertOrganisations(
  tx: Tx,
  organisations: readonly OrganisationStored[],
): Promise<void> {
  for (const rows of chunks(organisations))
    await tx
      .insertInto('organisation')
      .values(rows.map((row) => ({ ...row, affairs: [...row.affairs] })))
      .execute();
}

export async function updateOrganisation(
  tx: Tx,
  { id, ...row }: OrganisationStored,
): Promise<void> {
  const values = { ...row, affairs: [...row.affairs] };
  await tx.updateTable('organisation').set(values).where('id', '=', id).execute();
}

export async function insertVersions(
  tx: Tx,
  versions: readonly OrganisationVersion[],
): Promise<void> {
  for (const rows of chunks(versions))
    await tx.insertInto('organisationVersion').values(rows).execute();
}

export async function updateVersion(
  tx: Tx,
  { id, ...version }: OrganisationVersion,
): Promise<void> {
  await tx.updateTable('organisationVersion').set(version).where('id', '=', id).execute();
}

type PostRow = { id: string; organisationId: string; code: string; seats: number };

export async function listPosts(db: Db): Promise<PostRow[]> {
  return db.selectFrom('post').select(['id', 'organisationId', 'code', 'seats']).execute();
}

export async function insertPosts(tx: Tx, posts: readonly PostRow[]): Promise<void> {
  for (const rows of chunks(posts)) await tx.insertInto('post').values(rows).execute();
}

export type AppointmentStored = Appointment & { readonly postId: string };

export async function listStoredAppointments(
  db: Db,
  personIds: readonly string[],
): Promise<AppointmentStored[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom('appointment')
    .selectAll()
    .where('personId', 'in', personIds)
    .execute();
  return rows as unknown as AppointmentStored[];
}

export async function insertAppointments(
  tx: Tx,
  appointments: readonly AppointmentStored[],
): Promise<void> {
  for (const rows of chunks(appointments))
    await tx
      .insertInto('appointment')
      .values(rows.map((row) => ({ ...row, grids: [...row.grids] })))
      .execute();
}

export async function updateAppointment(tx: Tx, { id, ...row }: AppointmentStored): Promise<void> {
  const values = { ...row, grids: [...row.grids] };
  await tx.updateTable('appointment').set(values).where('id', '=', id).execute();
}
