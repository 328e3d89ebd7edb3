import { scopeOf } from '#kernel/db/scope.ts';
import { defineRoute, type Route } from '#kernel/http/route.ts';
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
  async handle({ world, actor, query }) {
    const rows = await world.database.withReadScope(scopeOf(actor), (db) =>
      readPresentCounts(db, rangeOf(actor, query.area), actor.rootOrganisation),
    );
    const sum = (name: string, key?: string) =>
      rows
        .filter((row) => row.name === name && (key === undefined || row.key === key))
        .reduce((total, row) => total + row.count, 0);
    return {
      open: sum('matters.owned'),
      overdue: sum('matters.overdue'),
      states: Object.fromEntries(OPEN_STATES.map((state) => [state, sum('matters.state', state)])),
    };
  },
});

export const dashboardRoutes: readonly Route[] = [dashboard, counts];
