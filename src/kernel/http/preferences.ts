import type { Context } from 'hono';
import type { Language } from '#kernel/pure/messages.ts';

export const LANGUAGE_COOKIE = 'lang';
export const LARGE_TYPE_COOKIE = 'elder';

const LANGUAGE = new RegExp(`(?:^|; )${LANGUAGE_COOKIE}=(zh|en)`);
const LARGE_TYPE = new RegExp(`(?:^|; )${LARGE_TYPE_COOKIE}=1`);

/** The reader's choice, else English only where the browser asks for it first. */
export function languageOf(c: Context): Language {
  const chosen = LANGUAGE.exec(c.req.header('cookie') ?? '')?.[1];
  if (chosen) return chosen as Language;
  return c.req.header('accept-language')?.trim().toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** Whether the reader chose large type. */
export function hasLargeType(c: Context): boolean {
  return LARGE_TYPE.test(c.req.header('cookie') ?? '');
}
