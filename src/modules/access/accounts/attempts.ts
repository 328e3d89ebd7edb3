import { systemScope } from '#kernel/db/scope.ts';
import type { World } from '#kernel/world.ts';
import {
  forgetAttempts,
  forgetAttemptsBefore,
  lockAttempts,
  saveAttempts,
} from './attempts.queries.ts';
import { type AttemptLimit, type AttemptVerdict, countAttempt } from './attempts.rules.ts';

const KEPT_MS = 24 * 60 * 60 * 1000;

/** The key of a sign-in by password. Names nobody has are counted too, so that a lock does not tell which names exist. */
export const passwordKey = (username: string): string => `password:${username.toLowerCase()}`;

/** The key of codes to one telephone number; the number itself is not kept. */
export const codeKey = (world: World, telephone: string): string =>
  `code:${world.secrets.mac('telephone-attempts', telephone)}`;

/** Counts one attempt and says whether it may be tried. */
export async function beginAttempt(
  world: World,
  key: string,
  limit: AttemptLimit,
): Promise<AttemptVerdict> {
  const now = world.clock.now();
  return world.database.withScope(systemScope, async (tx) => {
    const verdict = countAttempt(await lockAttempts(tx, key, now), now, limit);
    if (verdict.allowed) await saveAttempts(tx, key, verdict.next);
    return verdict;
  });
}

/** Success: the next failure is the first again. */
export async function endAttempts(world: World, key: string): Promise<void> {
  await world.database.withScope(systemScope, (tx) => forgetAttempts(tx, key));
}

/** Removes counts nobody needs any more. */
export async function purgeAttempts(world: World): Promise<void> {
  const before = new Date(world.clock.now().getTime() - KEPT_MS);
  await world.database.withScope(systemScope, (tx) => forgetAttemptsBefore(tx, before));
}
