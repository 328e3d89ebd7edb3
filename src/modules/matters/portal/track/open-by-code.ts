import type { AttemptLimit } from '#kernel/attempts/attempts.rules.ts';
import {
  attemptKey,
  beginAttempt,
  forgetAttempts,
  takeBackAttempt,
} from '#kernel/attempts/attempts.ts';
import { systemScope } from '#kernel/db/scope.ts';
import type { World } from '#kernel/world.ts';
import { isQueryCode, trackingOf } from '../../messages/tracking.ts';
import { findTracked } from './track.queries.ts';

/** Guesses at one number's query code from one address: with a million codes, years. */
const OF_PAIR: AttemptLimit = { attempts: 5, pauseMinutes: 15 };
/** From everywhere together; more, so that nobody keeps a reporter out of his own matter by guessing beside him. */
const OF_NUMBER: AttemptLimit = { attempts: 50, pauseMinutes: 15 };
/** Guesses from one address, which a whole building may share: one code each at many numbers takes years as well. */
const OF_PEER: AttemptLimit = { attempts: 30, pauseMinutes: 15 };

export type Opened =
  | { readonly token: string }
  | { readonly isWrong: true }
  | { readonly minutes: number };

/** The tracking link of a number whose code was said; which of the two is wrong is not told. */
export async function openByCode(
  world: World,
  number: string,
  code: string,
  peer: string,
): Promise<Opened> {
  const ofPair = attemptKey(world, 'track-pair', `${number} ${peer}`);
  const ofNumber = attemptKey(world, 'track', number);
  const ofPeer = attemptKey(world, 'track-peer', peer);
  const begun = await beginAttempt(world, [
    { key: ofPair, limit: OF_PAIR },
    { key: ofNumber, limit: OF_NUMBER },
    { key: ofPeer, limit: OF_PEER },
  ]);
  if (!begun.allowed) return { minutes: begun.minutes };
  const matter = await world.database.withReadScope(systemScope, (db) => findTracked(db, number));
  if (!matter || !isQueryCode(world, matter.id, code)) return { isWrong: true };
  await world.database.withScope(systemScope, async (tx) => {
    await forgetAttempts(tx, ofPair);
    await takeBackAttempt(tx, ofNumber);
    await takeBackAttempt(tx, ofPeer);
  });
  return { token: trackingOf(world, matter).token };
}
