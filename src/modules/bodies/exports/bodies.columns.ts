import type { OutColumn } from '#kernel/tabular/tabular.ts';
import type { Education, peopleMessages, Sex } from '#modules/people/index.ts';
import type { Appointment } from '../appointments/appointment.types.ts';
import type { bodiesMessages } from '../bodies.messages.ts';
import type { Organisation } from '../organisations/organisation.types.ts';
import { AFFAIRS } from '../reference/affairs.types.ts';
import { POSTS } from '../reference/posts.types.ts';

type Words = (typeof bodiesMessages)['zh'];
type PersonWords = (typeof peopleMessages)['zh'];

export type OrganisationOut = Omit<Organisation, 'id' | 'rootId' | 'parentId'> & {
  readonly parentCode: string | null;
};

export type AppointmentOut = Pick<
  Appointment,
  | 'holderName'
  | 'postCode'
  | 'organisationKind'
  | 'origin'
  | 'civilServant'
  | 'grids'
  | 'validFrom'
  | 'validTo'
> & {
  readonly organisationCode: string;
  readonly personCode: string | null;
  readonly sex: Sex;
  readonly birthDate: string | null;
  readonly education: Education | null;
  readonly telephone: string | null;
};

/** The columns that the import reads back. */
export function organisationColumns({ headers, kinds }: Words): OutColumn<OrganisationOut>[] {
  return [
    { header: headers.code, value: (row) => row.code },
    { header: headers.kind, value: (row) => kinds[row.kind] },
    { header: headers.name, value: (row) => row.name },
    { header: headers.nameEn, value: (row) => row.nameEn },
    { header: headers.area, value: (row) => row.area },
    { header: headers.parent, value: (row) => row.parentCode },
    { header: headers.telephone, value: (row) => row.telephone },
    { header: headers.address, value: (row) => row.address },
    { header: headers.email, value: (row) => row.email },
    { header: headers.officeHours, value: (row) => row.officeHours },
    { header: headers.officeHoursEn, value: (row) => row.officeHoursEn },
    { header: headers.duties, value: (row) => row.duties },
    { header: headers.dutiesEn, value: (row) => row.dutiesEn },
    { header: headers.affairs, value: (row) => affairNames(row.affairs) },
    { header: headers.from, value: (row) => row.validFrom },
    { header: headers.to, value: (row) => row.validTo },
  ];
}

/** Chinese names whatever the language: the import splits at commas, which English names contain. */
function affairNames(codes: readonly string[]): string {
  return codes.map((code) => AFFAIRS.find((one) => one.code === code)?.zh ?? code).join('、');
}

/** The columns that the import reads back. */
export function appointmentColumns(
  { headers, origins }: Words,
  people: PersonWords,
): OutColumn<AppointmentOut>[] {
  const title = (row: AppointmentOut) =>
    POSTS[row.organisationKind].find((post) => post.code === row.postCode)?.zh ?? row.postCode;
  return [
    { header: headers.organisation, value: (row) => row.organisationCode },
    { header: headers.post, value: title },
    { header: headers.personName, value: (row) => row.holderName },
    { header: headers.personCode, value: (row) => row.personCode },
    { header: headers.sex, value: (row) => people.sexes[row.sex] },
    { header: headers.birthDate, value: (row) => row.birthDate },
    {
      header: headers.education,
      value: (row) => (row.education === null ? null : people.educations[row.education]),
    },
    { header: headers.telephone, value: (row) => row.telephone },
    { header: headers.origin, value: (row) => origins[row.origin] },
    { header: headers.civilServant, value: (row) => (row.civilServant ? headers.yes : headers.no) },
    { header: headers.grids, value: (row) => row.grids.join('、') },
    { header: headers.since, value: (row) => row.validFrom },
    { header: headers.until, value: (row) => row.validTo },
  ];
}
