import type { PlainDate } from '#kernel/pure/dates.ts';
import type { Education, Sex } from '#modules/people/pure.ts';
import type { Origin } from '../appointments/appointment.types.ts';
import type { OrganisationKind } from '../organisations/organisation.types.ts';

export type Lined<T> = { readonly line: number; readonly value: T };

/** One row of a list of organisations: one version of one organisation. */
export type OrganisationGiven = {
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly nameEn: string | null;
  readonly area: string;
  readonly parentCode: string | null;
  readonly telephone: string | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly officeHours: string | null;
  readonly officeHoursEn: string | null;
  readonly duties: string | null;
  readonly dutiesEn: string | null;
  readonly affairs: readonly string[] | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};

/** One row of a list of office holders: one person in one post. */
export type AppointmentGiven = {
  readonly organisationCode: string;
  /** The post by its code or title. */
  readonly post: string;
  readonly personCode: string | null;
  readonly name: string;
  readonly sex: Sex | null;
  readonly birthDate: PlainDate | null;
  readonly education: Education | null;
  readonly telephone: string | null;
  readonly origin: Origin;
  readonly civilServant: boolean | null;
  readonly grids: readonly string[] | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};

export type BodiesFile = 'organisations' | 'appointments';

/** One thing wrong with one cell of one file. */
export type BodiesFault = {
  readonly file: BodiesFile;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly value: string;
};

export type Tally = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
};

export type BodiesReport = {
  /** Nothing was written: this is what an import would do. */
  readonly dryRun: boolean;
  readonly organisations: Tally;
  readonly persons: Tally;
  readonly appointments: Tally;
  readonly faults: readonly BodiesFault[];
};
