import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { DistrictUrls } from '#kernel/db/district.ts';
import { COMMAND_HEAP } from './heap.ts';
import { type Environment, runOnce } from './program.ts';
import type { Progress } from './progress.ts';
import type { Settings } from './settings.ts';

/** Brings the demo district in before anybody is served, with a line of progress each second; at once where it is there. */
export async function loadDemo(
  settings: Settings,
  urls: DistrictUrls,
  environment: Environment,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const file = join(settings.dist, 'cli.js');
  if (!settings.demo || !existsSync(file)) return;
  // Asked here: a program of its own would take a second of every start to find nothing to do.
  if (await isLoaded(urls.owner, settings.district)) return;
  await progress.during('demo', () =>
    runOnce({
      name: 'demo',
      file,
      parameters: ['demo', 'load'],
      flags: COMMAND_HEAP,
      cwd: settings.root,
      environment,
      signal,
      listen: (line) => progress.detail(line),
    }),
  );
}

/** One sign-in per role, for whoever looks around. */
export async function printSignIns(
  settings: Settings,
  environment: Environment,
  signal: AbortSignal,
): Promise<void> {
  const file = join(settings.dist, 'cli.js');
  if (!settings.demo || !existsSync(file)) return;
  const parameters = ['demo', 'accounts'];
  await runOnce({ name: 'demo', file, parameters, cwd: settings.root, environment, signal });
}

async function isLoaded(connectionString: string, district: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, options: `-c search_path=${district}` });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select 1 from setting where key = 'demo.loaded' and value ->> 'isLoaded' = 'true'`,
    );
    return rows.length > 0;
  } finally {
    await client.end();
  }
}
