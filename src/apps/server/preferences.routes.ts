import { LANGUAGE_COOKIE, LARGE_TYPE_COOKIE } from '#kernel/http/preferences.ts';
import { definePage } from '#kernel/http/route.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const CHOICES: Readonly<Record<string, RegExp>> = {
  [LANGUAGE_COOKIE]: /^(zh|en)$/,
  [LARGE_TYPE_COOKIE]: /^[01]$/,
};

/** A page of ours to go back to; anything else, '//elsewhere' too, leads home. */
export function safePath(given: unknown): string {
  return typeof given === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(given) ? given : '/';
}

/** The switches in every header: language and letter size, kept in this browser for a year. */
const choose = definePage({
  method: 'post',
  path: '/preferences',
  face: 'public',
  capability: null,
  sample: () => ({ body: { lang: 'en', back: '/' } }),
  handle: async ({ body, cookies }) => {
    for (const [name, fit] of Object.entries(CHOICES)) {
      const value = body.get(name);
      if (typeof value === 'string' && fit.test(value)) cookies.set(name, value, YEAR_SECONDS);
    }
    return { to: safePath(body.get('back')) };
  },
});

export const preferenceRoutes = [choose];
