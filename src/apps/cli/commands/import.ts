import { basename, resolve } from 'node:path';
import { SYSTEM } from '#kernel/pure/actor.ts';
import type { Language } from '#kernel/pure/messages.ts';
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
import { barOf, FaultTeller, type ImportFault } from './import-faults.ts';

const common = { 'dry-run': { type: 'boolean' }, errors: { type: 'string' } } as const;
/** Each order is a transaction of its own; so many stand between two steps of the bar. */
const ORDERS_AT_ONCE = 25;

type Source = { readonly name: string; readonly path: string };
type Reasons = (lang: Language) => Readonly<Record<string, unknown>>;
/** What came of an import: lines to say, and how many rows or records were good. */
type Came = { readonly said: readonly string[]; readonly good: number };
type Work = (world: World, faults: FaultTeller) => Promise<Came>;

const isDry = ({ options }: Call) => options['dry-run'] === true;
const sourceOf = (path: string): Source => ({ name: basename(path), path: resolve(path) });

/** What every import does: reads and writes, says what came of it, then what was wrong. */
async function runImport(call: Call, reasons: Reasons, work: Work): Promise<number> {
  const texts = importMessages[call.lang];
  const faults = new FaultTeller(call, reasons(call.lang));
  try {
    call.progress(texts.reading);
    const { said, good } = await withWorld(call, (world) => work(world, faults));
    call.progress('');
    call.say(isDry(call) ? texts.dryRun : texts.done);
    for (const line of said) call.say(`  ${line}`);
    faults.tell();
    // Wrong rows are no failure of the command while good ones went in; only a file with nothing else is.
    return faults.count > 0 && good === 0 ? 1 : 0;
  } finally {
    faults.close();
  }
}

type Tally = { readonly added: number; readonly changed: number; readonly unchanged: number };
type PartName = keyof (typeof importMessages)['zh']['parts'];
type Lists<Rows, K extends string> = {
  readonly words: string;
  /** The options that name its files. */
  readonly files: readonly K[];
  readonly reasons: Reasons;
  readonly read: (files: Partial<Record<K, Source>>) => Promise<Rows>;
  readonly take: (
    world: World,
    rows: Rows,
    options: { readonly dryRun: boolean },
  ) => Promise<
    Readonly<Partial<Record<PartName, Tally>>> & {
      readonly dryRun: boolean;
      readonly faults: readonly ImportFault[];
    }
  >;
};

/** An import of several lists that belong together, each named by an option. */
function listsCommand<Rows, K extends string>(lists: Lists<Rows, K>): Command {
  const options = Object.fromEntries(
    lists.files.map((name) => [name, { type: 'string' } as const]),
  );
  return {
    words: lists.words,
    options: { ...options, ...common },
    run: async (call) => {
      const files = filesOf(call, lists.files);
      return runImport(call, lists.reasons, async (world, told) => {
        const rows = await lists.read(files);
        call.progress(importMessages[call.lang].writing);
        const report = await lists.take(world, rows, { dryRun: isDry(call) });
        const { dryRun: _, faults, ...tallies } = report;
        told.add(faults);
        return cameOf(call, tallies as Partial<Record<PartName, Tally>>);
      });
    },
  };
}

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
  return Object.fromEntries(given) as Partial<Record<K, Source>>;
}

function cameOf({ lang }: Call, tallies: Readonly<Partial<Record<PartName, Tally>>>): Came {
  const texts = importMessages[lang];
  const all = Object.entries(tallies).map(([part, tally]) => {
    const { added, changed, unchanged } = tally;
    const line = `${texts.parts[part as PartName]}: ${texts.tally(added, changed, unchanged)}`;
    return { line, rows: added + changed + unchanged };
  });
  const some = all.filter(({ rows }) => rows > 0);
  return {
    said: some.map(({ line }) => line),
    good: some.reduce((sum, { rows }) => sum + rows, 0),
  };
}

export const importTerritoryCommand = listsCommand({
  words: 'import territory',
  files: ['areas', 'buildings', 'polygons'],
  reasons: (lang) => territoryMessages[lang].faults,
  read: readTerritoryFiles,
  take: (world, rows, options) => importTerritory(world, SYSTEM, rows, options),
});

export const importBodiesCommand = listsCommand({
  words: 'import bodies',
  files: ['organisations', 'appointments'],
  reasons: (lang) => bodiesMessages[lang].faults,
  read: readBodiesFiles,
  take: (world, rows, options) => importBodies(world, SYSTEM, rows, options),
});

/** An import of one file, given as a word. */
function fileCommand(
  words: string,
  reasons: Reasons,
  work: (world: World, call: Call, faults: FaultTeller, source: Source) => Promise<Came>,
): Command {
  return {
    words,
    usage: '<file>',
    takes: 1,
    options: common,
    run: (call) =>
      runImport(call, reasons, (world, faults) =>
        work(world, call, faults, sourceOf(call.words[0] ?? '')),
      ),
  };
}

export const importHotlineOrdersCommand = fileCommand(
  'import hotline-orders',
  (lang) => matterMessages[lang].refusals,
  async (world, call, told, source) => {
    const texts = importMessages[call.lang];
    const { good, faults } = await readOrderFile(source);
    told.add(faults.map((fault) => ({ file: source.name, ...fault })));
    if (isDry(call)) return { said: [texts.ordersReadable(good.length)], good: good.length };
    const count = { taken: 0, known: 0, refused: 0 };
    for (let from = 0; from < good.length; from += ORDERS_AT_ONCE) {
      const some = good.slice(from, from + ORDERS_AT_ONCE);
      for (const { result, number, code } of await takeOrders(world, SYSTEM, some)) {
        count[result] += 1;
        // An order that reads well but can't be taken is named by its number: its line is not kept.
        if (result === 'refused')
          told.add([{ file: source.name, line: 0, column: number, code: code ?? '', value: '' }]);
      }
      call.progress(barOf(from + some.length, good.length));
    }
    const { taken, known, refused } = count;
    return { said: [texts.orders(taken, known, refused)], good: taken + known };
  },
);

export const importPastMattersCommand = fileCommand(
  'import past-matters',
  (lang) => ({ ...matterMessages[lang].refusals, ...pastMattersMessages[lang] }),
  async (world, call, told, source) => {
    const texts = importMessages[call.lang];
    const report = await importPastMatters(world, SYSTEM, source, {
      dryRun: isDry(call),
      onFaults: (faults) => told.add(faults.map((fault) => ({ file: source.name, ...fault }))),
      onProgress: (matters) => call.progress(texts.matters(matters)),
    });
    const { imported, unchanged, refused } = report;
    return { said: [texts.past(imported, unchanged, refused)], good: imported + unchanged };
  },
);
