import type { Route } from '#kernel/http/route.ts';
import { bodiesApi } from './bodies.routes.ts';
import { whoRoutes } from './who/who.routes.ts';

export const routes: readonly Route[] = [...bodiesApi, ...whoRoutes];
