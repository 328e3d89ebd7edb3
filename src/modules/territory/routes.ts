export { territoryRoutes as routes } from './territory.routes.ts';
