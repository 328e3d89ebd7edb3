// A thing that changes its name keeps its code: each version holds from a day until the next one begins, and no two overlap.
import type { PlainDate } from '#kernel/pure/dates.ts';
import { type Refusal, refuse } from '#kernel/pure/refusal.ts';

export type Period = { readonly validFrom: PlainDate; readonly validTo: PlainDate | null };

export type Placement<V> =
  | { readonly act: 'update'; readonly old: V; readonly validTo: PlainDate | null }
  | { readonly act: 'insert'; readonly validTo: PlainDate | null; readonly close: V | null };

export type PeriodRefusal = Refusal<'period_backwards' | 'period_overlaps'>;

export function holdsOn(period: Period, date: PlainDate): boolean {
  return period.validFrom <= date && (period.validTo === null || date < period.validTo);
}

/**
 * Where a new version goes among those of one thing: a version that began the same day is updated, one still
 * running is closed on the new one's first day, and an older version ends where the next one begins.
 */
export function placeVersion<V extends Period>(
  versions: readonly V[],
  given: Period,
): Placement<V> | PeriodRefusal {
  if (given.validTo !== null && given.validTo <= given.validFrom) return refuse('period_backwards');
  const same = versions.find((version) => version.validFrom === given.validFrom);
  const later = versions
    .filter((version) => version.validFrom > given.validFrom)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0];
  if (later && given.validTo !== null && given.validTo > later.validFrom)
    return refuse('period_overlaps', { from: later.validFrom });
  const validTo = given.validTo ?? later?.validFrom ?? null;
  if (same) return { act: 'update', old: same, validTo };
  const running = versions.find((version) => holdsOn(version, given.validFrom));
  if (running && running.validTo !== null && running.validTo !== validTo)
    return refuse('period_overlaps', { from: running.validFrom });
  return { act: 'insert', validTo, close: running ?? null };
}
