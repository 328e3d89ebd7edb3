import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Hono } from 'hono';
import { schemaNames } from '#kernel/db/district.ts';
import { openAccess } from '#modules/access/index.ts';
import { openTestWorld, type TestWorld } from '../../../test/world.ts';
import type { AppWiring } from './app-wiring.ts';
import { createApp } from './create-app.ts';

const HERE = 'http://127.0.0.1:8080';

type Headers = Readonly<Record<string, string>>;

export type TestServer = {
  readonly world: TestWorld;
  readonly app: Hono;
  /** Another app on the same world. */
  readonly appWith: (over: Partial<AppWiring>) => Hono;
  readonly call: (path: string, init: RequestInit, peer?: string) => Promise<Response>;
  readonly get: (path: string, headers?: Headers, peer?: string) => Promise<Response>;
  /** Sends a form. */
  readonly submit: (path: string, fields: Headers, headers: Headers) => Promise<Response>;
  readonly close: () => Promise<void>;
};

/** The whole server on a database of its own, with a build of a few files. */
export async function aServer(): Promise<TestServer> {
  const world = await openTestWorld();
  const access = await openAccess(world, {
    url: world.test.urls.auth,
    schema: schemaNames(world.test.district).auth,
    postsOf: async () => [],
  });
  const dist = aBuild();
  const migrations = resolve(import.meta.dirname, '../../../db/migrations');
  const appWith = (over: Partial<AppWiring>) =>
    createApp({ world, access, dist, migrations, version: '0.0.1', ...over });
  const app = appWith({});
  const call = async (path: string, init: RequestInit, peer = '127.0.0.1') =>
    app.request(`${HERE}${path}`, init, { incoming: { socket: { remoteAddress: peer } } });
  return {
    world,
    app,
    appWith,
    call,
    get: (path, headers = {}, peer) => call(path, { headers }, peer),
    submit: (path, fields, headers) =>
      call(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
    close: async () => {
      await access.close();
      await world.close();
      rmSync(dist, { recursive: true });
    },
  };
}

function aBuild(): string {
  const dist = mkdtempSync(join(tmpdir(), 'linli-dist-'));
  mkdirSync(join(dist, 'public'));
  mkdirSync(join(dist, 'workbench/assets'), { recursive: true });
  const files = {
    'public/manifest.json': '{"portal.css":"portal-1.css"}',
    'public/portal-1.css': 'body{}',
    'public/portal-1.css.br': 'as brotli',
    'workbench/index.html': '<title>workbench</title>',
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(dist, path), text);
  return dist;
}
