import type { Db } from '#kernel/db/client.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import type { Education, Sex } from '#modules/people/pure.ts';
import type { Origin } from '../appointments/appointment.types.ts';
import type { OrganisationKind } from '../organisations/organisation.types.ts';
import type { AppointmentOut, OrganisationOut } from './bodies.columns.ts';

/** Every version of every organisation, with the contacts of today: what an export writes and an import reads. */
export async function listOrganisationsOut(db: Db, range: AreaRange): Promise<OrganisationOut[]> {
  const rows = await db
    .selectFrom('organisationVersion as v')
    .innerJoin('organisation as o', 'o.id', 'v.organisationId')
    .leftJoin('organisation as p', 'p.id', 'v.parentId')
    .select([
      'o.code',
      'o.kind',
      'o.area',
      'v.name',
      'v.nameEn',
      'p.code as parentCode',
      'o.telephone',
      'o.address',
      'o.email',
      'o.officeHours',
      'o.officeHoursEn',
      'o.duties',
      'o.dutiesEn',
      'o.affairs',
      'v.validFrom',
      'v.validTo',
    ])
    .where('o.area', '>=', range.lo)
    .where('o.area', '<', range.hi)
    .orderBy('o.code')
    .orderBy('v.validFrom')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as OrganisationKind,
    validFrom: row.validFrom as PlainDate,
    validTo: row.validTo as PlainDate | null,
  }));
}

/** Every appointment with its person, as far as the scope shows persons. */
export async function listAppointmentsOut(db: Db, range: AreaRange): Promise<AppointmentOut[]> {
  const rows = await db
    .selectFrom('appointment as a')
    .innerJoin('organisation as o', 'o.id', 'a.organisationId')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .select([
      'o.code as organisationCode',
      'a.holderName',
      'a.postCode',
      'a.organisationKind',
      'a.origin',
      'a.civilServant',
      'a.grids',
      'a.validFrom',
      'a.validTo',
      'p.code as personCode',
      'p.sex',
      'p.birthDate',
      'p.education',
      'p.telephone',
    ])
    .where('a.area', '>=', range.lo)
    .where('a.area', '<', range.hi)
    .orderBy('o.code')
    .orderBy('a.validFrom')
    .orderBy('a.postCode')
    .orderBy('p.code')
    .orderBy('a.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    organisationKind: row.organisationKind as OrganisationKind,
    origin: row.origin as Origin,
    sex: row.sex as Sex,
    education: row.education as Education | null,
    validFrom: row.validFrom as PlainDate,
    validTo: row.validTo as PlainDate | null,
  }));
}
