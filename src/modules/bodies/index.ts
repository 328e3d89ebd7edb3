export {
  appointmentsOf,
  holdersOf,
  holdersOfAll,
  listHolders,
  workersOfGrid,
} from './appointments/appointments.queries.ts';
export { type PostHeldBy, postsHeldBy } from './appointments/posts-held-by.ts';
export { bodiesMessages } from './bodies.messages.ts';
export { exportAppointments } from './exports/export-appointments.ts';
export type { BodiesFault, BodiesReport } from './imports/bodies-import.types.ts';
export { type BodiesRows, importBodies } from './imports/import-bodies.ts';
export { readBodiesFiles } from './imports/read-bodies-files.ts';
export {
  contactsOf,
  findBody,
  listBodiesAround,
  type NearBody,
  seatsOfBodies,
} from './organisations/bodies-around.queries.ts';
export { bodyName, englishBodyName } from './organisations/body-name.ts';
export { namedBodies } from './organisations/named-bodies.ts';
export {
  bodiesOf,
  findOrganisation,
  findOrganisationByCode,
  listIdentities,
  listOrganisations,
  listOrganisationVersions,
  type OrganisationFilter,
} from './organisations/organisations.queries.ts';
export {
  AFFAIR_GROUPS,
  type Appointment,
  isPrimaryPartyOrganisation,
  ORGANISATION_KINDS,
  type Organisation,
  type OrganisationKind,
  POSTS,
  type SecretariesReport,
  THREE_BODIES,
} from './pure.ts';
export { secretariesReport } from './reports/secretaries-report.ts';
export { findWhoIsWho } from './who/who.queries.ts';
export type { BodyShown, WhoIsWho } from './who/who.types.ts';
