import type { Tx } from '#kernel/db/client.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { parsePhone } from '#kernel/pure/identifiers.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import type { World } from '#kernel/world.ts';
import { initialsOf } from './initials.ts';
import { tailOf, tidyName } from './name.rules.ts';
import {
  findPersonByAccount,
  insertPersons,
  listByTelephone,
  listForImport,
  updatePerson,
} from './person.queries.ts';
import type { Person, PersonGiven } from './person.types.ts';

function stored(world: World, person: Person) {
  const name = tidyName(person.name);
  return {
    ...person,
    name,
    nameTail: tailOf(name),
    initials: initialsOf(name),
    createdAt: world.clock.now(),
  };
}

export type Reporter = {
  readonly name: string;
  readonly telephone: string | null;
  readonly area: string;
};

/**
 * The person who speaks: the one linked to the account of somebody signed in, else one of the same name and telephone
 * whom the actor may see, else a new one. Somebody who isn't signed in sees nobody, so he is always new.
 * `created` says which.
 */
export async function findOrMakeReporter(
  tx: Tx,
  world: World,
  actor: Actor,
  reporter: Reporter,
): Promise<{ id: string; created: boolean }> {
  const known = await findKnown(tx, world, actor, reporter);
  if (known) return { id: known.id, created: false };
  const id = world.newId();
  const person: Person = {
    id,
    code: null,
    area: reporter.area,
    name: reporter.name,
    sex: '0',
    birthDate: null,
    education: null,
    telephone: numberOf(world, reporter.telephone),
    account: actor.face === 'self' ? actor.account : null,
  };
  await insertPersons(tx, [stored(world, person)]);
  await tell(tx, world, actor, person, 'person.added');
  return { id, created: true };
}

function numberOf(world: World, telephone: string | null): string | null {
  if (telephone === null) return null;
  const phone = parsePhone(telephone, { testNumbers: world.settings.demo });
  return isRefusal(phone) ? telephone.trim() : phone.number;
}

async function findKnown(
  tx: Tx,
  world: World,
  actor: Actor,
  reporter: Reporter,
): Promise<Person | undefined> {
  if (actor.face === 'self' && actor.account !== null)
    return findPersonByAccount(tx, actor.account);
  const telephone = numberOf(world, reporter.telephone);
  if (telephone === null || actor.face === 'public') return undefined;
  const name = tidyName(reporter.name);
  return (await listByTelephone(tx, telephone)).find((person) => person.name === name);
}

export type SavedPerson = {
  readonly id: string;
  readonly outcome: 'added' | 'changed' | 'unchanged';
};

/**
 * Saves people from a list, each found again by the list's own number, else by name and birth date. Answers in the order
 * given; a field the list leaves empty keeps what is known, and nobody moves to another area by standing in a list there.
 */
export async function savePersons(
  tx: Tx,
  world: World,
  actor: Actor,
  given: readonly PersonGiven[],
): Promise<SavedPerson[]> {
  const names = [...new Set(given.map((person) => tidyName(person.name)))];
  const known = await listForImport(tx, names);
  const fresh: Person[] = [];
  const saved: SavedPerson[] = [];
  for (const one of given) {
    const person = { ...one, name: tidyName(one.name), telephone: numberOf(world, one.telephone) };
    const old = [...known, ...fresh].find((each) => isSamePerson(each, person));
    if (!old) {
      const added = { ...person, id: world.newId(), account: null };
      fresh.push(added);
      saved.push({ id: added.id, outcome: 'added' });
      continue;
    }
    saved.push({ id: old.id, outcome: await change(tx, world, actor, old, person, fresh) });
  }
  await insertPersons(
    tx,
    fresh.map((person) => stored(world, person)),
  );
  for (const person of fresh) await tell(tx, world, actor, person, 'person.added');
  return saved;
}

function isSamePerson(person: Person, given: PersonGiven): boolean {
  if (person.code !== null && given.code !== null) return person.code === given.code;
  return person.name === given.name && person.birthDate === given.birthDate;
}

async function change(
  tx: Tx,
  world: World,
  actor: Actor,
  old: Person,
  given: PersonGiven,
  fresh: readonly Person[],
): Promise<'changed' | 'unchanged'> {
  if (fresh.includes(old)) return 'unchanged';
  const next: Person = {
    ...old,
    code: given.code ?? old.code,
    sex: given.sex === '0' ? old.sex : given.sex,
    birthDate: given.birthDate ?? old.birthDate,
    education: given.education ?? old.education,
    telephone: given.telephone ?? old.telephone,
  };
  const isSame = (Object.keys(next) as (keyof Person)[]).every((key) => next[key] === old[key]);
  if (isSame) return 'unchanged';
  await updatePerson(tx, stored(world, next));
  await tell(tx, world, actor, next, 'person.changed');
  return 'changed';
}

async function tell(tx: Tx, world: World, actor: Actor, person: Person, verb: string) {
  await writeJournal(tx, world, actor, {
    subject: { kind: 'person', id: person.id },
    verb,
    area: person.area,
  });
}
