import { createHmac } from 'node:crypto';
import { schemaNames } from '#kernel/db/district.ts';
import { uuidV7 } from '#kernel/ids/uuid.ts';
import { silentLog } from '#kernel/log.ts';
import type { Message } from '#kernel/notifications/notifier.ts';
import { Secrets } from '#kernel/secrets.ts';
import type { World } from '#kernel/world.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { type Access, openAccess } from './access.ts';
import type { PostHeld } from './actors/post.types.ts';

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
    files: { put: absent, get: absent, has: absent },
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

/** A browser of sorts: keeps the cookies it is given. */
export class Browser {
  readonly #access: Access;
  readonly #cookies = new Map<string, string>();

  constructor(access: Access) {
    this.#access = access;
  }

  get headers(): Headers {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Headers(cookie === '' ? {} : { cookie });
  }

  keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }

  /** A call as the browser makes it, through better-auth's own router. */
  async call(path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
    const sent = this.headers;
    sent.set('origin', 'http://127.0.0.1:8080');
    sent.set('x-linli-peer', '127.0.0.1');
    for (const [name, value] of Object.entries(headers)) sent.set(name, value);
    if (body) sent.set('content-type', 'application/json');
    const request = new Request(`http://127.0.0.1:8080/api/auth${path}`, {
      method: body ? 'POST' : 'GET',
      headers: sent,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return this.keep(await this.#access.auth.handler(request));
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
