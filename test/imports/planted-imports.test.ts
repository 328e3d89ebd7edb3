import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMMUNITY } from '#modules/matters/matters/matters.factory.ts';
import { bodiesAround } from '#modules/matters/past/past.factory.ts';
import { openTestWorld, type TestWorld } from '../world.ts';
import { KINDS } from './planted-kinds.ts';
import { type PlantedFormat, writePlanted } from './planted-sheet.ts';
import { killImport, runImport } from './run-import.ts';
import { countAll, countCameIn, whatCameIn } from './what-came-in.ts';

const MATTERS = 750;
const FAULTS = 2 * KINDS.length;
const around = {
  area: COMMUNITY,
  station: 'station',
  residents: 'residents',
  office: 'subdistrict',
};

let world: TestWorld;
let folder: string;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  world = await openTestWorld();
  await bodiesAround(world);
  folder = await mkdtemp(join(tmpdir(), 'linli-planted-'));
  const { app, owner, auth, sealer } = world.test.urls;
  environment = {
    DATA_DIR: folder,
    DATABASE_URL: app,
    DATABASE_OWNER_URL: owner,
    DATABASE_AUTH_URL: auth,
    DATABASE_SEALER_URL: sealer,
  };
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

async function sheet(format: PlantedFormat, prefix: string) {
  const file = join(folder, `${prefix}.${format === 'xlsx' ? 'xlsx' : 'csv'}`);
  const wanted = { seed: 7, matters: MATTERS, faults: FAULTS, prefix, arounds: [around] };
  return { file, planted: await writePlanted(file, format, wanted) };
}

it('plants every kind of fault', () => {
  expect(new Set(KINDS.map(({ column, code }) => `${column} ${code}`)).size).toBe(KINDS.length);
  expect(KINDS.length).toBeGreaterThanOrEqual(15);
});

// The whole size, with the memory it takes: `npm run test:soak`.
it('takes in GB18030 and XLSX, tells just what is planted, goes on after a kill, and changes nothing the second time', async () => {
  const { ownerPool } = world.test;
  const good = MATTERS - FAULTS;
  const list = await sheet('gb18030', 'C');
  const whole = await runImport(environment, list.file);
  expect(whole).toMatchObject({ imported: good, known: 0, refused: FAULTS });
  expect(whole.faults).toEqual(list.planted);

  const book = await sheet('xlsx', 'X');
  const came = () => countCameIn(ownerPool, 'X');
  await killImport(environment, book.file, async () => (await came()) > 0);
  const half = await came();
  expect(half).toBeLessThan(good);
  const rest = await runImport(environment, book.file);
  expect(rest).toMatchObject({ imported: good - half, known: half, refused: FAULTS });
  expect(rest.faults).toEqual(book.planted);

  const again = await countAll(ownerPool);
  expect(await runImport(environment, list.file)).toMatchObject({ imported: 0, known: good });
  expect(await runImport(environment, book.file)).toMatchObject({ imported: 0, known: good });
  expect(await countAll(ownerPool)).toBe(again);
  expect(await whatCameIn(ownerPool, 'X')).toEqual(await whatCameIn(ownerPool, 'C'));
}, 60_000);
