import { matterRoutes } from './matters/matters.routes.ts';

export const routes = [...matterRoutes];
