/** The server: portal, workbench and API of one district. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaNames } from '#kernel/db/district.ts';
import { openAccess } from '#modules/access/index.ts';
import { postsHeldBy } from '#modules/bodies/index.ts';
import { openWorld } from '../open-world.ts';
import { createApp } from './create-app.ts';
import { listen } from './listen.ts';
import { liveOf } from './live.routes.ts';

const { environment, world, close } = await openWorld(process.env, { program: 'server' });
const { root, HOST, PORT, DATABASE_URL = '', DATABASE_AUTH_URL = DATABASE_URL } = environment;

const access = await openAccess(world, {
  url: DATABASE_AUTH_URL,
  schema: schemaNames(world.settings.district).auth,
  postsOf: postsHeldBy,
});
const app = createApp({
  world,
  access,
  dist: join(root, 'dist'),
  migrations: join(root, 'db/migrations'),
  version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
  metricsToken: environment.METRICS_TOKEN,
});
const listening = await listen(app, HOST, PORT);
world.log.info({ host: HOST, port: PORT, demo: world.settings.demo }, 'the server serves');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  liveOf(world).close();
  await listening.close();
  await access.close();
  await close();
  world.log.info({}, 'the server stopped');
  process.exit(0);
}
