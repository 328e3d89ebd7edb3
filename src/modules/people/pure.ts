export { maskName, tidyName } from './persons/name.rules.ts';
export {
  EDUCATIONS,
  type Education,
  type MaskedPerson,
  type Person,
  type PersonGiven,
  SEXES,
  type Sex,
} from './persons/person.types.ts';
