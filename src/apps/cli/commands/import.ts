import { basename, resolve } from 'node:path';
import { SYSTEM } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import { bodiesMessages, importBodies, readBodiesFiles } from '#modules/bodies/index.ts';
import {
  importPastMatters,
  matterMessages,
  pastMattersMessages,
  readOrderFile,
  takeOrders,
} from '#modules/matters/index.ts';
import {
  importTerritory,
  readTerritoryFiles,
  territoryMessages,
} from '#modules/territory/index.ts';
import { type Call, type Command, WrongUse } from '../command.ts';
import { withWorld } from '../with-world.ts';
import { importMessages } from './import.messages.ts';
import { barOf, type ImportFault, tellFaults } from './import-faults.ts';

const common = { 'dry-run': { type: 'boolean' }, errors: { type: 'string' } } as const;
const file = { type: 'string' } as const;
/** Each order is a transaction of its own; so many stand between two steps of the bar. */
const ORDERS_AT_ONCE = 25;

const isDry = ({ options }: Call) => options['dry-run'] === true;

const sourceOf = (path: string) => ({ name: basename(path), path: resolve(path) });

/** The files named by options; wrong use where none is. */
function filesOf<K extends string>(call: Call, names: readonly K[]) {
  const given = names.flatMap((name) => {
    const path = call.options[name];
    return typeof path === 'string' ? [[name, sourceOf(path)] as const] : [];
  });
  if (given.length === 0) {
    const options = names.map((name) => `--${name}`).join(', ');
    throw new WrongUse(importMessages[call.lang].filesWanted(options));
  }
  return Object.fromEntries(given) as Partial<Record<K, ReturnType<typeof sourceOf>>>;
}

type Tally = { readonly added: number; readonly changed: number; readonly unchanged: number };

function tellTallies(call: Call, tallies: Readonly<Partial<Record<PartName, Tally>>>): void {
  const texts = importMessages[call.lang];
  call.say(isDry(call) ? texts.dryRun : texts.done);
  for (const [part, { added, changed, unchanged }] of Object.entries(tallies)) {
    if (added + changed + unchanged === 0) continue;
    call.say(`  ${texts.parts[part as PartName]}: ${texts.tally(added, changed, unchanged)}`);
  }
}
type PartName = keyof (typeof importMessages)['zh']['parts'];

/** Wrong rows are no failure of the command while good ones went in; only a file with nothing but wrong rows is. */
const codeOf = (faults: readonly unknown[], good: number) =>
  faults.length > 0 && good === 0 ? 1 : 0;

const sum = (tallies: readonly Tally[]) =>
  tallies.reduce((all, { added, changed, unchanged }) => all + added + changed + unchanged, 0);

export const importTerritoryCommand: Command = {
  words: 'import territory',
  options: { areas: file, buildings: file, polygons: file, ...common },
  async run(call) {
    const texts = importMessages[call.lang];
    const files = filesOf(call, ['areas', 'buildings', 'polygons']);
    return withWorld(call, async (world) => {
      call.progress(texts.reading);
      const rows = await readTerritoryFiles(files);
      call.progress(texts.writing);
      const { dryRun, faults, ...tallies } = await importTerritory(world, SYSTEM, rows, {
        dryRun: isDry(call),
      });
      call.progress('');
      tellTallies(call, tallies);
      tellFaults(call, faults, territoryMessages[call.lang].faults);
      return codeOf(faults, sum(Object.values(tallies)));
    });
  },
};

export const importBodiesCommand: Command = {
  words: 'import bodies',
  options: { organisations: file, appointments: file, ...common },
  async run(call) {
    const texts = importMessages[call.lang];
    const files = filesOf(call, ['organisations', 'appointments']);
    return withWorld(call, async (world) => {
      call.progress(texts.reading);
      const rows = await readBodiesFiles(files);
      call.progress(texts.writing);
      const { dryRun, faults, ...tallies } = await importBodies(world, SYSTEM, rows, {
        dryRun: isDry(call),
      });
      call.progress('');
      tellTallies(call, tallies);
      tellFaults(call, faults, bodiesMessages[call.lang].faults);
      return codeOf(faults, sum(Object.values(tallies)));
    });
  },
};

export const importHotlineOrdersCommand: Command = {
  words: 'import hotline-orders',
  usage: '<file>',
  takes: 1,
  options: common,
  async run(call) {
    const texts = importMessages[call.lang];
    const source = sourceOf(call.words[0] ?? '');
    return withWorld(call, async (world) => {
      call.progress(texts.reading);
      const read = await readOrderFile(source);
      const outcomes = isDry(call) ? [] : await takeAll(world, call, read.good);
      const refused = outcomes.filter(({ result }) => result === 'refused');
      const good = isDry(call) ? read.good.length : outcomes.length - refused.length;
      const taken = outcomes.filter(({ result }) => result === 'taken').length;
      call.say(isDry(call) ? texts.dryRun : texts.done);
      const summary = texts.orders(taken, good - taken, refused.length);
      call.say(`  ${isDry(call) ? texts.ordersReadable(good) : summary}`);
      const faults: ImportFault[] = [
        ...read.faults.map((fault) => ({ file: source.name, ...fault })),
        // An order that reads well but can't be taken is named by its number: its line is not kept.
        ...refused.map(({ number, code }) => ({
          file: source.name,
          line: 0,
          column: number,
          code: code ?? '',
          value: '',
        })),
      ];
      tellFaults(call, faults, matterMessages[call.lang].refusals);
      return codeOf(faults, good);
    });
  },
};

type Orders = Awaited<ReturnType<typeof readOrderFile>>['good'];

async function takeAll(world: World, call: Call, orders: Orders) {
  const outcomes: Awaited<ReturnType<typeof takeOrders>> = [];
  for (let from = 0; from < orders.length; from += ORDERS_AT_ONCE) {
    outcomes.push(...(await takeOrders(world, SYSTEM, orders.slice(from, from + ORDERS_AT_ONCE))));
    call.progress(barOf(outcomes.length, orders.length));
  }
  call.progress('');
  return outcomes;
}

export const importPastMattersCommand: Command = {
  words: 'import past-matters',
  usage: '<file>',
  takes: 1,
  options: common,
  async run(call) {
    const texts = importMessages[call.lang];
    const source = sourceOf(call.words[0] ?? '');
    return withWorld(call, async (world) => {
      const all: ImportFault[] = [];
      const report = await importPastMatters(world, SYSTEM, source, {
        dryRun: isDry(call),
        onFaults: (faults) => {
          for (const fault of faults) all.push({ file: source.name, ...fault });
        },
        onProgress: (matters) => call.progress(texts.matters(matters)),
      });
      const { imported, unchanged, refused } = report;
      call.progress('');
      call.say(isDry(call) ? texts.dryRun : texts.done);
      call.say(`  ${texts.past(imported, unchanged, refused)}`);
      tellFaults(call, all, {
        ...matterMessages[call.lang].refusals,
        ...pastMattersMessages[call.lang],
      });
      return codeOf(all, imported + unchanged);
    });
  },
};
