import type { PageRoute } from '#kernel/http/route.ts';
import { answeredRoutes } from './answered/answered.routes.ts';
import { linkRoutes } from './department-link/department-link.routes.ts';
import { fileRoutes } from './files.routes.ts';
import { placeRoutes } from './place-pages/place-pages.routes.ts';
import { sayRoutes } from './say/say.routes.ts';
import { mineRoutes } from './track/mine.routes.ts';
import { trackRoutes } from './track/track.routes.ts';

/** Every page of matters on the portal. */
export const portalRoutes: readonly PageRoute[] = [
  ...placeRoutes,
  ...sayRoutes,
  ...trackRoutes,
  ...mineRoutes,
  ...answeredRoutes,
  ...linkRoutes,
  ...fileRoutes,
];
