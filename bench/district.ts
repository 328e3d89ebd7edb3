import type pg from 'pg';
import { SYSTEM } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import { createDemoAccounts } from '#modules/access/index.ts';
import { importBodies, readBodiesFiles } from '#modules/bodies/index.ts';
import { loadRulebookDefaults } from '#modules/rulebook/index.ts';
import { importTerritory, readTerritoryFiles } from '#modules/territory/index.ts';

/** The sign-ins of the small district, by username. */
export const ACCOUNTS = {
  clerk: 'bench-clerk',
  residents: 'bench-residents',
  dispatcher: 'bench-dispatcher',
} as const;

const DISTRICT = '320105000000';
const SUBDISTRICTS = 7;
const COMMUNITIES = 38;
const VILLAGES = 18;
const SINCE = '2009-04-01';

/** Codes of the 38 communities and the 18 villages, spread evenly over the seven subdistricts. */
const codes = (count: number, first: number) =>
  Array.from({ length: count }, (_, index) => {
    const subdistrict = 901 + (index % SUBDISTRICTS);
    return `320105${subdistrict}${first + Math.floor(index / SUBDISTRICTS)}`;
  });
export const communities = codes(COMMUNITIES, 101);
export const villages = codes(VILLAGES, 201);
/** Where the clerk and the residents' committee sit. */
export const HOME = communities[0] ?? '';

const subdistrictOf = (code: string) => `${code.slice(0, 9)}000`;
const subdistricts = [...new Set(communities.map(subdistrictOf))];
const sheet = (name: string, lines: readonly string[]) => ({
  name: `${name}.csv`,
  bytes: Buffer.from(`${lines.join('\n')}\n`),
});

function areas() {
  const row = (code: string, kind: string, parent: string) =>
    `${code},${kind},${kind}${code.slice(6, 12)},${parent},2002-01-01`;
  return sheet('areas', [
    '区划代码,类型,名称,上级代码,启用日期',
    row(DISTRICT, '区', ''),
    ...subdistricts.map((code) => row(code, '街道', DISTRICT)),
    ...communities.map((code) => row(code, '社区', subdistrictOf(code))),
    ...villages.map((code) => row(code, '行政村', subdistrictOf(code))),
  ]);
}

const keyOf = (code: string) => code.slice(6);

function organisations() {
  const row = (code: string, kind: string, area: string, parent = '') =>
    `${code},${kind},${kind}${keyOf(area)},${area},${parent},${SINCE}`;
  return sheet('organisations', [
    '组织编码,组织类型,组织名称,区划代码,上级组织编码,成立日期',
    row('DC', '区委', DISTRICT),
    row('CC', '指挥中心', DISTRICT),
    row('CP', '回访组', DISTRICT),
    ...subdistricts.map((area) => row(`O${keyOf(area)}`, '街道办事处', area)),
    ...communities.flatMap((area) => [
      row(`P${keyOf(area)}`, '社区党委', area, 'DC'),
      row(`R${keyOf(area)}`, '居委会', area),
      row(`S${keyOf(area)}`, '服务站', area),
    ]),
  ]);
}

function holders() {
  const row = (body: string, post: string, name: string, origin = '招聘') =>
    `${body},${post},${name},${origin},${SINCE}`;
  return sheet('appointments', [
    '组织编码,岗位,姓名,产生方式,任职日期',
    row(`S${keyOf(HOME)}`, '值班长', '甲一'),
    row(`R${keyOf(HOME)}`, '主任', '乙二', '选举'),
    row('CC', '派单员', '丙三'),
  ]);
}

/**
 * A district of 38 communities and 18 villages with its bodies, one clerk, one residents' director and one dispatcher
 * of the whole district, through the public imports. Its accounts must be open (`openAccess`).
 */
export async function makeDistrict(world: World, owner: pg.Pool): Promise<void> {
  await loadRulebookDefaults(world);
  const territory = await importTerritory(
    world,
    SYSTEM,
    await readTerritoryFiles({ areas: areas() }),
  );
  const bodies = await importBodies(
    world,
    SYSTEM,
    await readBodiesFiles({ organisations: organisations(), appointments: holders() }),
  );
  const fault = territory.faults[0] ?? bodies.faults[0];
  if (fault) throw new Error(`the small district has a fault: ${JSON.stringify(fault)}`);
  const account = async (username: string, name: string, role: string, area: string) => {
    const { rows } = await owner.query(
      'select person_id from appointment where holder_name = $1 limit 1',
      [name],
    );
    return { username, name, role, person: rows[0].person_id as string, adminPost: null, area };
  };
  await createDemoAccounts(world, [
    await account(ACCOUNTS.clerk, '甲一', 'SERVICE_STATION duty_clerk', HOME),
    await account(ACCOUNTS.residents, '乙二', 'RESIDENTS_COMMITTEE director', HOME),
    await account(ACCOUNTS.dispatcher, '丙三', 'COMMAND_CENTRE dispatcher', DISTRICT),
  ]);
}

/** Signs in over HTTP as the demo's page does; returns the cookie that browsers would send. */
export async function signIn(base: string, username: string): Promise<string> {
  const answer = await fetch(`${base}/api/v1/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username }),
  });
  if (!answer.ok) throw new Error(`no sign-in as ${username}: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
