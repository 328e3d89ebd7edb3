import { setTimeout as delay } from 'node:timers/promises';
import type { DistrictUrls } from '#kernel/db/district.ts';
import { type OpenDistrict, startDistrict } from '#kernel/db/embedded/open-district.ts';
import { reasonOf, say } from './say.ts';
import type { Settings } from './settings.ts';

/** The database the programs work on, kept running if it is ours. */
export type Database = {
  readonly urls: DistrictUrls;
  stop(): Promise<void>;
};

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/** Opens the database; where it is the embedded one, starts it again whenever it dies and tells if its address changed. */
export async function openDatabase(
  settings: Settings,
  moved: (urls: DistrictUrls) => void,
): Promise<Database> {
  if (settings.external) return { urls: settings.external, stop: async () => {} };
  const { dataDir, district } = settings;
  let stopping = false;
  let busy: Promise<void> = Promise.resolve();
  const begin = () =>
    startDistrict({
      dataDir,
      district,
      onExit: (log) => {
        say(`数据库意外停止，重新启动 / PostgreSQL ended, starting again\n${log}`);
        busy = revive();
      },
    });
  let current: OpenDistrict = await begin();

  const revive = async (): Promise<void> => {
    const before = current.urls.app;
    await current.embedded.release();
    for (let pause = FIRST_PAUSE_MS; !stopping; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        current = await begin();
        if (current.urls.app !== before) moved(current.urls);
        return;
      } catch (error) {
        say(reasonOf(error));
        await delay(pause);
      }
    }
  };

  return {
    get urls() {
      return current.urls;
    },
    async stop() {
      stopping = true;
      await busy;
      await current.embedded.release();
    },
  };
}
