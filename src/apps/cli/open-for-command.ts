import { type DistrictUrls, roleNames } from '#kernel/db/district.ts';
import { openDistrict } from '#kernel/db/embedded/open-district.ts';
import type { Environment } from '../environment.ts';
import type { DistrictDatabase } from './command.ts';

/** DATABASE_URL and its kin where they are set, else the embedded server on DATA_DIR: the running one, or one of our own. */
export async function openForCommand(
  environment: Environment,
): Promise<DistrictDatabase & { release(): Promise<void> }> {
  const external = externalUrls(environment);
  if (external) return { urls: external, roles: rolesOf(external), release: async () => {} };
  const { dataDir, LINLI_DISTRICT: district } = environment;
  const { urls, embedded } = await openDistrict({ dataDir, district });
  return { urls, roles: roleNames(district), release: () => embedded.release() };
}

function externalUrls(environment: Environment): DistrictUrls | undefined {
  const { DATABASE_URL: app, DATABASE_OWNER_URL: owner } = environment;
  if (!app && !owner) return undefined;
  if (!app || !owner)
    throw new Error('DATABASE_URL and DATABASE_OWNER_URL belong together: set both, or neither');
  return {
    app,
    owner,
    auth: environment.DATABASE_AUTH_URL ?? app,
    sealer: environment.DATABASE_SEALER_URL ?? owner,
  };
}

/** On a server of one's own the roles may be called anything: the addresses say what. */
function rolesOf(urls: DistrictUrls) {
  const name = (url: string) => decodeURIComponent(new URL(url).username);
  return {
    owner: name(urls.owner),
    app: name(urls.app),
    auth: name(urls.auth),
    sealer: name(urls.sealer),
  };
}
