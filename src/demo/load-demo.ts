import { systemScope } from '#kernel/db/scope.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import { importBodies, readBodiesFiles } from '#modules/bodies/index.ts';
import { importPastMatters, type PastFault } from '#modules/matters/index.ts';
import { loadRulebookDefaults } from '#modules/rulebook/index.ts';
import { importTerritory, readTerritoryFiles } from '#modules/territory/index.ts';
import { makeDemoAccounts } from './demo-accounts.ts';
import { type DemoState, findDemoState, keepDemoState } from './demo-state.queries.ts';
import { type DemoFiles, writeDemoFiles } from './files.ts';
import { writeNotices } from './notices.ts';
import { PLACES, type Place } from './places.ts';
import { switchReformOn } from './rollouts.ts';

export type DemoStep =
  | 'files'
  | 'rules'
  | 'territory'
  | 'bodies'
  | 'archive'
  | 'matters'
  | 'notices'
  | 'accounts';

export type DemoProgress = {
  readonly step: DemoStep;
  readonly done: number;
  readonly total: number;
};

export type DemoOptions = {
  /** Where the generated files are kept, e.g. DATA_DIR/demo. */
  readonly folder: string;
  readonly report?: (progress: DemoProgress) => void;
  readonly seed?: number;
  readonly matters?: number;
  readonly places?: readonly Place[];
};

const SEED = 20_101_209;
/** Asked for; a quarter would fall into the night and is left out, which leaves about 20,000. */
const MATTERS = 26_500;

/** Whether the demo district is there, whole. */
export async function isDemoLoaded(world: World): Promise<boolean> {
  const state = await world.database.withReadScope(systemScope, findDemoState);
  return state?.isLoaded ?? false;
}

/**
 * Makes the demo district's files and brings them in through the public imports. Once it is there nothing happens; a
 * load that was killed goes on. Returns whether anything was to do. Throws when a generated file has a fault.
 */
export async function loadDemo(world: World, options: DemoOptions): Promise<boolean> {
  const state = await beginning(world, options.seed ?? SEED);
  if (state.isLoaded) return false;
  const { folder, places = PLACES, matters = MATTERS } = options;
  const report = options.report ?? (() => {});
  const step = async <T>(name: DemoStep, work: () => Promise<T>): Promise<T> => {
    report({ step: name, done: 0, total: 1 });
    const result = await work();
    report({ step: name, done: 1, total: 1 });
    return result;
  };
  const now = new Date(state.now);
  const files = await step('files', () =>
    writeDemoFiles(folder, { seed: state.seed, now, matters, places }),
  );
  await step('rules', async () => {
    await loadRulebookDefaults(world);
    await switchReformOn(world);
  });
  await step('territory', () => loadTerritory(world, files));
  await step('bodies', () => loadBodies(world, files));
  await step('archive', () => loadMatters(world, files.archive));
  // About: merged ones come on top of what was asked for, and nights are left out.
  const total = Math.round(matters * 0.76);
  await loadMatters(world, files.matters, (done) => report({ step: 'matters', done, total }));
  await step('notices', () => writeNotices(world, places));
  await step('accounts', () => makeDemoAccounts(world, places));
  await world.database.withScope(systemScope, (tx) =>
    keepDemoState(tx, { ...state, isLoaded: true }),
  );
  return true;
}

/** The seed and the moment of the first attempt: with another moment the files would be others. */
async function beginning(world: World, seed: number): Promise<DemoState> {
  return world.database.withScope(systemScope, async (tx) => {
    const known = await findDemoState(tx);
    if (known) return known;
    const state = { seed, now: world.clock.now().toISOString(), isLoaded: false };
    await keepDemoState(tx, state);
    return state;
  });
}

const file = (path: string) => ({ name: path.split(/[\\/]/).at(-1) ?? path, path });

function demandNone(what: string, faults: readonly object[]): void {
  if (faults.length > 0)
    throw new Error(`the demo's ${what} have faults: ${JSON.stringify(faults.slice(0, 5))}`);
}

async function loadTerritory(world: World, files: DemoFiles): Promise<void> {
  const rows = await readTerritoryFiles({
    areas: file(files.areas),
    buildings: file(files.buildings),
    polygons: file(files.polygons),
  });
  demandNone('areas', (await importTerritory(world, SYSTEM, rows)).faults);
}

async function loadBodies(world: World, files: DemoFiles): Promise<void> {
  const rows = await readBodiesFiles({
    organisations: file(files.organisations),
    appointments: file(files.appointments),
  });
  demandNone('bodies', (await importBodies(world, SYSTEM, rows)).faults);
}

/** A refused matter is a mistake of the generator; a handful is no reason to have no demo, and the log tells them. */
const REFUSED_SHARE = 0.002;

async function loadMatters(
  world: World,
  path: string,
  onProgress: (matters: number) => void = () => {},
): Promise<void> {
  const faults: PastFault[] = [];
  const { imported, unchanged, refused } = await importPastMatters(world, SYSTEM, file(path), {
    onProgress,
    onFaults: (some) => faults.push(...some),
  });
  if (refused === 0) return;
  world.log.warn({ refused, faults: faults.slice(0, 20) }, 'matters of the demo were refused');
  if (refused > (imported + unchanged) * REFUSED_SHARE) demandNone('matters', faults);
}
