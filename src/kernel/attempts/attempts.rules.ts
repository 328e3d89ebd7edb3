// When guessing has to wait: attempts are counted before they are tried, and after so many in a row comes a pause.

/** How many attempts in a row before a pause, and how long the pause is. */
export type AttemptLimit = { readonly attempts: number; readonly pauseMinutes: number };

export type Attempts = {
  readonly attempts: number;
  readonly lastAt: Date;
  readonly lockedUntil: Date | null;
};

export type AttemptVerdict =
  | { readonly allowed: true; readonly next: Attempts }
  | { readonly allowed: false; readonly minutes: number };

/**
 * Counts an attempt before it is tried, so that many at once cannot slip past the limit; success forgets the count.
 * The last one allowed already starts the pause. Attempts a whole pause apart do not add up.
 */
export function countAttempt(
  past: Attempts | undefined,
  now: Date,
  limit: AttemptLimit,
): AttemptVerdict {
  const pause = limit.pauseMinutes * 60_000;
  const left = (past?.lockedUntil?.getTime() ?? 0) - now.getTime();
  if (left > 0) return { allowed: false, minutes: Math.ceil(left / 60_000) };
  const fresh = !past || past.lockedUntil !== null || now.getTime() - past.lastAt.getTime() > pause;
  const attempts = fresh ? 1 : past.attempts + 1;
  const lockedUntil = attempts >= limit.attempts ? new Date(now.getTime() + pause) : null;
  return { allowed: true, next: { attempts, lastAt: now, lockedUntil } };
}
