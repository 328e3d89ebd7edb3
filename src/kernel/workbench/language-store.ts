import type { Language } from '#kernel/pure/messages.ts';

const STORED = 'linli.language';

/** The language chosen last on this device; else English only for a browser that asks for English and no Chinese. */
export function storedLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored === 'zh' || stored === 'en') return stored;
  const asked = navigator.languages.map((tag) => tag.toLowerCase());
  const chinese = asked.some((tag) => tag.startsWith('zh'));
  return !chinese && asked[0]?.startsWith('en') ? 'en' : 'zh';
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  // The server and the portal read this one, and take it before what the browser asks for.
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in older browsers and outside TLS
  document.cookie = `lang=${language}; path=/; max-age=31536000; samesite=lax`;
}
