import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileStore } from '#kernel/files/disk-store.ts';
import { uuidV7 } from '#kernel/ids/uuid.ts';
import { openJobQueue } from '#kernel/jobs/jobs.ts';
import { type JobDefinition, makeQueues } from '#kernel/jobs/run-jobs.ts';
import { silentLog } from '#kernel/log.ts';
import type { Message } from '#kernel/notifications/notifier.ts';
import { Secrets } from '#kernel/secrets.ts';
import type { World } from '#kernel/world.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

/** No matter is drawn for a look on the spot unless a test draws it: one in ten runs would end otherwise. */
class NothingDrawn extends Secrets {
  override mac(purpose: string, text: string): string {
    return purpose === 'sample'
      ? Buffer.alloc(32, 255).toString('base64url')
      : super.mac(purpose, text);
  }
}

export type TestWorld = World & {
  readonly test: TestDatabase;
  /** Sets the only clock there is. */
  readonly setNow: (now: string | Date) => void;
  /** What left for the outside world. */
  readonly sent: Message[];
  readonly close: () => Promise<void>;
};

export const TEST_NOW = '2026-03-02T01:00:00Z';

/** A whole world on a database of its own: real rows, real jobs, real files; only the clock and the outside are the test's. */
export async function openTestWorld(
  queues: readonly JobDefinition<never>[] = [],
): Promise<TestWorld> {
  const test = await openTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'linli-test-'));
  const { boss, jobs } = await openJobQueue({
    url: test.urls.app,
    schema: `${test.district}_jobs`,
    worker: true,
    onError: () => {},
  });
  await makeQueues(boss, queues);
  let now = new Date(TEST_NOW);
  const sent: Message[] = [];
  const clock = { now: () => now };
  return {
    settings: { district: test.district, publicUrl: 'http://127.0.0.1:8080', demo: true },
    database: test.database,
    clock,
    // Ids must stay unique and ordered although the test's clock stands still.
    newId: () => uuidV7(new Date()),
    random: (below) => Math.floor(Math.random() * below),
    secrets: new NothingDrawn(Buffer.alloc(32, 7)),
    files: openFileStore(folder),
    jobs,
    notifier: { send: async (message) => void sent.push(message) },
    log: silentLog,
    test,
    sent,
    setNow: (next) => {
      now = new Date(next);
    },
    close: async () => {
      await boss.stop({ graceful: false });
      await test.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
