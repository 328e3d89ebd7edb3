import type { Route } from '#kernel/http/route.ts';
import { boardRoutes } from './notices/board.routes.ts';
import { deskRoutes } from './notices/desk.routes.ts';
import { noticeRoutes } from './notices/notices.routes.ts';

export const routes: readonly Route[] = [...noticeRoutes, ...deskRoutes, ...boardRoutes];
