import type { MiddlewareHandler } from 'hono';

/**
 * Scripts come from our own files only: no page holds one inline, so no nonce is needed, and none can leak from a
 * page that is kept for everybody.
 */
export const PORTAL_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** antd writes its styles into the page as it runs; scripts stay as strict as on the portal. */
export const WORKBENCH_POLICY = PORTAL_POLICY.replace(
  "style-src 'self'",
  "style-src 'self' 'unsafe-inline'; font-src 'self' data:",
);

const HEADERS = {
  'content-security-policy': PORTAL_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Links of ours carry tokens in their path: no other site may see them. Our own forms keep their Origin.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(self), payment=(), usb=()',
} as const;

const YEAR_SECONDS = 31_536_000;

/** What every answer says to the browser. */
export function headersFor({ https }: { readonly https: boolean }): Record<string, string> {
  const tls = { 'strict-transport-security': `max-age=${YEAR_SECONDS}` };
  return { ...HEADERS, ...(https ? tls : {}) };
}

/** Adds what every answer says, where the route has not said something stricter. */
export function securityHeaders(options: { readonly https: boolean }): MiddlewareHandler {
  const entries = Object.entries(headersFor(options));
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    for (const [name, value] of entries) if (!headers.has(name)) headers.set(name, value);
  };
}
