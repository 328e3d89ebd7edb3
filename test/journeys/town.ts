import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { schemaNames } from '#kernel/db/district.ts';
import { systemScope } from '#kernel/db/scope.ts';
import { openJobQueue } from '#kernel/jobs/jobs.ts';
import { runJobs } from '#kernel/jobs/run-jobs.ts';
import type { Message } from '#kernel/notifications/notifier.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import {
  createDemoAccounts,
  type DemoAccount,
  listDemoAccounts,
  openAccess,
} from '#modules/access/index.ts';
import { importBodies, postsHeldBy } from '#modules/bodies/index.ts';
import { loadRulebookDefaults, publishRuleSet, readRulebook } from '#modules/rulebook/index.ts';
import { ruleFor } from '#modules/rulebook/pure.ts';
import { importTerritory } from '#modules/territory/index.ts';
import { jobs } from '../../src/apps/jobs.ts';
import { createApp } from '../../src/apps/server/create-app.ts';
import { listen } from '../../src/apps/server/listen.ts';
import { liveOf } from '../../src/apps/server/live.routes.ts';
import { openTestWorld, TEST_NOW, type TestWorld } from '../world.ts';
import {
  ADMINISTRATORS,
  BODIES,
  DISTRICT,
  organisationOf,
  type Role,
  STAFF,
  type StaffName,
  TERRITORY,
  YANHE,
} from './town-register.ts';

export type Span = { readonly days?: number; readonly minutes?: number };

export type Town = {
  readonly world: World;
  readonly test: TestWorld['test'];
  /** Where the app listens, e.g. 'http://127.0.0.1:41234'. */
  readonly url: string;
  readonly sent: readonly Message[];
  /** What went wrong inside, as the log would say it. */
  readonly errors: readonly string[];
  /** Moves the town's clock on; it ticks by itself between. */
  readonly pass: (span: Span) => void;
  /** As the demo lists them. */
  readonly accounts: readonly DemoAccount[];
  readonly account: (role: Role) => DemoAccount;
  /** The first message to an address whose text has these words; waits for the worker. */
  readonly messageTo: (address: string, words: string) => Promise<Message>;
  /** Codes of the stairwells of a community, in order. */
  readonly stairwells: (area: string) => Promise<string[]>;
  /** Throws when something went wrong inside that no page showed. */
  readonly close: () => Promise<void>;
};

type Wanted = {
  /** Who can sign in: hashing a password takes its time. */
  readonly roles: readonly Role[];
  /** Whether the worker runs, which sends the messages. */
  readonly works?: boolean;
};

const root = resolve(import.meta.dirname, '../..');
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MESSAGE_WITHIN_MS = 15_000;

/**
 * A small district with its bodies and people, and the product's own app on it at a free port of this machine: real
 * rows, real sign-ins, real pages as built. Only the clock and the outside are the test's.
 */
export async function openTown({ roles, works = true }: Wanted): Promise<Town> {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'workbench/index.html')))
    throw new Error('nothing is built: run "node scripts/build.ts" first, as npm test does');
  const test = await openTestWorld(jobs);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const clock = tickingClock();
  const errors: string[] = [];
  const log = {
    ...test.log,
    error: (facts: object, text: string) => void errors.push(told(facts, text)),
  };
  const world: World = { ...test, clock, log, settings: { ...test.settings, publicUrl: url } };
  const access = await openAccess(world, {
    url: test.test.urls.auth,
    schema: schemaNames(test.test.district).auth,
    postsOf: postsHeldBy,
  });
  await settle(world);
  await drawNobody(world);
  clock.pass({ days: 1 });
  const accounts = await makeAccounts(world, test, roles);
  const app = createApp({
    world,
    access,
    dist,
    migrations: join(root, 'db/migrations'),
    version: '0.0.1',
  });
  const listening = await listen(app, '127.0.0.1', port);
  const worker = works ? await startWorker(world, test) : null;
  return {
    world,
    test: test.test,
    url,
    sent: test.sent,
    errors,
    pass: clock.pass,
    accounts,
    account(role) {
      const found = accounts.find((one) => one.username === role);
      if (!found) throw new Error(`${role} has no account in this town`);
      return found;
    },
    messageTo: (address, words) => waitForMessage(test.sent, address, words),
    stairwells: (area) => stairwellsOf(test, area),
    async close() {
      liveOf(world).close();
      await listening.close();
      await worker?.stop();
      await access.close();
      await test.close();
      if (errors.length > 0) throw new Error(errors.join('\n'));
    },
  };
}

function told(facts: object, text: string): string {
  const { err } = facts as { err?: unknown };
  return err instanceof Error ? `${text}: ${err.stack}` : `${text}: ${JSON.stringify(facts)}`;
}

function tickingClock() {
  let start = new Date(TEST_NOW).getTime() - DAY_MS - performance.now();
  return {
    now: () => new Date(start + performance.now()),
    pass: ({ days = 0, minutes = 0 }: Span) => {
      start += days * DAY_MS + minutes * MINUTE_MS;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  await new Promise((done) => server.close(done));
  if (bound === null || typeof bound === 'string') throw new Error('no port is free');
  return bound.port;
}

async function settle(world: World): Promise<void> {
  await loadRulebookDefaults(world);
  const { faults } = await importTerritory(world, SYSTEM, TERRITORY);
  const bodies = await importBodies(world, SYSTEM, BODIES);
  const all = [...faults, ...bodies.faults];
  if (all.length > 0) throw new Error(JSON.stringify(all));
}

/** Every tenth matter is looked at by lot: a story that must not depend on the lot lives where nobody is drawn. */
async function drawNobody(world: World): Promise<void> {
  const today = dateOf(world.clock.now());
  const params = await world.database.withReadScope(systemScope, async (db) =>
    ruleFor(await readRulebook(world, db), 'matter.checking', today, YANHE),
  );
  await publishRuleSet(world, SYSTEM, {
    code: 'matter.checking',
    subject: '*',
    area: YANHE,
    validFrom: dateOf(new Date(TEST_NOW)),
    validTo: null,
    source: '试点',
    article: '',
    params: { ...params, sampleShare: 0 },
  });
}

async function makeAccounts(world: World, { test }: TestWorld, roles: readonly Role[]) {
  const { rows } = await test.ownerPool.query('select code, id from person');
  const persons = new Map(rows.map(({ code, id }) => [code as string, id as string]));
  const wanted = roles.map((role) => {
    if (role in ADMINISTRATORS) {
      const adminPost = ADMINISTRATORS[role as keyof typeof ADMINISTRATORS];
      return {
        username: role,
        name: adminPost,
        role: adminPost,
        person: null,
        adminPost,
        area: DISTRICT,
      };
    }
    const name = role as StaffName;
    const [, post, person] = STAFF[name];
    const { kind, area } = organisationOf(name);
    const known = persons.get(name) ?? null;
    return {
      username: name,
      name: person,
      role: `${kind} ${post}`,
      person: known,
      adminPost: null,
      area,
    };
  });
  await createDemoAccounts(world, wanted);
  return listDemoAccounts(world);
}

async function startWorker(world: World, { test }: TestWorld) {
  const { boss } = await openJobQueue({
    url: test.urls.app,
    schema: `${test.district}_jobs`,
    worker: true,
    onError: () => {},
  });
  return runJobs(boss, jobs, world);
}

async function waitForMessage(
  sent: readonly Message[],
  address: string,
  words: string,
): Promise<Message> {
  const end = performance.now() + MESSAGE_WITHIN_MS;
  for (;;) {
    const found = sent.findLast((one) => one.to.address === address && one.text.includes(words));
    if (found) return found;
    if (performance.now() > end)
      throw new Error(`no message with "${words}" to ${address}; sent: ${JSON.stringify(sent)}`);
    await delay(50);
  }
}

async function stairwellsOf({ test }: TestWorld, area: string): Promise<string[]> {
  const { rows } = await test.ownerPool.query(
    'select code from stairwell where area = $1 order by building, name',
    [area],
  );
  return rows.map(({ code }) => code as string);
}

/** The address in a message. */
export function linkIn(message: Message): string {
  const found = /https?:\/\/\S+/.exec(message.text)?.[0];
  if (found === undefined) throw new Error(`no address in: ${message.text}`);
  return found;
}
