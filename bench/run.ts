/** `npm run bench`: the product against the bare limit, in turn, on one machine; prints a table and keeps it in docs/bench.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { silentLog } from '#kernel/log.ts';
import { SERVER_HEAP } from '../src/apps/launcher/heap.ts';
import { openWorld } from '../src/apps/open-world.ts';
import { ACCOUNTS, HOME, signIn } from './district.ts';
import { putIntoDocument } from './document.ts';
import { growthOf } from './growth.ts';
import { DISTRICT, type Installation, makeInstallation, ownerPool, root } from './installation.ts';
import { loadMatters } from './load-matters.ts';
import { measureInTurn } from './measure.ts';
import { familyOf, memoryOf } from './memory.ts';
import {
  answersWell,
  buildForBench,
  builtProgram,
  type Running,
  startProgram,
} from './programs.ts';
import { loadNow, type Outcome, reportOf, type Single } from './report.ts';
import { type Row, rowsOf, type Servers } from './rows.ts';
import { dashboardCost } from './sql-cost.ts';
import { measureWarmStart } from './start-time.ts';

const OURS_PORT = 18_610;
const BARE_PORT = 18_611;
const CLIENTS = [2, 32];
const SERVER_MB = 300;
const POSTGRES_MB = 600;
const START_SECONDS = 3;
const DASHBOARD_MS = 5;

const { values: options } = parseArgs({
  options: {
    matters: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    /** Only rows whose name holds this text; nothing is kept then. */
    only: { type: 'string' },
    /** Also 100,000 against 1,000,000 matters; takes several minutes. */
    growth: { type: 'boolean', default: false },
    /** Writes a CPU profile of the server into this folder. */
    profile: { type: 'string' },
  },
});
const slices = { rounds: Number(options.rounds), seconds: Number(options.seconds) };

await buildForBench();
console.log('bench: database, district …');
const place = await makeInstallation('bench', OURS_PORT);
const programs: Running[] = [];
try {
  if (options.growth) await benchGrowth(place);
  else await bench(place, Number(options.matters));
} finally {
  for (const program of programs) await program.stop();
  await place.stop();
  place.remove();
}
process.exit();

async function bench(installation: Installation, matters: number): Promise<void> {
  const { environment, urls, embedded } = installation;
  const numbers = await load(installation, 0, matters);
  const loadBefore = loadNow();
  const { servers, ours } = await startServers(installation, numbers);
  const outcomes: Outcome[] = [];
  for (const row of rowsOf(servers).filter(({ name }) => name.includes(options.only ?? '')))
    for (const clients of CLIENTS) outcomes.push(await measureRow(row, clients));
  const { median } = await dashboardCost(urls.app, DISTRICT);
  const singles = [
    single('SQL of the district’s dashboard', median, 'ms', DASHBOARD_MS, 2),
    single('server after the run, PSS', memoryOf([ours.pid]), 'MB', SERVER_MB),
    single('PostgreSQL after the run, PSS', memoryOf(familyOf(embedded.pid)), 'MB', POSTGRES_MB),
  ];
  for (const program of programs.splice(0)) await program.stop();
  await installation.stop();
  if (!options.only) {
    const start = await measureWarmStart(environment, servers.page);
    singles.push(single('`npm start`, all built and loaded', start.seconds, 's', START_SECONDS, 1));
  }
  const report = reportOf({ matters, ...slices, load: loadBefore, outcomes, singles });
  console.log(`\n${report}`);
  if (!options.only) putIntoDocument(join(root, 'docs/bench.md'), 'bench', report);
}

async function measureRow(row: Row, clients: number): Promise<Outcome> {
  const targets = [row.ours, row.bare, ...(row.plain ? [row.plain] : [])];
  const [ours, bare, plain] = await measureInTurn(targets, clients, slices);
  if (!ours || !bare) throw new Error('nothing was measured');
  const failed = ours.failed > 0 ? `, ${ours.failed} failed` : '';
  const rates = `${ours.rate.toFixed(0)} against ${bare.rate.toFixed(0)} /s`;
  console.log(
    `bench: ${row.name}, ${clients} clients: ${rates}, p95 ${ours.p95.toFixed(1)} ms${failed}`,
  );
  return { row, clients, ours, bare, plain };
}

function single(name: string, value: number, unit: string, bar: number, digits = 0): Single {
  return {
    name,
    value: `${value.toFixed(digits)} ${unit}`,
    bar: `≤ ${bar} ${unit}`,
    holds: value <= bar,
  };
}

async function load({ environment, urls }: Installation, from: number, count: number) {
  const started = performance.now();
  const { world, close } = await openWorld(environment, { program: 'cli', log: silentLog });
  try {
    const numbers = await loadMatters(world, urls.owner, from, count);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`bench: ${count} matters loaded in ${seconds} s`);
    return numbers;
  } finally {
    await close();
  }
}

async function startServers(installation: Installation, numbers: readonly string[]) {
  const { environment, urls, dataDir } = installation;
  const profiling = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : [];
  const flags = [...SERVER_HEAP, ...profiling];
  const ours = await startProgram(builtProgram('server'), environment, '/health', flags);
  programs.push(ours);
  const page = await publicPage(ours.base);
  const file = join(dataDir, 'page.html');
  writeFileSync(file, await (await fetch(`${ours.base}${page}`)).text());
  const more = {
    PORT: String(BARE_PORT),
    PAGE_FILE: file,
    AREA: HOME,
    ORGANISATION: await stationOf(urls.owner),
  };
  const source = join(root, 'bench/bare-server.ts');
  const bare = await startProgram(source, { ...environment, ...more }, '/page');
  programs.push(bare);
  const servers: Servers = {
    ours: ours.base,
    bare: bare.base,
    clerk: await signIn(ours.base, ACCOUNTS.clerk),
    dispatcher: await signIn(ours.base, ACCOUNTS.dispatcher),
    page,
    numbers,
  };
  return { servers, ours };
}

/** The community's home; its list of bodies where that page is not there. */
async function publicPage(base: string): Promise<string> {
  const home = `/c/${HOME}`;
  return (await answersWell(`${base}${home}`)) ? home : `${home}/who`;
}

async function stationOf(url: string): Promise<string> {
  const owner = ownerPool(url);
  try {
    const { rows } = await owner.query(
      "select id from organisation where kind = 'SERVICE_STATION' and area = $1",
      [HOME],
    );
    return rows[0].id;
  } finally {
    await owner.end();
  }
}

async function benchGrowth(installation: Installation): Promise<void> {
  const steps: { matters: number; outcomes: Awaited<ReturnType<typeof measureStep>> }[] = [];
  for (const [from, matters] of [
    [0, 100_000],
    [100_000, 1_000_000],
  ] as const) {
    const numbers = await load(installation, from, matters - from);
    steps.push({ matters, outcomes: await measureStep(installation, numbers) });
  }
  const text = growthOf(steps);
  console.log(`\n${text}`);
  putIntoDocument(join(root, 'docs/bench.md'), 'growth', text);
}

async function measureStep(installation: Installation, numbers: readonly string[]) {
  const { servers } = await startServers(installation, numbers);
  const found: { name: string; p50: number; p95: number }[] = [];
  for (const row of rowsOf(servers).filter(({ name }) => /queue|read|dashboard/.test(name))) {
    const [measured] = await measureInTurn([row.ours], 2, slices);
    if (measured) found.push({ name: row.name, p50: measured.p50, p95: measured.p95 });
  }
  const { median } = await dashboardCost(installation.urls.app, DISTRICT);
  found.push({ name: 'SQL of the district’s dashboard', p50: median, p95: median });
  for (const program of programs.splice(0)) await program.stop();
  return found;
}
