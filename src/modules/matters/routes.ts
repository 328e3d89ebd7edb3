import { hotlineRoutes } from './hotline/hotline.routes.ts';
import { matterRoutes } from './matters/matters.routes.ts';

export const routes = [...matterRoutes, ...hotlineRoutes];
