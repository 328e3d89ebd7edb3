import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { notFound } from '#kernel/pure/errors.ts';
import { ROUTE_NAME } from './mount.ts';
import { isLoopback, socketPeerOf } from './peer.ts';

/** Seconds; the bars of the bench lie at 0.03 and 0.1. */
const BUCKETS = [0.005, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/** A figure read when it is asked for. */
export type Reading = { readonly name: string; readonly help: string; readonly read: () => number };

export type Metrics = {
  readonly observe: MiddlewareHandler;
  /** GET /metrics, for this machine or for whoever has the token. */
  readonly answer: MiddlewareHandler;
};

/** How long requests took by route and status, what the process uses, and the readings given. */
export function openMetrics(readings: readonly Reading[], token: string | undefined): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const { name, help, read } of readings) {
    const collect = function (this: Gauge) {
      this.set(read());
    };
    new Gauge({ name, help, registers: [registry], collect });
  }
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to its answer, by route and status',
    labelNames: ['route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    observe: async (c, next) => {
      const began = performance.now();
      await next();
      const route = (c.get(ROUTE_NAME) as string | undefined) ?? 'other';
      durations.observe({ route, status: c.res.status }, (performance.now() - began) / 1000);
    },
    answer: async (c) => {
      // Who may not see it is not told that it exists.
      if (!mayRead(c, token)) throw notFound();
      const text = await registry.metrics();
      return c.text(text, 200, { 'content-type': registry.contentType });
    },
  };
}

function mayRead(c: Context, token: string | undefined): boolean {
  if (token !== undefined) return sameText(c.req.header('authorization') ?? '', `Bearer ${token}`);
  // A proxy on this machine speaks for somebody else.
  const isForwarded = c.req.header('x-forwarded-for') ?? c.req.header('forwarded');
  return isLoopback(socketPeerOf(c)) && isForwarded === undefined;
}

function sameText(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
