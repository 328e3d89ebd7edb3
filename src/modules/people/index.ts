export { peopleMessages } from './people.messages.ts';
export { findByTelephone, type Purpose, searchPersons } from './persons/find-by-telephone.ts';
export { initialsOf } from './persons/initials.ts';
export { findPerson, findPersonByAccount, linkAccount } from './persons/person.queries.ts';
export {
  findOrMakeReporter,
  type Reporter,
  type SavedPerson,
  savePersons,
} from './persons/save-person.ts';
export * from './pure.ts';
