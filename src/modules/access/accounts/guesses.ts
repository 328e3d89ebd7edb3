import type { AttemptLimit } from '#kernel/attempts/attempts.rules.ts';
import {
  attemptKey,
  type Begun,
  beginAttempt,
  forgetAttempts,
  takeBackAttempt,
} from '#kernel/attempts/attempts.ts';
import { systemScope } from '#kernel/db/scope.ts';
import type { World } from '#kernel/world.ts';

// GB/T 22239-2019 level 3 asks for a lock-out and leaves the numbers to us.
export const PASSWORD_LIMIT: AttemptLimit = { attempts: 5, pauseMinutes: 15 };
/** Codes sent to one telephone number: each costs money, and disturbs whoever owns the number. */
const CODES_TO_NUMBER: AttemptLimit = { attempts: 5, pauseMinutes: 15 };
/** Wrong codes for one number, however many codes were sent: a million codes last for years. */
const TRIES_OF_NUMBER: AttemptLimit = { attempts: 10, pauseMinutes: 15 };
/** One address: a household, an office or a mobile network's exit may stand behind it. */
const OF_PEER: AttemptLimit = { attempts: 30, pauseMinutes: 15 };

/** The key of a sign-in by password. Names nobody has are counted too, so that a lock does not tell which names exist. */
export const passwordKey = (world: World, username: string): string =>
  attemptKey(world, 'password', username.toLowerCase());

export const beginPassword = (world: World, username: string): Promise<Begun> =>
  beginAttempt(world, [{ key: passwordKey(world, username), limit: PASSWORD_LIMIT }]);

export async function endPassword(world: World, username: string): Promise<void> {
  await world.database.withScope(systemScope, (tx) =>
    forgetAttempts(tx, passwordKey(world, username)),
  );
}

/** Counts a code that is to be sent. */
export const beginCode = (world: World, telephone: string, peer: string): Promise<Begun> =>
  beginAttempt(world, [
    { key: attemptKey(world, 'code', telephone), limit: CODES_TO_NUMBER },
    { key: attemptKey(world, 'code-peer', peer), limit: OF_PEER },
  ]);

const tryKeys = (world: World, telephone: string, peer: string) => ({
  number: attemptKey(world, 'code-try', telephone),
  peer: attemptKey(world, 'code-try-peer', peer),
});

/** Counts a code that somebody gives. */
export function beginCodeTry(world: World, telephone: string, peer: string): Promise<Begun> {
  const keys = tryKeys(world, telephone, peer);
  return beginAttempt(world, [
    { key: keys.number, limit: TRIES_OF_NUMBER },
    { key: keys.peer, limit: OF_PEER },
  ]);
}

/** The code was right. */
export async function endCodeTry(world: World, telephone: string, peer: string): Promise<void> {
  const keys = tryKeys(world, telephone, peer);
  await world.database.withScope(systemScope, async (tx) => {
    await forgetAttempts(tx, keys.number);
    await takeBackAttempt(tx, keys.peer);
  });
}
