import { scopeOf } from '#kernel/db/scope.ts';
import { defineRoute, type Route } from '#kernel/http/route.ts';
import { readNames } from '../matters/names.ts';
import { rangeOf } from '../matters/queue-filter.ts';
import { matterDashboard, queueCounts } from './dashboard.contract.ts';
import { readPresentCounts } from './dashboard.queries.ts';
import { OPEN_STATES } from './dashboard.rules.ts';
import { readDashboard } from './read-dashboard.ts';

const dashboard = defineRoute(matterDashboard, {
  face: 'staff',
  capability: 'dashboard.read',
  sample: () => ({}),
  handle: ({ world, actor, lang, query }) =>
    world.database.withReadScope(scopeOf(actor), (db) =>
      readDashboard(world, db, actor, { ...query, lang }),
    ),
});

const counts = defineRoute(queueCounts, {
  face: 'staff',
  capability: 'matter.read',
  sample: () => ({}),
  async handle({ world, actor, lang, query }) {
    const { rows, names } = await world.database.withReadScope(scopeOf(actor), async (db) => {
      const range = rangeOf(actor, query.area);
      const rows = await readPresentCounts(db, range, actor.rootOrganisation);
      return { rows, names: await readNames(world, db, lang, ownersIn(rows)) };
    });
    const sum = (name: string, key?: string) =>
      rows
        .filter((row) => row.name === name && (key === undefined || row.key === key))
        .reduce((total, row) => total + row.count, 0);
    return {
      open: sum('matters.owned'),
      overdue: sum('matters.overdue'),
      states: Object.fromEntries(OPEN_STATES.map((state) => [state, sum('matters.state', state)])),
      owners: ownersIn(rows).map((id) => ({ ...names.body(id), count: sum('matters.owned', id) })),
    };
  },
});

/** The bodies that own something now, most first. */
const ownersIn = (rows: Awaited<ReturnType<typeof readPresentCounts>>): string[] =>
  rows
    .filter(({ name, count }) => name === 'matters.owned' && count > 0)
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);

export const dashboardRoutes: readonly Route[] = [dashboard, counts];
