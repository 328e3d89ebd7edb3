import type { MiddlewareHandler } from 'hono';
import { AppError } from '#kernel/pure/errors.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN = new Set(['same-origin', 'none']);

/**
 * Refuses what another site's page makes a browser send with our cookies. The browser says where it comes from
 * (Sec-Fetch-Site, on older ones Origin or Referer); what says nothing is no browser that would add cookies by
 * itself, and those cookies are SameSite=Lax besides.
 */
export function refuseOtherSites(publicUrl: string): MiddlewareHandler {
  const publicHost = new URL(publicUrl).host;
  return async (c, next) => {
    const isOwn = (url: string) => {
      const host = URL.canParse(url) ? new URL(url).host : '';
      return host !== '' && (host === publicHost || host === c.req.header('host'));
    };
    if (!READS.has(c.req.method) && !comesFromHere((name) => c.req.header(name), isOwn))
      throw new AppError('forbidden', 'other_site');
    await next();
  };
}

function comesFromHere(
  header: (name: string) => string | undefined,
  isOwn: (url: string) => boolean,
): boolean {
  const site = header('sec-fetch-site');
  if (site !== undefined) return OWN.has(site);
  const from = header('origin') ?? header('referer');
  return from === undefined || isOwn(from);
}
