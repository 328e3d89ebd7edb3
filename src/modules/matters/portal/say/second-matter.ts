import { systemScope } from '#kernel/db/scope.ts';
import type { Cookies } from '#kernel/http/route.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { type Actor, SYSTEM } from '#kernel/pure/actor.ts';
import { notFound } from '#kernel/pure/errors.ts';
import { type Refusal, refuse } from '#kernel/pure/refusal.ts';
import type { World } from '#kernel/world.ts';
import { insertSeconding, lockOpenPublic } from './similar.queries.ts';

const COOKIE = 'voice';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** One voice a person: the account where there is one, else this browser. */
export function voiceOf(world: World, actor: Actor, cookies: Cookies): string {
  if (actor.account !== null) return `account:${actor.account}`;
  const known = cookies.get(COOKIE);
  const id = known ?? world.newId();
  if (known === undefined) cookies.set(COOKIE, id, YEAR_SECONDS);
  return `browser:${id}`;
}

/**
 * Counts one more voice on an open public matter, once. Nobody in the public face may see or change such a row,
 * so this runs as the system and touches the one counter only. @throws not found
 */
export async function secondMatter(
  world: World,
  actor: Actor,
  number: string,
  voice: string,
): Promise<Refusal | null> {
  return world.database.withScope(systemScope, async (tx) => {
    const matter = await lockOpenPublic(tx, number);
    if (!matter) throw notFound('matter');
    if (actor.account !== null && matter.reporterAccount === actor.account)
      return refuse('own_matter');
    const at = world.clock.now();
    if (!(await insertSeconding(tx, { matter: matter.id, voice, at })))
      return refuse('seconded_already');
    await writeJournal(tx, world, SYSTEM, {
      subject: { kind: 'matter', id: matter.id },
      verb: 'second',
      area: matter.area,
    });
    return null;
  });
}
