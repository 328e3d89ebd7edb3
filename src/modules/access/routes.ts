import type { Route } from '#kernel/http/route.ts';
import { accountRoutes } from './accounts/accounts.routes.ts';
import { sessionRoutes } from './actors/session.routes.ts';
import { auditRoutes } from './audit/audit.routes.ts';
import { demoRoutes } from './demo/demo.routes.ts';
import { signInRoutes } from './sign-in/sign-in.routes.ts';

export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...accountRoutes,
  ...demoRoutes,
  ...signInRoutes,
  ...auditRoutes,
];
