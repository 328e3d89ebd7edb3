import type { Tx } from '#kernel/db/client.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import { maskPhone, parsePhone } from '#kernel/pure/identifiers.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import type { World } from '#kernel/world.ts';
import { maskName } from './name.rules.ts';
import { listByName, listByTelephone } from './person.queries.ts';
import type { MaskedPerson, Person } from './person.types.ts';

/** Why somebody's data is looked at, e.g. 'intake.telephone'; the disclosure log keeps it. */
export type Purpose = string;

/**
 * Who calls: everybody with that number whom the actor's area shows. Each call writes one journal row, found or not,
 * with the number only as a keyed hash. An unreadable number finds nobody.
 */
export async function findByTelephone(
  tx: Tx,
  world: World,
  actor: Actor,
  telephone: string,
  purpose: Purpose,
): Promise<Person[]> {
  const phone = parsePhone(telephone, { testNumbers: world.settings.demo });
  if (isRefusal(phone)) return [];
  const persons = await listByTelephone(tx, phone.number);
  await tellLookUp(tx, world, actor, purpose, {
    by: 'telephone',
    key: world.secrets.mac('telephone', phone.number),
    found: persons.length,
  });
  return persons;
}

const SHOWN = 20;

/** A search by name, given name or initials; what comes back is masked. One journal row for each query. */
export async function searchPersons(
  tx: Tx,
  world: World,
  actor: Actor,
  query: { readonly text: string; readonly range: AreaRange; readonly purpose: Purpose },
): Promise<MaskedPerson[]> {
  const text = query.text.trim();
  if (text === '') return [];
  const persons = await listByName(tx, { text, range: query.range, limit: SHOWN });
  await tellLookUp(tx, world, actor, query.purpose, {
    by: 'name',
    key: world.secrets.mac('name', text),
    found: persons.length,
  });
  return persons.map(masked);
}

export function masked(person: Person): MaskedPerson {
  return {
    id: person.id,
    area: person.area,
    surname: maskName(person.name),
    sex: person.sex,
    telephoneTail: person.telephone === null ? null : maskPhone(person.telephone).slice(-4),
  };
}

async function tellLookUp(
  tx: Tx,
  world: World,
  actor: Actor,
  purpose: Purpose,
  codes: { by: string; key: string; found: number },
): Promise<void> {
  await writeJournal(tx, world, actor, {
    subject: { kind: 'person.search', id: world.newId() },
    verb: 'person.looked_up',
    area: actor.area.lo.padEnd(12, '0').slice(0, 12),
    purpose,
    codes,
  });
}
