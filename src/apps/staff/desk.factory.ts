import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { mountRoutes } from '#kernel/http/mount.ts';
import { progressRoutes } from '#kernel/jobs/progress.routes.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { fileMatter } from '#modules/matters/filing/file-matter.ts';
import {
  aFiling,
  anActor,
  type BodyName,
  bodyRows,
  COMMUNITY,
  ELSEWHERE,
} from '#modules/matters/matters/matters.factory.ts';
import { routes } from '#modules/matters/routes.ts';
import { loadRulebookDefaults } from '#modules/rulebook/index.ts';
import { routes as territoryRoutes } from '#modules/territory/routes.ts';
import { openTestWorld, type TestWorld } from '../../../test/world.ts';
import { jobs } from '../jobs.ts';

const BODIES: Readonly<Record<BodyName, readonly [string, string]>> = {
  station: ['兆园社区管理服务站', 'Zhaoyuan service station'],
  residents: ['兆园居民委员会', 'Zhaoyuan residents’ committee'],
  party: ['兆园社区党委', 'Zhaoyuan Party committee'],
  subdistrict: ['南苑街道办事处', 'Nanyuan subdistrict office'],
  command: ['区指挥中心', 'District command centre'],
  pool: ['区回访组', 'District call pool'],
  department: ['区城市管理局', 'District urban management bureau'],
};
const MORE_VERBS = [
  'dashboard.read',
  'matter.export',
  'person.find',
  'matter.file',
  'matter.finish',
  'matter.take',
  'matter.import',
];
const AREAS = [
  ['320105000000', 'district', '示范区', null],
  ['320105901000', 'subdistrict', '南苑街道', '320105000000'],
  [COMMUNITY, 'community', '兆园社区', '320105901000'],
  [ELSEWHERE, 'community', '沿河社区', '320105901000'],
] as const;
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** What residents said, for the desk's tests. */
const SAID = [
  ['street_light', '三号楼门口路灯不亮，晚上老人不敢出门。'],
  ['manhole', '东门井盖松动，踩上去会响。'],
  ['noise', '楼下烧烤店半夜还在放音乐。'],
  ['stairwell_clutter', '二单元楼道堆了旧家具，走路要侧身。'],
  ['elderly_care', '母亲独居，想问助餐怎么办。'],
] as const;

export type Desk = {
  readonly world: TestWorld;
  readonly address: string;
  /** Who sits at the desk from the next request on. */
  readonly sit: (name: BodyName) => void;
  readonly close: () => Promise<void>;
};

async function fill(world: TestWorld, matters: number): Promise<void> {
  const { ownerPool } = world.test;
  await loadRulebookDefaults(world);
  for (const row of bodyRows()) {
    await ownerPool.query(
      'insert into organisation (id, code, kind, area, root_id, valid_from, email) values ($1, $2, $3, $4, $5, $6, $7)',
      Object.values(row),
    );
    await ownerPool.query(
      'insert into organisation_version (id, organisation_id, name, name_en, valid_from) values ($1, $2, $3, $4, $5)',
      [world.newId(), row.id, ...BODIES[row.code], row.valid_from],
    );
  }
  for (const area of AREAS)
    await ownerPool.query(
      `insert into area (id, code, kind, name, parent, valid_from) values ($1, $2, $3, $4, $5, '2005-01-01')`,
      [world.newId(), ...area],
    );
  for (let index = 0; index < matters; index += 1) {
    const [category, words] = SAID[index % SAID.length] ?? SAID[0];
    const area = index % 7 === 6 ? ELSEWHERE : COMMUNITY;
    await fileMatter(world, ANYBODY, aFiling({ category, words, area }));
  }
}

/** Somebody in a post of a body, with what a whole desk needs. */
export function sitting(name: BodyName): Actor {
  const actor = anActor(name, `${name}-desk`);
  const more = name === 'department' ? ['dashboard.read'] : MORE_VERBS;
  return {
    ...actor,
    verbs: { ...actor.verbs, ...Object.fromEntries(more.map((verb) => [verb, 'area' as const])) },
  };
}

function sessionOf(name: BodyName, actor: Actor) {
  const [zh, en] = BODIES[name];
  const code = bodyRows().find((row) => row.code === name)?.area ?? COMMUNITY;
  const area = AREAS.find(([one]) => one === code)?.[2] ?? '';
  const post = { id: name, title: { zh: '工作人员', en: 'Clerk' }, organisation: { zh, en } };
  return {
    actor: {
      name: '李敏',
      account: actor.account,
      face: 'staff',
      post,
      verbs: actor.verbs,
      area: { code, name: area },
      organisation: { zh, en },
    },
    posts: [post],
    needs: [],
    idleSeconds: 1800,
  };
}

/** The built workbench before the module's real routes and real rows; only who is signed in is told. */
export async function openDesk(folder: string, matters = 24): Promise<Desk> {
  const world = await openTestWorld(jobs);
  world.setNow(new Date());
  await fill(world, matters);
  let seat: BodyName = 'station';
  const app = new Hono();
  app.get('/api/v1/session', (c) => c.json(sessionOf(seat, sitting(seat))));
  app.get(
    '/api/v1/live',
    () => new Response(': begin\n\n', { headers: { 'content-type': 'text/event-stream' } }),
  );
  mountRoutes(app, [...routes, ...territoryRoutes, ...progressRoutes(jobs)], {
    world,
    actorOf: async () => sitting(seat),
    drawPage: (c, page) => c.html(String(page.body), page.status ?? 200),
    drawError: (c, problem) => c.text(problem.code, problem.status as 404),
  });
  app.get('/workbench/*', (c) => {
    const path = join(folder, c.req.path.replace('/workbench', ''));
    const file = extname(path) !== '' && existsSync(path) ? path : join(folder, 'index.html');
    return new Response(readFileSync(file), {
      headers: { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' },
    });
  });
  const port = await new Promise<{ server: ReturnType<typeof serve>; number: number }>((done) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (bound) =>
      done({ server, number: bound.port }),
    );
  });
  return {
    world,
    address: `http://127.0.0.1:${port.number}`,
    sit: (name) => {
      seat = name;
    },
    close: async () => {
      port.server.close();
      await world.close();
    },
  };
}
