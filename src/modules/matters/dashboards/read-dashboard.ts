import type { Db } from '#kernel/db/client.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import { areaPrefix, isWithin } from '#kernel/pure/area.ts';
import { addDays, dateOf, daysBetween, type PlainDate } from '#kernel/pure/dates.ts';
import { invalid } from '#kernel/pure/errors.ts';
import type { Language } from '#kernel/pure/messages.ts';
import type { World } from '#kernel/world.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { ruleFor } from '#modules/rulebook/pure.ts';
import { areaName, listAreas } from '#modules/territory/index.ts';
import type { Area } from '#modules/territory/pure.ts';
import { readNames } from '../matters/names.ts';
import { rangeOf } from '../matters/queue-filter.ts';
import { readCounts } from './dashboard.queries.ts';
import {
  type Counted,
  type DashboardPeriod,
  daysOf,
  figuresOf,
  keysOf,
  recordsOf,
  type Sums,
  sumsOf,
} from './dashboard.rules.ts';

/** Without a wish: the month up to today. Beyond two years a chart by day says nothing. */
const DEFAULT_DAYS = 30;
const MOST_DAYS = 731;

export type Asked = {
  readonly area?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Of the names of places and bodies. */
  readonly lang: Language;
};

/** Everything a dashboard shows, from one statement over the counters. @throws invalid period, not found area */
export async function readDashboard(world: World, db: Db, actor: Actor, asked: Asked) {
  const today = dateOf(world.clock.now());
  const period = periodOf(asked, today);
  const range = rangeOf(actor, asked.area);
  const [rows, areas, book] = await Promise.all([
    readCounts(db, { range, ...period, owner: actor.rootOrganisation }),
    listAreas(db, today),
    readRulebook(world, db),
  ]);
  const isDepartment = range.lo === range.hi;
  const code = (isDepartment ? undefined : asked.area) ?? range.lo.padEnd(12, '0').slice(0, 12);
  const where = isDepartment ? {} : { area: code };
  const sums = sumsOf(rows);
  const { lang } = asked;
  const nameOf = new Map(areas.map((area) => [area.code, areaName(lang, area)]));
  const whole = sums('');
  const { from, to } = period;
  const grouped = (name: 'category' | 'source', counter: string) =>
    keysOf(rows, counter).map((key) => ({
      key,
      received: {
        count: whole(counter, key),
        records: recordsOf({ ...where, from, to, order: 'newest', [name]: key }),
      },
    }));
  return {
    area: { code, name: nameOf.get(code) ?? '' },
    period,
    quickDays: ruleFor(book, 'express.window', today, code).days,
    badFrom: ruleFor(book, 'matter.rating', today, code).badFrom,
    whole: figuresOf(whole, where, period),
    communities: placesOf(areas, range, rows).map((area) => ({
      code: area.code,
      name: areaName(lang, area),
      kind: area.kind,
      subdistrict: area.parent ?? '',
      subdistrictName: nameOf.get(area.parent ?? '') ?? '',
      ...figuresOf(sums(areaPrefix(area.code)), { area: area.code }, period),
    })),
    categories: grouped('category', 'matters.category'),
    sources: grouped('source', 'matters.received'),
    days: daysOf(rows, daysIn(period)),
    bodies: await bodiesOf(world, db, rows, whole, where, lang),
  };
}

function periodOf({ from, to }: Asked, today: PlainDate): DashboardPeriod {
  const last = (to as PlainDate | undefined) ?? today;
  const first = (from as PlainDate | undefined) ?? addDays(last, 1 - DEFAULT_DAYS);
  const days = daysBetween(first, last);
  if (days < 0 || days > MOST_DAYS) throw invalid([{ field: 'from', code: 'period_impossible' }]);
  return { from: first, to: last };
}

function daysIn({ from, to }: DashboardPeriod): PlainDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

/** Every community and village of the range, silent ones included; for a department those that wait for it. */
function placesOf(areas: readonly Area[], range: AreaRange, rows: readonly Counted[]): Area[] {
  const named = new Set(rows.map((row) => row.area));
  return areas.filter(
    ({ kind, code }) =>
      (kind === 'community' || kind === 'village') && (isWithin(range, code) || named.has(code)),
  );
}

const MOST_BODIES = 40;

async function bodiesOf(
  world: World,
  db: Db,
  rows: readonly Counted[],
  sum: Sums,
  where: Readonly<Record<string, string>>,
  lang: Language,
) {
  const ids = keysOf(rows, 'matters.owned').slice(0, MOST_BODIES);
  const names = await readNames(world, db, lang, ids);
  return ids.map((id) => ({
    ...names.body(id),
    owned: { count: sum('matters.owned', id), records: recordsOf({ ...where, owner: id }) },
    overdue: {
      count: sum('matters.overdue', id),
      records: recordsOf({ ...where, owner: id, overdue: 'true' }),
    },
  }));
}
