import { dashboardRoutes } from './dashboards/dashboard.routes.ts';
import { deskRoutes } from './desk/desk.routes.ts';
import { exportRoutes } from './export/export.routes.ts';
import { hotlineRoutes } from './hotline/hotline.routes.ts';
import { intakeRoutes } from './intake/intake.routes.ts';
import { matterRoutes } from './matters/matters.routes.ts';
import { pastRoutes } from './past/past-matters.routes.ts';
import { portalRoutes } from './portal/portal.routes.ts';

export const routes = [
  ...matterRoutes,
  ...hotlineRoutes,
  ...intakeRoutes,
  ...deskRoutes,
  ...exportRoutes,
  ...pastRoutes,
  ...dashboardRoutes,
  ...portalRoutes,
];
