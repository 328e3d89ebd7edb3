import { join } from 'node:path';
import { schemaNames } from '#kernel/db/district.ts';
import { silentLog } from '#kernel/log.ts';
import type { World } from '#kernel/world.ts';
import { listDemoAccounts, openAccess } from '#modules/access/index.ts';
import { postsHeldBy } from '#modules/bodies/index.ts';
import { type DemoProgress, loadDemo } from '../../../demo/index.ts';
import { openWorld } from '../../open-world.ts';
import type { Call, Command } from '../command.ts';
import { demoMessages } from './demo.messages.ts';

/** How often a line is written where there is no terminal to write over: the launcher shows each. */
const LINE_EACH_MS = 1_000;

/** Opens the world as the demo's; without it nothing of the demo is touched. */
async function withDemo(call: Call, work: (world: World) => Promise<number>): Promise<number> {
  const variables = await call.worldVariables();
  const opened = await openWorld(variables, { program: 'cli', log: silentLog });
  try {
    if (!opened.world.settings.demo) {
      call.say(demoMessages[call.lang].notDemo);
      return 1;
    }
    return await work(opened.world);
  } finally {
    await opened.close();
  }
}

export const demoLoadCommand: Command = {
  words: 'demo load',
  run: (call) =>
    withDemo(call, async (world) => {
      const texts = demoMessages[call.lang];
      const started = performance.now();
      const access = await openAccess(world, {
        url: call.environment.DATABASE_AUTH_URL ?? (await call.openDatabase()).urls.auth,
        schema: schemaNames(world.settings.district).auth,
        postsOf: postsHeldBy,
      });
      try {
        const folder = join(call.environment.dataDir, 'demo');
        const isNew = await loadDemo(world, { folder, report: teller(call) });
        call.progress('');
        if (!isNew) call.say(texts.loadedBefore);
        else {
          const seconds = ((performance.now() - started) / 1000).toFixed(0);
          call.say(`${texts.loaded}（${texts.seconds(seconds)}）`);
        }
        return 0;
      } finally {
        await access.close();
      }
    }),
};

/** A bar on a terminal; elsewhere a line now and then, and one for each step. */
function teller(call: Call): (progress: DemoProgress) => void {
  const texts = demoMessages[call.lang];
  let last = { step: '', at: 0 };
  return ({ step, done, total }) => {
    const percent = Math.min(100, Math.floor((100 * done) / Math.max(1, total)));
    const text = texts.progress(texts.steps[step], percent);
    call.progress(text);
    const now = performance.now();
    if (process.stderr.isTTY || (last.step === step && now - last.at < LINE_EACH_MS)) return;
    last = { step, at: now };
    call.say(text);
  };
}

export const demoAccountsCommand: Command = {
  words: 'demo accounts',
  options: { json: { type: 'boolean' } },
  run: (call) =>
    withDemo(call, async (world) => {
      const texts = demoMessages[call.lang];
      const accounts = await listDemoAccounts(world);
      if (call.options['json'] === true) call.say(JSON.stringify(accounts, null, 2));
      else {
        for (const { role, username, password, area } of accounts)
          call.say(texts.account(role, username, password, area));
        if (accounts.length === 0) call.say(texts.accountsNone);
      }
      return accounts.length > 0 ? 0 : 1;
    }),
};
