import { systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { plainDateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { listPastHolders } from './appointments/appointments.queries.ts';
import type { AppointmentGiven, OrganisationGiven } from './imports/bodies-import.types.ts';
import { importBodies } from './imports/import-bodies.ts';
import { findIdentity } from './organisations/organisations.queries.ts';

let made = 0;
const SINCE = plainDateOf('2005-01-01');

export type MadeOrganisation = {
  readonly id: string;
  readonly code: string;
  readonly rootId: string;
};

/**
 * An organisation of an area that the register knows, made through the import. Parents are given by code.
 * A community's Party committee needs a parent in the Party tree.
 */
export async function anOrganisation(
  world: World,
  wanted: Partial<OrganisationGiven> & Pick<OrganisationGiven, 'kind' | 'area'>,
): Promise<MadeOrganisation> {
  made += 1;
  const value: OrganisationGiven = {
    code: `O${process.pid}x${made}`,
    name: `组织${made}`,
    nameEn: null,
    parentCode: null,
    telephone: null,
    address: null,
    email: null,
    officeHours: null,
    officeHoursEn: null,
    duties: null,
    dutiesEn: null,
    affairs: null,
    validFrom: SINCE,
    validTo: null,
    ...wanted,
  };
  const report = await importBodies(world, SYSTEM, { organisations: [{ line: 1, value }] });
  if (report.faults.length > 0) throw new Error(JSON.stringify(report.faults));
  const identity = await world.database.withReadScope(systemScope, (db) =>
    findIdentity(db, value.code),
  );
  if (!identity) throw new Error(`${value.code} was not made`);
  return { id: identity.id, code: value.code, rootId: identity.rootId };
}

/** A person in a post of an organisation (by code), made through the import. Returns the appointment's and the person's ids. */
export async function anAppointment(
  world: World,
  wanted: Partial<AppointmentGiven> & Pick<AppointmentGiven, 'organisationCode' | 'post'>,
): Promise<{ id: string; personId: string }> {
  made += 1;
  const personCode = wanted.personCode ?? `S${process.pid}x${made}`;
  const value: AppointmentGiven = {
    personCode,
    name: `张${made}`,
    sex: null,
    birthDate: null,
    education: null,
    telephone: null,
    origin: 'elected',
    civilServant: wanted.post === 'station_head',
    grids: null,
    validFrom: SINCE,
    validTo: null,
    ...wanted,
  };
  const report = await importBodies(world, SYSTEM, { appointments: [{ line: 1, value }] });
  if (report.faults.length > 0) throw new Error(JSON.stringify(report.faults));
  const holders = await world.database.withReadScope(systemScope, async (db) => {
    const identity = await findIdentity(db, value.organisationCode);
    return identity ? listPastHolders(db, identity.id) : [];
  });
  const held = holders.find(
    (one) => one.holderName === value.name && one.validFrom === value.validFrom,
  );
  if (!held) throw new Error('nobody was appointed');
  return { id: held.id, personId: held.personId };
}
