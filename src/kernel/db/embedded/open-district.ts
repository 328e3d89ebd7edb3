import {
  type DistrictUrls,
  districtUrls,
  keepDistrictPasswords,
  prepareDistrict,
} from '../district.ts';
import {
  attachEmbedded,
  type Embedded,
  NotRunning,
  type StartOptions,
  startEmbedded,
} from './embedded.ts';

/** A district's part of the embedded database, open for this process. */
export type OpenDistrict = {
  readonly urls: DistrictUrls;
  readonly embedded: Embedded;
};

/** Starts the embedded PostgreSQL as its owner and makes sure that the district's roles and schemas are there. */
export async function startDistrict(
  options: StartOptions & { readonly district: string },
): Promise<OpenDistrict> {
  const embedded = await startEmbedded(options);
  try {
    const passwords = keepDistrictPasswords(options.dataDir, options.district);
    const { district } = options;
    const urls = await prepareDistrict({ superuserUrl: embedded.url, district, passwords });
    return { urls, embedded };
  } catch (error) {
    await embedded.release();
    throw error;
  }
}

/** For commands: uses the server that runs on this DATA_DIR, or starts one for as long as the command takes. Release it at the end. */
export async function openDistrict(
  options: StartOptions & { readonly district: string },
): Promise<OpenDistrict> {
  const embedded = await attachEmbedded(options).catch((error: unknown) => {
    if (error instanceof NotRunning) return undefined;
    throw error;
  });
  if (!embedded) return startDistrict(options);
  const passwords = keepDistrictPasswords(options.dataDir, options.district);
  const { district } = options;
  return { embedded, urls: districtUrls({ superuserUrl: embedded.url, district, passwords }) };
}
