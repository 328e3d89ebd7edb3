export { type AppointmentRefusal, refusalToAppointment } from './appointments/appointment.rules.ts';
export { type Appointment, ORIGINS, type Origin } from './appointments/appointment.types.ts';
export {
  isOfParty,
  isPrimaryPartyOrganisation,
  organisationForest,
  THREE_BODIES,
} from './organisations/organisation.rules.ts';
export {
  ORGANISATION_CODE,
  ORGANISATION_KINDS,
  type Organisation,
  type OrganisationKind,
  type OrganisationNode,
  type OrganisationVersion,
} from './organisations/organisation.types.ts';
export { AFFAIR_GROUPS, AFFAIRS, type Affair } from './reference/affairs.types.ts';
export { POSTS, type PostTitle } from './reference/posts.types.ts';
export type { SecretariesReport } from './reports/secretaries.rules.ts';
