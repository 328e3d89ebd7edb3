import type { World } from './world.ts';

type Kept<T> = { readonly until: number; readonly value: T };

/** What changes a few times a year and is wanted by each page: read once a minute in each process. */
const KEPT_MS = 60_000;

/**
 * Keeps what `read` found for a minute. `isEnough` may refuse what is kept: it is then read anew, so that what was
 * added a second ago is found at once, and only what was renamed takes a minute.
 */
export function keepAMinute<Source, T>(
  read: (world: World, source: Source) => Promise<T>,
): (world: World, source: Source, isEnough?: (value: T) => boolean) => Promise<T> {
  const kept = new WeakMap<World, Kept<T>>();
  return async (world, source, isEnough = () => true) => {
    const now = world.clock.now().getTime();
    const known = kept.get(world);
    if (known && known.until > now && known.until - now <= KEPT_MS && isEnough(known.value))
      return known.value;
    const value = await read(world, source);
    kept.set(world, { until: now + KEPT_MS, value });
    return value;
  };
}
