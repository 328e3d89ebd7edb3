import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cruise, cruise } from '../../scripts/checks/cruise.ts';
import { lawfulTree, violations } from './planted-violations.ts';

const root = resolve(import.meta.dirname, '../..');
const config = join(root, 'dependency-cruiser.cjs');
const law = createRequire(import.meta.url)(config) as { forbidden: { name: string }[] };
const ruleNames = [...new Set(law.forbidden.map((rule) => rule.name))];

let lawful: Cruise;
let broken: Cruise;
let folder: string;

async function plant(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), `${text}\n`);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-law-'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await cp(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  for (const [path, text] of Object.entries(lawfulTree)) await plant(path, text);
  lawful = await cruise(folder, config);
  for (const { file, text } of violations) await plant(file, text);
  broken = await cruise(folder, config);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the import law', () => {
  it('is silent on a lawful tree, having read every file of it', () => {
    const planted = Object.keys(lawfulTree).filter((path) => path.startsWith('src/'));
    expect(lawful.violations).toEqual([]);
    expect([...lawful.seen].sort()).toEqual(planted.sort());
  });

  it('has a planted violation for every rule, and no violation of a rule that is gone', () => {
    const planted = new Set(violations.map(({ rule }) => rule));
    expect([...planted].sort()).toEqual([...ruleNames].sort());
  });

  it.each(violations)('$rule fires on $file', ({ rule, file }) => {
    // A circle is reported once, from one of its ends.
    const found = broken.violations.filter(({ from, to }) => from === file || to === file);
    const fired = found.map((violation) => violation.rule);
    expect(fired).toContain(rule);
  });
});
