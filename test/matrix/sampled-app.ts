import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Hono } from 'hono';
import { schemaNames } from '#kernel/db/district.ts';
import type { Route } from '#kernel/http/route.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { openAccess } from '#modules/access/index.ts';
import { fileMatter } from '#modules/matters/index.ts';
import { loadRulebookDefaults } from '#modules/rulebook/index.ts';
import { jobs } from '../../src/apps/jobs.ts';
import { createApp } from '../../src/apps/server/create-app.ts';
import { aFiling, insertBodies } from '../../src/modules/matters/matters/matters.factory.ts';
import { openTestWorld, type TestWorld } from '../world.ts';

export const HERE = 'http://127.0.0.1:8080';

export type SampledApp = {
  readonly app: Hono;
  readonly world: TestWorld;
  /** Calls a route with its own sample, as this actor. */
  readonly call: (route: Route, actor: Actor, body?: unknown) => Promise<Response>;
  readonly close: () => Promise<void>;
};

/** The product's own app on a small district, where each route's sample finds what it names and a test says who acts. */
export async function openSampledApp(): Promise<SampledApp> {
  const world = await openTestWorld(jobs);
  await loadRulebookDefaults(world);
  await insertBodies(world.test.ownerPool);
  const matter = await fileMatter(world, ANYBODY, aFiling());
  const access = await openAccess(world, {
    url: world.test.urls.auth,
    schema: schemaNames(world.test.district).auth,
    postsOf: async () => [],
  });
  const dist = mkdtempSync(join(tmpdir(), 'linli-matrix-'));
  mkdirSync(join(dist, 'public'), { recursive: true });
  mkdirSync(join(dist, 'workbench'), { recursive: true });
  writeFileSync(join(dist, 'public/manifest.json'), '{}');
  writeFileSync(join(dist, 'workbench/index.html'), '<title>workbench</title>');
  let actor: Actor = ANYBODY;
  // Every call from another address: what is tried here is not the rate limit.
  let peers = 0;
  const app = createApp({
    world,
    access: { actorOf: async () => actor },
    dist,
    migrations: resolve(import.meta.dirname, '../../db/migrations'),
    version: '0.0.1',
  });
  const known: Readonly<Record<string, string>> = {
    'matter.open': matter.number ?? '',
    'area.community': '320105901001',
  };
  const fixture = (name: string) => known[name] ?? '00000000-0000-7000-8000-00000000ffff';
  return {
    app,
    world,
    async call(route, as, body) {
      actor = as;
      peers += 1;
      return app.request(
        `${HERE}${pathOf(route, fixture)}`,
        requestOf(route, body ?? route.sample(fixture).body),
        { incoming: { socket: { remoteAddress: `peer-${peers}` } } },
      );
    },
    close: async () => {
      await access.close();
      await world.close();
      rmSync(dist, { recursive: true });
    },
  };
}

function pathOf(route: Route, fixture: (name: string) => string): string {
  const { params = {}, query = {} } = route.sample(fixture);
  const path = route.kind === 'api' ? route.endpoint.path : route.path;
  const filled = path.replace(/\{(\w+)\}|:(\w+)/g, (_, a, b) =>
    encodeURIComponent(params[a ?? b] ?? ''),
  );
  const search = new URLSearchParams(query).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

function requestOf(route: Route, body: unknown): RequestInit {
  const method = (route.kind === 'api' ? route.endpoint.method : route.method).toUpperCase();
  const headers: Record<string, string> = { origin: HERE, 'sec-fetch-site': 'same-origin' };
  if (method === 'GET') return { method, headers };
  if (route.kind === 'page')
    return { method, headers, body: new URLSearchParams((body ?? {}) as Record<string, string>) };
  return {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  };
}
