import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Context, MiddlewareHandler } from 'hono';
import { notFound } from '#kernel/pure/errors.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
/** Letters, digits, '_', '-' and '.', no part beginning with a dot: nothing leaves the folder. */
const SAFE = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

type Bytes = Uint8Array<ArrayBuffer>;

export type StaticOptions = {
  /** What stands before a file's name in its address, e.g. '/assets/'. */
  readonly prefix: string;
  readonly folder: string;
};

/**
 * Files whose names change with their content, so that browsers may keep them for good. Each is read once: there are
 * few, and a new build has new names. Compressed twins were laid beside them by the build.
 */
export function serveForGood({ prefix, folder }: StaticOptions): MiddlewareHandler {
  const known = new Map<string, Bytes>();
  const read = async (name: string): Promise<Bytes | undefined> => {
    const kept = known.get(name) ?? (await readBytes(join(folder, name)));
    if (kept) known.set(name, kept);
    return kept;
  };
  return async (c) => {
    const name = new URL(c.req.url).pathname.slice(prefix.length);
    const type = TYPES[extname(name)];
    if (!SAFE.test(name) || type === undefined) throw notFound();
    return sendFile(
      c,
      type,
      (suffix) => read(name + suffix),
      'public, max-age=31536000, immutable',
    );
  };
}

/** One page that a program in the browser fills, at whatever address below it: asked for anew each time. */
export function servePage(path: string, policy: string): MiddlewareHandler {
  return async (c) => {
    c.header('content-security-policy', policy);
    const read = (suffix: string) => readBytes(path + suffix);
    return sendFile(c, 'text/html; charset=utf-8', read, 'no-cache');
  };
}

async function sendFile(
  c: Context,
  type: string,
  read: (suffix: string) => Promise<Bytes | undefined>,
  cacheControl: string,
): Promise<Response> {
  const accepted = c.req.header('accept-encoding') ?? '';
  for (const [encoding, suffix] of [...ENCODINGS, ['identity', ''] as const]) {
    const isAccepted = encoding === 'identity' || accepted.includes(encoding);
    const bytes = isAccepted ? await read(suffix) : undefined;
    if (!bytes) continue;
    c.header('content-type', type);
    c.header('cache-control', cacheControl);
    c.header('vary', 'accept-encoding');
    if (encoding !== 'identity') c.header('content-encoding', encoding);
    return c.body(bytes);
  }
  throw notFound();
}

async function readBytes(path: string): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
