import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { faultsOfCatalogue } from './catalogues.ts';
import { cruise } from './cruise.ts';
import { isRead, wordsToRemove } from './house-words.ts';
import { faultsOfMigration, faultsOfOrder } from './migrations.ts';
import { faultsOfMap, type ModuleMap } from './module-map.ts';
import { faultsOfSource } from './source-law.ts';

export const root = resolve(import.meta.dirname, '../..');

/** Files of the working tree that git knows or would take, without those deleted; relative paths. */
function filesOfTree(): string[] {
  const list = (...options: string[]) =>
    execFileSync('git', ['ls-files', ...options], { cwd: root, encoding: 'utf8' })
      .split('\n')
      .filter(Boolean);
  const gone = new Set(list('--deleted'));
  return list('--cached', '--others', '--exclude-standard').filter((path) => !gone.has(path));
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const isSource = (path: string): boolean => /^src\/.*[.]tsx?$/.test(path);

/** The import law over our own tree. A cruiser that saw less than every source file also reports success, so that counts too. */
export async function checkImports(): Promise<string[]> {
  const { violations, seen } = await cruise(root, 'dependency-cruiser.cjs');
  const read = new Set(seen);
  const unseen = filesOfTree().filter((path) => isSource(path) && !read.has(path));
  return [
    ...violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`),
    ...unseen.map((path) => `the cruiser did not read ${path}`),
  ];
}

export function checkModuleMap(): string[] {
  const map = JSON.parse(read('docs/module-map.json')) as ModuleMap;
  const modules = filesOfTree().flatMap((path) => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? []);
  return faultsOfMap(map, [...new Set(modules)]);
}

export function checkMigrations(): string[] {
  const folder = 'db/migrations';
  const names = readdirSync(join(root, folder)).sort();
  return [
    ...names.flatMap((name) => faultsOfMigration(name, read(`${folder}/${name}`))),
    ...faultsOfOrder(names),
  ];
}

export function checkWords(): string[] {
  return filesOfTree()
    .filter(isRead)
    .flatMap((path) => wordsToRemove(path, read(path)));
}

export function checkSources(): string[] {
  return filesOfTree()
    .filter(isSource)
    .flatMap((path) => faultsOfSource(path, read(path)));
}

/** Every catalogue of every `*.messages.ts`: an export that has a `zh` and an `en`. A file without one is a fault too. */
export async function checkCatalogues(): Promise<string[]> {
  const faults: string[] = [];
  for (const path of filesOfTree().filter((name) => name.endsWith('.messages.ts'))) {
    const exported = (await import(pathToFileURL(join(root, path)).href)) as object;
    const catalogues = Object.values(exported).filter(isCatalogue);
    if (catalogues.length === 0)
      faults.push(`${path}: exports no catalogue made by defineMessages`);
    for (const { zh, en } of catalogues) {
      faults.push(...faultsOfCatalogue(zh, en).map((why) => `${path}: ${why}`));
    }
  }
  return faults;
}

function isCatalogue(value: unknown): value is { zh: unknown; en: unknown } {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}
