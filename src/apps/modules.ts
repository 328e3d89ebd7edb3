import type { Route } from '#kernel/http/route.ts';
import { progressRoutes } from '#kernel/jobs/progress.routes.ts';
import { routes as access } from '#modules/access/routes.ts';
import { routes as bodies } from '#modules/bodies/routes.ts';
import { routes as matters } from '#modules/matters/routes.ts';
import { routes as publications } from '#modules/publications/routes.ts';
import { routes as rulebook } from '#modules/rulebook/routes.ts';
import { routes as territory } from '#modules/territory/routes.ts';
import { jobs } from './jobs.ts';
import { liveRoutes } from './server/live.routes.ts';
import { preferenceRoutes } from './server/preferences.routes.ts';
import { statementRoutes } from './server/statement.routes.ts';

/** Every route and page of the product by module; each module adds its list here (and its jobs to jobs.ts). */
export const routesByModule: Readonly<Record<string, readonly Route[]>> = {
  rulebook,
  territory,
  bodies,
  access,
  publications,
  matters,
  common: [...progressRoutes(jobs), ...liveRoutes, ...preferenceRoutes, ...statementRoutes],
};

export const allRoutes: readonly Route[] = Object.values(routesByModule).flat();
