import { dateOf, type PlainDate } from './dates.ts';

/** A suspension or another time that doesn't count; `to` null while it lasts. */
export type Pause = { readonly from: Date; readonly to: Date | null; readonly reason: string };
export type EndedPause = { readonly from: Date; readonly to: Date; readonly reason: string };
export type DayPause = {
  readonly first: PlainDate;
  readonly until: PlainDate;
  readonly reason: string;
};

/** From one moment to another. */
export type Stretch = { readonly from: Date; readonly to: Date };

const joinReasons = (a: string, b: string) => (a === b ? a : `${a}; ${b}`);

/** Ended pauses in order, overlaps joined so that no moment is taken out twice. */
export function mergePauses(pauses: readonly Pause[]): EndedPause[] {
  const merged: EndedPause[] = [];
  const ended = pauses.flatMap((p) => (p.to && p.to > p.from ? [{ ...p, to: p.to }] : []));
  for (const pause of ended.sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = merged.at(-1);
    if (last && pause.from <= last.to) {
      merged.splice(-1, 1, {
        from: last.from,
        to: new Date(Math.max(last.to.getTime(), pause.to.getTime())),
        reason: joinReasons(last.reason, pause.reason),
      });
    } else merged.push(pause);
  }
  return merged;
}

/** The days a pause takes out: that of its start and those after it, not that of its end. */
export function pausedDays(pauses: readonly EndedPause[], zone: string): DayPause[] {
  return pauses
    .map((p) => ({ first: dateOf(p.from, zone), until: dateOf(p.to, zone), reason: p.reason }))
    .filter((p) => p.first < p.until);
}

export function pauseOn(pauses: readonly DayPause[], day: PlainDate): DayPause | undefined {
  return pauses.find((p) => day >= p.first && day < p.until);
}

/** What is left of a stretch when the pauses (merged, in order) are taken out. */
export function subtractPauses(stretch: Stretch, pauses: readonly EndedPause[]): Stretch[] {
  const pieces: Stretch[] = [];
  let from = stretch.from;
  for (const pause of pauses) {
    if (pause.to <= from || pause.from >= stretch.to) continue;
    if (pause.from > from) pieces.push({ from, to: pause.from });
    from = pause.to;
  }
  if (from < stretch.to) pieces.push({ from, to: stretch.to });
  return pieces;
}
