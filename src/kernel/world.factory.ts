import { randomBytes } from 'node:crypto';
import type { Database } from '#kernel/db/client.ts';
import type { FileStore } from '#kernel/files/file-store.ts';
import { uuidV7 } from '#kernel/ids/uuid.ts';
import { silentLog } from '#kernel/log.ts';
import type { Message } from '#kernel/notifications/notifier.ts';
import { Secrets } from '#kernel/secrets.ts';
import type { World } from '#kernel/world.ts';

export type TestWorld = World & {
  /** Jobs put into transactions, those rolled back included. */
  readonly enqueued: { readonly name: string; readonly input: object }[];
  readonly sent: Message[];
  /** Moves the clock on; it stands still otherwise. */
  pass(milliseconds: number): void;
  setNow(now: Date): void;
};

/** A world over a real database, with a clock that stands still and an outside that only takes notes. */
export function aWorld(database: Database, over: Partial<World> = {}): TestWorld {
  let now = new Date('2026-11-20T02:00:00Z');
  const enqueued: { name: string; input: object }[] = [];
  const sent: Message[] = [];
  return {
    settings: { district: 'jianye', publicUrl: 'http://localhost:8080', demo: true },
    database,
    clock: { now: () => now },
    newId: () => uuidV7(now),
    random: (below) => randomBytes(1).readUInt8(0) % below,
    secrets: new Secrets(Buffer.alloc(32, 7)),
    files: memoryFiles(),
    jobs: {
      async enqueue(_tx, name, input) {
        enqueued.push({ name, input });
      },
    },
    notifier: {
      async send(message) {
        sent.push(message);
      },
    },
    log: silentLog,
    ...over,
    enqueued,
    sent,
    pass(milliseconds) {
      now = new Date(now.getTime() + milliseconds);
    },
    setNow(instant) {
      now = instant;
    },
  };
}

function memoryFiles(): FileStore {
  const kept = new Map<string, Uint8Array>();
  return {
    async put(bytes) {
      const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
      const sha256 = Buffer.from(digest).toString('hex');
      kept.set(sha256, bytes);
      return sha256;
    },
    async get(sha256) {
      return kept.get(sha256) ?? Buffer.alloc(0);
    },
    has: async (sha256) => kept.has(sha256),
    discard: async (sha256) => kept.delete(sha256),
  };
}
