const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
const LOOPBACK_PEERS = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const FORWARDING = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

type Reader = { readonly get: (name: string) => string | null };

/** Whether a request was made on this very machine: host, peer and origin are loopback and nothing forwarded it. */
export function isOnThisMachine(headers: Reader, peer: string): boolean {
  if (!LOOPBACK_PEERS.has(peer) || !LOOPBACK_HOST.test(headers.get('host') ?? '')) return false;
  if (FORWARDING.some((name) => headers.get(name) !== null)) return false;
  const origin = headers.get('origin');
  return origin === null || LOOPBACK_HOST.test(origin.replace(/^https?:\/\//, ''));
}
