import type { World } from '#kernel/world.ts';
import type { Access } from '#modules/access/index.ts';

/** What the server is made of. */
export type AppWiring = {
  readonly world: World;
  readonly access: Pick<Access, 'actorOf'>;
  /** The folder of what the build made. */
  readonly dist: string;
  /** The folder of the migrations that must have been applied. */
  readonly migrations: string;
  readonly version: string;
  /** Who shows it may read /metrics from anywhere; without one only this machine may. */
  readonly metricsToken?: string | undefined;
};
