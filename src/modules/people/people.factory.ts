import { systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import type { PersonGiven } from './persons/person.types.ts';
import { savePersons } from './persons/save-person.ts';

let made = 0;

/** A person of an area, saved as an import would. Returns the id. */
export async function aPerson(
  world: World,
  area: string,
  over: Partial<PersonGiven> = {},
): Promise<string> {
  made += 1;
  const given: PersonGiven = {
    code: `P${process.pid}-${made}`,
    area,
    name: '王小明',
    sex: '1',
    birthDate: null,
    education: null,
    telephone: null,
    ...over,
  };
  const [saved] = await world.database.withScope(systemScope, (tx) =>
    savePersons(tx, world, SYSTEM, [given]),
  );
  if (!saved) throw new Error('nobody was saved');
  return saved.id;
}
