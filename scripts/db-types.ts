import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import {
  type ClusterAddress,
  cloneTemplate,
  DISTRICT,
  dropDatabase,
  openCluster,
} from '../test/cluster.ts';

const root = resolve(import.meta.dirname, '..');
const path = 'db/types.ts';
const run = promisify(execFile);

/** As the kernel's client reads them: counts as numbers, dates as 'YYYY-MM-DD'. */
const OPTIONS = [
  '--dialect=postgres',
  '--camel-case',
  '--date-parser=string',
  '--type-mapping={"int8":"number"}',
  `--default-schema=${DISTRICT}`,
  '--exclude-pattern=*kysely_migration*',
  '--log-level=silent',
  '--print',
];

/** The text of db/types.ts for a migrated database, formatted. */
export async function generateTypes(ownerUrl: string): Promise<string> {
  const generator = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js');
  const { stdout } = await run(process.execPath, [generator, `--url=${ownerUrl}`, ...OPTIONS], {
    cwd: root,
  });
  return format(stdout);
}

export function presentTypes(): string {
  return readFileSync(join(root, path), 'utf8');
}

function format(text: string): string {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
}

async function typesOfTemplate(address: ClusterAddress): Promise<string> {
  const name = `${address.clonePrefix}${randomBytes(5).toString('hex')}`;
  const { owner } = await cloneTemplate(address, name);
  try {
    return await generateTypes(owner);
  } finally {
    await dropDatabase(address, name);
  }
}

/** `npm run types` writes db/types.ts from the migrations; with `--check` it only says whether the file is theirs. */
async function main(): Promise<void> {
  const cluster = await openCluster();
  try {
    const text = await typesOfTemplate(cluster.address);
    if (!process.argv.includes('--check')) writeFileSync(join(root, path), text);
    else if (text !== presentTypes()) throw new Error(`${path} is out of date: npm run types`);
  } finally {
    await cluster.close();
  }
}

if (import.meta.main) await main();
