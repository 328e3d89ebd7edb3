import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Secrets } from '#kernel/secrets.ts';
import type { Cookies } from './route.ts';

const PURPOSE = 'cookie';

/** Signed cookies of one request. `secure` follows the public URL: a demo on loopback has no TLS. */
export function cookiesOf(c: Context, secrets: Secrets, secure: boolean): Cookies {
  return {
    get(name) {
      const [value, mac] = getCookie(c, name)?.split('~') ?? [];
      if (value === undefined || mac === undefined) return undefined;
      return secrets.isMac(PURPOSE, `${name}=${value}`, mac)
        ? decodeURIComponent(value)
        : undefined;
    },
    set(name, value, maxAgeSeconds) {
      const text = encodeURIComponent(value);
      setCookie(c, name, `${text}~${secrets.mac(PURPOSE, `${name}=${text}`)}`, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure,
        maxAge: maxAgeSeconds,
      });
    },
    clear(name) {
      deleteCookie(c, name, { path: '/', secure });
    },
  };
}
