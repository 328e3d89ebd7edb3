import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { Clock } from '#kernel/pure/clock.ts';
import { acceptsGzip, compressed } from './compress.ts';
import { ROUTE_NAME } from './mount.ts';
import { hasLargeType, languageOf } from './preferences.ts';

const MAX_BYTES = 32 * 1024 * 1024;
/** A page of more is drawn each time: one such would push a hundred others out. */
const MAX_PAGE_BYTES = 512 * 1024;

type Entry = {
  /** As bytes: turning a page of Chinese into them costs more than all else of an answer. */
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly zipped: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly until: number;
  readonly seconds: number;
};

type Shown = Pick<Entry, 'seconds'> & {
  readonly plain: Entry['plain'] | string;
  readonly etag: string | null;
  readonly zipped: Entry['zipped'] | null;
};

/** Public pages as drawn, for whoever is not signed in: by address, language and letter size, the oldest out first. */
export class PageCache {
  readonly #clock: Clock;
  readonly #isAnybody: (headers: Headers) => boolean;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  /**
   * `isAnybody`: whether a request carries nothing that could make the page another one. `headers`: what every
   * answer says; the cache stands before all else that could add it.
   */
  constructor(options: {
    readonly clock: Clock;
    readonly isAnybody: (headers: Headers) => boolean;
    readonly headers: Readonly<Record<string, string>>;
  }) {
    this.#clock = options.clock;
    this.#isAnybody = options.isAnybody;
    this.#headers = options.headers;
  }

  /** Answers what it holds; all else goes on to the routes. */
  answers(): MiddlewareHandler {
    return async (c, next) => {
      const entry = this.#mayServe(c) ? this.#entries.get(keyOf(c)) : undefined;
      if (!entry || entry.until <= this.#clock.now().getTime()) return next();
      c.set(ROUTE_NAME, 'from cache');
      return this.#respond(c, entry);
    };
  }

  /** Answers with a page that may be kept so many seconds; keeps it where it is anybody's. */
  async keep(c: Context, html: string, seconds: number): Promise<Response> {
    // What is drawn for one person is compressed like any other answer, where his browser asks for it.
    if (!this.#mayServe(c))
      return this.#respond(c, { plain: html, zipped: null, etag: null, seconds: 0 });
    const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
    const plain = new TextEncoder().encode(html);
    const entry: Entry = {
      plain,
      zipped: await compressed(plain),
      etag,
      until: this.#clock.now().getTime() + seconds * 1000,
      seconds,
    };
    if (sizeOf(entry) <= MAX_PAGE_BYTES) this.#put(keyOf(c), entry);
    return this.#respond(c, entry);
  }

  #mayServe(c: Context): boolean {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    return isRead && this.#isAnybody(c.req.raw.headers);
  }

  /** Browsers ask each time, and mostly hear 'not modified': their copy must not outlive a switch of language or a sign-in. */
  #respond(c: Context, { plain, zipped, etag, seconds }: Shown): Response {
    const headers: Record<string, string> = {
      ...this.#headers,
      ...(etag ? { etag } : {}),
      vary: 'cookie, accept-language, accept-encoding',
      'cache-control': seconds > 0 ? `public, max-age=0, s-maxage=${seconds}` : 'private, no-cache',
    };
    if (etag && c.req.header('if-none-match') === etag)
      return new Response(null, { status: 304, headers });
    headers['content-type'] = 'text/html; charset=utf-8';
    if (!zipped || !acceptsGzip(c.req.header('accept-encoding')))
      return new Response(plain, { headers });
    headers['content-encoding'] = 'gzip';
    return new Response(zipped, { headers });
  }

  #put(key: string, entry: Entry): void {
    this.#drop(key);
    this.#entries.set(key, entry);
    this.#bytes += sizeOf(entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= MAX_BYTES) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= sizeOf(entry);
  }
}

/** Path and query without the host: a page is the same under every name of this server. */
function keyOf(c: Context): string {
  const { url } = c.req;
  return `${languageOf(c)} ${hasLargeType(c)} ${url.slice(url.indexOf('/', 'https://'.length))}`;
}

function sizeOf(entry: Entry): number {
  return entry.plain.length + entry.zipped.length;
}
