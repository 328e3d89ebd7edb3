import type { DistrictUrls } from '#kernel/db/district.ts';
import { silentLog } from '#kernel/log.ts';
import type { World } from '#kernel/world.ts';
import type { Environment } from '../environment.ts';
import { openWorld } from '../open-world.ts';
import type { Call } from './command.ts';

/** Opens the district's world for as long as one command's work takes; on `urls` where the command itself made them. */
export async function withWorld<T>(
  call: Call,
  work: (world: World, environment: Environment) => Promise<T>,
  urls?: DistrictUrls,
): Promise<T> {
  const variables = await call.worldVariables(urls);
  const opened = await openWorld(variables, { program: 'cli', log: silentLog });
  try {
    return await work(opened.world, opened.environment);
  } finally {
    await opened.close();
  }
}
