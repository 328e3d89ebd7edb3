import { Hono } from 'hono';
import { mountRoutes } from '#kernel/http/mount.ts';
import { type Actor, SYSTEM } from '#kernel/pure/actor.ts';
import { importBodies, readBodiesFiles } from '#modules/bodies/index.ts';
import { routes as bodies } from '#modules/bodies/routes.ts';
import { importTerritory, readTerritoryFiles } from '#modules/territory/index.ts';
import { routes as territory } from '#modules/territory/routes.ts';
import type { TestWorld } from '../../test/world.ts';

/** The district's lists as its own routes give them out, by name. */
export type DistrictFiles = Readonly<Record<string, Buffer>>;

const official: Actor = {
  ...SYSTEM,
  face: 'staff',
  verbs: { 'bodies.read': 'district', 'bodies.import': 'district' },
};
const BUILDINGS = 'buildings-';

export async function takeOut(world: TestWorld): Promise<DistrictFiles> {
  const app = new Hono();
  mountRoutes(app, [...territory, ...bodies], {
    world,
    actorOf: async () => official,
    drawPage: () => new Response(),
    drawError: () => new Response(),
  });
  const get = async (path: string) => {
    const answer = await app.request(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  };
  const { areas } = JSON.parse((await get('/api/v1/areas')).toString());
  const files: Record<string, Buffer> = {
    areas: await get('/api/v1/exports/areas'),
    polygons: await get('/api/v1/areas/shapes'),
    organisations: await get('/api/v1/exports/organisations'),
    appointments: await get('/api/v1/exports/appointments'),
  };
  for (const { code, kind } of areas)
    if (kind === 'community' || kind === 'village')
      files[`${BUILDINGS}${code}`] = await get(`/api/v1/exports/areas/${code}/buildings`);
  return files;
}

type Tally = { readonly added: number; readonly changed: number; readonly unchanged: number };
export type BroughtIn = Tally & { readonly faults: readonly unknown[] };

/** Brings such lists into a district by the imports: territory first, then its bodies. */
export async function bringIn(world: TestWorld, files: DistrictFiles): Promise<BroughtIn> {
  const file = (name: string, ending = 'csv') => ({
    name: `${name}.${ending}`,
    bytes: files[name] ?? Buffer.alloc(0),
  });
  const { areas, polygons } = { areas: file('areas'), polygons: file('polygons', 'geojson') };
  const reports: Record<string, unknown>[] = [
    await importTerritory(world, SYSTEM, await readTerritoryFiles({ areas, polygons })),
  ];
  for (const name of Object.keys(files).filter((one) => one.startsWith(BUILDINGS))) {
    const rows = await readTerritoryFiles({ buildings: file(name) });
    reports.push(await importTerritory(world, SYSTEM, rows));
  }
  const lists = { organisations: file('organisations'), appointments: file('appointments') };
  reports.push(await importBodies(world, SYSTEM, await readBodiesFiles(lists)));
  const tallies = reports.flatMap(
    ({ dryRun: _, faults: __, ...rest }) => Object.values(rest) as Tally[],
  );
  const sum = (what: keyof Tally) => tallies.reduce((all, tally) => all + tally[what], 0);
  return {
    faults: reports.flatMap(({ faults }) => faults as unknown[]),
    added: sum('added'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
  };
}
