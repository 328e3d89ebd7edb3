import { AppError } from '#kernel/pure/errors.ts';

const WINDOW_MS = 60_000;
/** Above this many peers the oldest windows are dropped: memory stays bounded under a flood. */
const MAX_KEYS = 20_000;
const windows = new Map<string, { from: number; calls: number }>();

/**
 * Counts a call in a fixed window of one minute; the one too many is refused with the seconds to wait. Per process, in
 * memory: it keeps a flood from the process, whereas guesses at secrets are counted in the database (kernel/attempts).
 */
export function allow(key: string, perMinute: number, now: Date): void {
  const seconds = secondsToWait(key, perMinute, now);
  if (seconds > 0) throw new AppError('rate_limited', 'too_many_calls', { facts: { seconds } });
}

/** As `allow`, for those who answer by themselves. */
export const isAllowed = (key: string, perMinute: number, now: Date): boolean =>
  secondsToWait(key, perMinute, now) === 0;

function secondsToWait(key: string, perMinute: number, now: Date): number {
  const at = now.getTime();
  const window = windows.get(key);
  if (!window || at - window.from >= WINDOW_MS) {
    if (windows.size >= MAX_KEYS) windows.delete(windows.keys().next().value ?? '');
    windows.set(key, { from: at, calls: 1 });
    return 0;
  }
  window.calls += 1;
  return window.calls > perMinute ? Math.ceil((window.from + WINDOW_MS - at) / 1000) : 0;
}
