// How the rows of the counters become the figures of a dashboard, each with the queue that lists its records.
import type { PlainDate } from '#kernel/pure/dates.ts';

export type Counted = {
  readonly name: string;
  readonly area: string | null;
  readonly key: string | null;
  readonly day: string | null;
  readonly count: number;
};
export type DashboardPeriod = { readonly from: PlainDate; readonly to: PlainDate };
export type MatterFigure = { readonly count: number; readonly records: string };

export const OUTCOMES = [
  'solved_quick',
  'solved_later',
  'unsolved',
  'unconfirmed',
  'answered',
  'open',
  'elsewhere',
] as const;
export const OPEN_STATES = ['RECEIVED', 'IN_HAND', 'SUSPENDED', 'CHECKING'] as const;
export const RATINGS = ['1', '2', '3', '4', '5'] as const;

type Conditions = Readonly<Record<string, string>>;

/** The queue behind a number. */
export function recordsOf(conditions: Conditions): string {
  const pairs = Object.entries(conditions).map(
    ([key, value]) => `${key}=${encodeURIComponent(value)}`,
  );
  return `/matters?${pairs.join('&')}`;
}

export type Sums = (name: string, key?: string) => number;

/** Sums over areas that begin with `prefix`, by indicator and key; all keys of an indicator where none is given. */
export function sumsOf(rows: readonly Counted[]): (prefix: string) => Sums {
  const byKey = new Map<string, number>();
  const add = (id: string, count: number) => byKey.set(id, (byKey.get(id) ?? 0) + count);
  for (const { name, area, key, count } of rows) {
    if (area === null) continue;
    for (const prefix of ['', area.slice(0, 9), area]) {
      add(`${prefix} ${name} ${key}`, count);
      add(`${prefix} ${name} `, count);
    }
  }
  return (prefix) =>
    (name, key = '') =>
      byKey.get(`${prefix} ${name} ${key}`) ?? 0;
}

/** All figures of one place; `where` are the conditions that name the place. */
export function figuresOf(sums: Sums, where: Conditions, { from, to }: DashboardPeriod) {
  const figure = (count: number, conditions: Conditions): MatterFigure => ({
    count,
    records: recordsOf({ ...where, ...conditions }),
  });
  const closed = { from, to, by: 'closed' };
  const each = (keys: readonly string[], of: (key: string) => MatterFigure) =>
    Object.fromEntries(keys.map((key) => [key, of(key)]));
  return {
    received: figure(sums('matters.received'), { from, to, order: 'newest' }),
    outcome: each(OUTCOMES, (outcome) =>
      figure(sums('matters.outcome', outcome), { from, to, outcome }),
    ),
    onTime: {
      yes: figure(sums('matters.on_time', 'yes'), { ...closed, onTime: 'yes' }),
      no: figure(sums('matters.on_time', 'no'), { ...closed, onTime: 'no' }),
    },
    ratings: each(RATINGS, (rating) =>
      figure(sums('matters.rating', rating), { ...closed, rating }),
    ),
    open: figure(sums('matters.owned'), {}),
    states: each(OPEN_STATES, (state) => figure(sums('matters.state', state), { state })),
    overdue: figure(sums('matters.overdue'), { overdue: 'true' }),
  };
}

/** Keys of an indicator, most first. */
export function keysOf(rows: readonly Counted[], name: string): string[] {
  const sums = new Map<string, number>();
  for (const row of rows) {
    if (row.name !== name || row.area === null || row.key === null) continue;
    sums.set(row.key, (sums.get(row.key) ?? 0) + row.count);
  }
  return [...sums]
    .filter(([, count]) => count !== 0)
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([key]) => key);
}

/** What was received and closed on each day of the period, days of nothing included. */
export function daysOf(rows: readonly Counted[], days: readonly PlainDate[]) {
  const byDay = new Map<string, number>();
  for (const { name, area, day, count } of rows)
    if (area === null && day !== null) byDay.set(`${name} ${day}`, count);
  return days.map((day) => ({
    day,
    received: byDay.get(`matters.received ${day}`) ?? 0,
    closed: byDay.get(`matters.closed ${day}`) ?? 0,
  }));
}
