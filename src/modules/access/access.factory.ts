import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import { schemaNames } from '#kernel/db/district.ts';
import { mountRoutes } from '#kernel/http/mount.ts';
import { uuidV7 } from '#kernel/ids/uuid.ts';
import { silentLog } from '#kernel/log.ts';
import type { Message } from '#kernel/notifications/notifier.ts';
import { Secrets } from '#kernel/secrets.ts';
import type { World } from '#kernel/world.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { type Access, openAccess } from './access.ts';
import { mountAuth } from './accounts/mount-auth.ts';
import type { PostHeld } from './actors/post.types.ts';
import { routes } from './routes.ts';

export type TestAccess = {
  readonly world: World;
  readonly access: Access;
  readonly opened: TestDatabase;
  /** What went out, newest last. */
  readonly sent: Message[];
  /** Appointments by person; a test adds its own. */
  readonly posts: Map<string, readonly PostHeld[]>;
  /** Moves the clock on. */
  readonly pass: (seconds: number) => void;
  readonly close: () => Promise<void>;
};

/** A world on a database of its own, with a clock that a test can move. */
export async function anAccess(settings: Partial<World['settings']> = {}): Promise<TestAccess> {
  const opened = await openTestDatabase();
  const sent: Message[] = [];
  const posts = new Map<string, readonly PostHeld[]>();
  let passed = 0;
  const clock = { now: () => new Date(Date.now() + passed * 1000) };
  const absent = () => {
    throw new Error('not part of this world');
  };
  const world: World = {
    settings: {
      district: opened.district,
      publicUrl: 'http://127.0.0.1:8080',
      demo: true,
      ...settings,
    },
    database: opened.database,
    clock,
    newId: () => uuidV7(clock.now()),
    random: () => 0,
    secrets: new Secrets(Buffer.alloc(32, 7)),
    files: { put: absent, get: absent, has: absent, discard: absent },
    jobs: { enqueue: absent },
    notifier: {
      send: async (message) => {
        sent.push(message);
      },
    },
    log: silentLog,
  };
  const access = await openAccess(world, {
    url: opened.urls.auth,
    schema: schemaNames(opened.district).auth,
    postsOf: async (_world, person) => posts.get(person) ?? [],
  });
  return {
    world,
    access,
    opened,
    sent,
    posts,
    pass: (seconds) => {
      passed += seconds;
    },
    close: async () => {
      await access.close();
      await opened.drop();
    },
  };
}

/** A clerk's appointment at a community's station. */
export function aPost(over: Partial<PostHeld> = {}): PostHeld {
  const now = new Date();
  return {
    appointment: uuidV7(now),
    organisation: uuidV7(now),
    rootOrganisation: uuidV7(now),
    organisationKind: 'SERVICE_STATION',
    post: 'clerk',
    area: '320105001001',
    name: '兆园社区服务站',
    ...over,
  };
}

/** The module's routes behind HTTP, pages drawn without a shell. */
export function anApp({ world, access }: TestAccess): Hono {
  const app = new Hono();
  mountAuth(app, world);
  mountRoutes(app, routes, {
    world,
    actorOf: access.actorOf,
    drawPage: (c, page) => c.html(String(page.body), page.status ?? 200),
    drawError: (c, problem) => c.text(problem.code, problem.status as 404),
  });
  return app;
}

const ORIGIN = 'http://127.0.0.1:8080';

type Call = { readonly headers?: Record<string, string>; readonly peer?: string };

/** A browser of sorts: keeps the cookies it is given. */
export class Browser {
  readonly #app: { fetch: (request: Request, env: object) => Response | Promise<Response> };
  readonly #cookies = new Map<string, string>();

  constructor(app: { fetch: (request: Request, env: object) => Response | Promise<Response> }) {
    this.#app = app;
  }

  get headers(): Headers {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Headers(cookie === '' ? {} : { cookie });
  }

  get(path: string, call: Call = {}): Promise<Response> {
    return this.#send(path, { method: 'GET' }, call);
  }

  post(path: string, body: object = {}, call: Call = {}): Promise<Response> {
    const headers = { 'content-type': 'application/json', ...call.headers };
    return this.#send(path, { method: 'POST', body: JSON.stringify(body) }, { ...call, headers });
  }

  submit(path: string, fields: Record<string, string>): Promise<Response> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields) }, {});
  }

  async #send(path: string, init: RequestInit, { headers = {}, peer = '127.0.0.1' }: Call) {
    const sent = this.headers;
    sent.set('origin', ORIGIN);
    sent.set('host', new URL(ORIGIN).host);
    for (const [name, value] of Object.entries(headers)) sent.set(name, value);
    const env = { incoming: { socket: { remoteAddress: peer } } };
    const request = new Request(`${ORIGIN}${path}`, { ...init, headers: sent });
    return this.#keep(await this.#app.fetch(request, env));
  }

  #keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code an authenticator app shows now for a base32 secret (RFC 6238). */
export function totp(secret: string, at = new Date()): string {
  let bits = '';
  for (const letter of secret) bits += BASE32.indexOf(letter).toString(2).padStart(5, '0');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
  const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
