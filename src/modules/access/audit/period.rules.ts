// The journal's ids rise with time (UUIDv7), so a period is a range of its primary key and needs no index of its own.
import { addDays, instantOf, type PlainDate } from '#kernel/pure/dates.ts';

/** The least id that an instant's rows may have. */
export function leastIdAt(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** Ids of the days from `from` to `to`, both included; null where a side is open. */
export function idsOfDays(
  from: PlainDate | null,
  to: PlainDate | null,
): { readonly fromId: string | null; readonly beforeId: string | null } {
  return {
    fromId: from === null ? null : leastIdAt(instantOf(from)),
    beforeId: to === null ? null : leastIdAt(instantOf(addDays(to, 1))),
  };
}
