import type { Context } from 'hono';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Who is at the other end of the connection itself, whatever the request says; 'unknown' where there is none. */
export function socketPeerOf(c: Context): string {
  const bindings = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return bindings?.incoming?.socket?.remoteAddress ?? 'unknown';
}

export function isLoopback(address: string): boolean {
  return LOOPBACK.has(address);
}

/** The caller's address. A proxy on this machine is believed, and only what it added itself: the last entry. */
export function peerOf(c: Context): string {
  const peer = socketPeerOf(c);
  const forwarded = isLoopback(peer) ? c.req.header('x-forwarded-for') : undefined;
  return forwarded?.split(',').at(-1)?.trim() || peer;
}
