import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** Slow phones send at some 30 kB/s, which is one photo of 15 MB in this time. */
const REQUEST_MS = 600_000;
const HEADERS_MS = 15_000;
/** Longer than the minute after which proxies usually let go: they close first, and never meet a closed door. */
const KEEP_ALIVE_MS = 65_000;
/** The server before us may still be finishing its requests. */
const PORT_PATIENCE_MS = 20_000;
const FINISH_MS = 10_000;

export type Listening = {
  /** Takes no more connections, lets requests finish for 10 s, then ends what is left. */
  close(): Promise<void>;
};

/** Serves the app; waits for a port that is still taken. */
export async function listen(app: Hono, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      requestTimeout: REQUEST_MS,
      headersTimeout: HEADERS_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
  }) as Server;
  const end = performance.now() + PORT_PATIENCE_MS;
  for (;;) {
    const trouble = await tryToListen(server, host, port);
    if (!trouble) return { close: () => close(server) };
    if (trouble.code !== 'EADDRINUSE' || performance.now() > end) throw trouble;
    await delay(50);
  }
}

function tryToListen(
  server: Server,
  host: string,
  port: number,
): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen({ host, port }, () => {
      server.off('error', resolve);
      resolve(undefined);
    });
  });
}

function close(server: Server): Promise<void> {
  const force = setTimeout(() => server.closeAllConnections(), FINISH_MS);
  // A browser keeps its connection open after an answer: it counts as idle only then.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(force);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}
