import { scopeOf } from '#kernel/db/scope.ts';
import { defineRoute, type Route } from '#kernel/http/route.ts';
import { matterDashboard } from './dashboard.contract.ts';
import { readDashboard } from './read-dashboard.ts';

const dashboard = defineRoute(matterDashboard, {
  face: 'staff',
  capability: 'dashboard.read',
  sample: () => ({}),
  handle: ({ world, actor, query }) =>
    world.database.withReadScope(scopeOf(actor), (db) => readDashboard(world, db, actor, query)),
});

export const dashboardRoutes: readonly Route[] = [dashboard];
