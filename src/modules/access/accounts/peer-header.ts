import type { Language } from '#kernel/pure/messages.ts';

/** Tells better-auth's hooks who asks, after whatever the client sent under this name is gone. */
const PEER_HEADER = 'x-linli-peer';

export const peerIn = (headers: Headers | undefined): string =>
  headers?.get(PEER_HEADER) ?? 'unknown';

/** A request's headers as better-auth gets them: with the address of the connection, and a page's own language. */
export function headersFor(given: Headers, peer: string, lang?: Language): Headers {
  const headers = new Headers(given);
  headers.set(PEER_HEADER, peer);
  if (lang) headers.set('accept-language', lang);
  return headers;
}
