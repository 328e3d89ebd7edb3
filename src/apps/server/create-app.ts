import { join } from 'node:path';
import { Hono } from 'hono';
import { compressText } from '#kernel/http/compress.ts';
import { limitBodies, limitTime } from '#kernel/http/limits.ts';
import { openMetrics } from '#kernel/http/metrics.ts';
import { mountRoutes, type Wiring } from '#kernel/http/mount.ts';
import { refuseOtherSites } from '#kernel/http/own-site.ts';
import { PageCache } from '#kernel/http/page-cache.ts';
import { headersFor, securityHeaders, WORKBENCH_POLICY } from '#kernel/http/security-headers.ts';
import { serveForGood, servePage } from '#kernel/http/static.ts';
import type { World } from '#kernel/world.ts';
import { mountAuth } from '#modules/access/index.ts';
import { allRoutes } from '../modules.ts';
import { answerFailures } from './answer-failures.ts';
import type { AppWiring } from './app-wiring.ts';
import { openAssets } from './assets.ts';
import { drawing } from './draw.ts';
import { liveOf } from './live.routes.ts';
import { mountNotices } from './mount-notices.ts';

const TIME_LIMITS = { readMs: 120_000, writeMs: 600_000 };
/** Session and link cookies are called linli.…; a link also travels in a header. */
const SOMEBODY = /(?:^|;\s*)(?:__Secure-)?linli\./;

/** The whole server as one function from request to answer; tests, walks and the matrix use the same. */
export function createApp(wiring: AppWiring): Hono {
  const { world, access, dist } = wiring;
  const app = new Hono();
  const security = { https: world.settings.publicUrl.startsWith('https:') };
  const cache = new PageCache({
    clock: world.clock,
    isAnybody,
    headers: headersFor(security),
  });
  const drawn = drawing({ world, assets: openAssets(join(dist, 'public')), cache });
  const whole: Wiring = { world, actorOf: access.actorOf, ...drawn };
  const metrics = openMetrics(readingsOf(world), wiring.metricsToken);

  app.use(metrics.observe);
  app.use(cache.answers());
  app.use(securityHeaders(security));
  app.use(limitTime(TIME_LIMITS));
  app.use(compressText());
  app.use(refuseOtherSites(world.settings.publicUrl));
  app.use(limitBodies());
  mountNotices(app, wiring);
  app.get('/metrics', metrics.answer);
  app.get('/assets/*', serveForGood({ prefix: '/assets/', folder: join(dist, 'public') }));
  app.get(
    '/workbench/assets/*',
    serveForGood({ prefix: '/workbench/', folder: join(dist, 'workbench') }),
  );
  app.get('/workbench/*', servePage(join(dist, 'workbench/index.html'), WORKBENCH_POLICY));
  mountAuth(app, world);
  mountRoutes(app, allRoutes, whole);
  answerFailures(app, whole);
  return app;
}

function isAnybody(headers: Headers): boolean {
  return !SOMEBODY.test(headers.get('cookie') ?? '') && !headers.has('x-linli-link');
}

function readingsOf(world: World) {
  const { database } = world;
  return [
    {
      name: 'linli_live_streams',
      help: 'Live pages that look on now',
      read: () => liveOf(world).count(),
    },
    {
      name: 'linli_database_connections',
      help: 'Connections to the database that are open',
      read: () => database.load().open,
    },
    {
      name: 'linli_database_waiting',
      help: 'Requests that wait for a connection',
      read: () => database.load().waiting,
    },
  ];
}
