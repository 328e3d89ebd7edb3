import type { Clock } from '#kernel/pure/clock.ts';
import type { Database } from './db/client.ts';
import type { FileStore } from './files/file-store.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Log } from './log.ts';
import type { Notifier } from './notifications/notifier.ts';
import type { Secrets } from './secrets.ts';

/** What differs between one district's installation and another's. Read once, at start. */
export type Settings = {
  /** The district's schema name, e.g. 'jianye'. */
  readonly district: string;
  /** Where residents reach this installation, without a final slash; links in messages begin with it. */
  readonly publicUrl: string;
  /** The demo: one-click sign-ins on loopback, invented identifiers admitted, messages printed instead of sent. */
  readonly demo: boolean;
};

/** The ports a use case gets: everything outside the rules. Tests build one with a settable clock. */
export type World = {
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
  /** A new UUIDv7. */
  readonly newId: () => string;
  /** A random integer in [0, below). */
  readonly random: (below: number) => number;
  readonly secrets: Secrets;
  readonly files: FileStore;
  readonly jobs: Jobs;
  readonly notifier: Notifier;
  readonly log: Log;
};
