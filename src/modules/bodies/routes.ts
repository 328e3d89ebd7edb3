import type { Route } from '#kernel/http/route.ts';
import { bodiesApi } from './bodies.routes.ts';
import { importTextRoutes } from './staff/import-texts.routes.ts';
import { whoRoutes } from './who/who.routes.ts';

export const routes: readonly Route[] = [...bodiesApi, ...whoRoutes, ...importTextRoutes];
