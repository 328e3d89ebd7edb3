import type { Hono } from 'hono';
import { drawOpenApi } from '#kernel/http/openapi.ts';
import { routesByModule } from '../modules.ts';
import type { AppWiring } from './app-wiring.ts';
import { reasonsNotToServe } from './health.ts';
import { serverMessages } from './server.messages.ts';

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b6b5b"/><path d="M6 24V14l6-5 6 5v10h-4v-5h-4v5zM20 24V13l-3-2.5L20 8l6 5v11z" fill="#fff"/></svg>';
const DAY_SECONDS = 86_400;
/** What search engines leave alone: one person's pages, and what only programs read. */
const PRIVATE = ['/api/', '/mine', '/sign-in', '/sign-out', '/track', '/t/', '/workbench'];

/** What machines ask of the server: is it ready, what may be crawled, what does the API look like. */
export function mountNotices(app: Hono, { world, migrations, version }: AppWiring): void {
  app.get('/health', async () => {
    const reasons = await reasonsNotToServe(world, migrations);
    const status = reasons.length === 0 ? 'ready' : 'unavailable';
    return answerJson({ status, reasons, version }, reasons.length === 0 ? 200 : 503);
  });
  app.get('/robots.txt', (c) => {
    c.header('cache-control', `public, max-age=${DAY_SECONDS}`);
    return c.text(['User-agent: *', ...PRIVATE.map((path) => `Disallow: ${path}`), ''].join('\n'));
  });
  for (const path of ['/favicon.ico', '/favicon.svg']) {
    app.get(path, (c) => {
      c.header('cache-control', `public, max-age=${DAY_SECONDS}`);
      c.header('content-type', 'image/svg+xml');
      return c.body(ICON);
    });
  }
  let drawn: string | undefined;
  app.get('/api/openapi.json', (c) => {
    drawn ??= JSON.stringify(openApiOf(world.settings.publicUrl, version));
    c.header('content-type', 'application/json; charset=utf-8');
    c.header('cache-control', 'public, max-age=300');
    c.header('access-control-allow-origin', '*');
    return c.body(drawn);
  });
}

/** The description of the whole API. */
export function openApiOf(serverUrl: string, version: string) {
  const modules = Object.entries(routesByModule).map(([tag, routes]) => ({
    tag,
    routes: routes.filter((route) => route.kind === 'api'),
  }));
  return drawOpenApi(modules, { title: serverMessages.en.api('Linli'), version, serverUrl });
}

function answerJson(value: object, status: number): Response {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  };
  return new Response(JSON.stringify(value), { status, headers });
}
