import { Hono } from 'hono';
import { mountRoutes } from '#kernel/http/mount.ts';
import { type Actor, ANYBODY, SYSTEM } from '#kernel/pure/actor.ts';
import { plainDateOf } from '#kernel/pure/dates.ts';
import type { Language } from '#kernel/pure/messages.ts';
import { loadRulebookDefaults } from '#modules/rulebook/index.ts';
import { importTerritory } from '#modules/territory/index.ts';
import { openTestWorld, type TestWorld } from '../../../../test/world.ts';
import { bodyRows, COMMUNITY } from '../matters/matters.factory.ts';
import { matterJobs } from '../messages/matter.jobs.ts';
import { portalRoutes } from './portal.routes.ts';

const DISTRICT = '320105000000';
const SUBDISTRICT = '320105901000';
export const BUILDING = `${COMMUNITY}B0003`;
/** A header by which a test's browser is signed in as a resident. */
export const ACCOUNT_HEADER = 'x-test-account';

const BODY_NAMES: Readonly<Record<string, string>> = {
  station: '映月社区服务站',
  residents: '映月社区居民委员会',
  party: '映月社区党委',
  subdistrict: '江湾街道办事处',
  command: '区城市治理指挥中心',
  pool: '区回访队',
  department: '区城市管理局',
};

/** A district with one community, a shape, two buildings and the bodies around them, on a database of its own. */
export async function aPortalWorld(): Promise<TestWorld> {
  const world = await openTestWorld(matterJobs);
  await loadRulebookDefaults(world);
  for (const row of bodyRows()) {
    await world.test.ownerPool.query(
      'insert into organisation (id, code, kind, area, root_id, valid_from, email, telephone, address, office_hours, office_hours_en) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
      [
        ...Object.values(row),
        '025-0000 0118',
        '银杏路 18 号',
        '周一至周六 8:30–17:30',
        'Monday to Saturday, 8:30–17:30',
      ],
    );
    await world.test.ownerPool.query(
      'insert into organisation_version (id, organisation_id, name, valid_from) values ($1, $2, $3, $4)',
      [world.newId(), row.id, BODY_NAMES[row.code], row.valid_from],
    );
  }
  await someTerritory(world);
  return world;
}

async function someTerritory(world: TestWorld): Promise<void> {
  const since = plainDateOf('2005-01-01');
  const area = (
    code: string,
    kind: 'district' | 'subdistrict' | 'community' | 'village',
    name: string,
    nameEn: string,
    parent: string | null,
  ) => ({
    line: 1,
    value: {
      code,
      kind,
      name,
      nameEn,
      parent,
      urbanRuralClass: null,
      validFrom: since,
      validTo: null,
      predecessors: null,
    },
  });
  const building = (code: string, name: string, lng: number, lat: number) => ({
    line: 1,
    value: {
      code,
      area: COMMUNITY,
      estateCode: `${COMMUNITY}E01`,
      estateName: '映月园',
      gridCode: `${COMMUNITY}G01`,
      gridName: '第一网格',
      name,
      address: `银杏路${name}`,
      lng,
      lat,
      crs: 'CGCS2000' as const,
      stairwells: ['1单元', '2单元'],
      validFrom: since,
      validTo: null,
    },
  });
  const report = await importTerritory(world, SYSTEM, {
    areas: [
      area(DISTRICT, 'district', '建邺区', 'Jianye District', null),
      area(SUBDISTRICT, 'subdistrict', '江湾街道', 'Jiangwan Subdistrict', DISTRICT),
      area(COMMUNITY, 'community', '映月社区', 'Yingyue Community', SUBDISTRICT),
      area('320105901201', 'village', '柳塘村', 'Liutang Village', SUBDISTRICT),
    ],
    buildings: [
      building(BUILDING, '3幢', 118.731, 32.011),
      building(`${COMMUNITY}B0004`, '4幢', 118.734, 32.014),
    ],
  });
  if (report.faults.length > 0) throw new Error(JSON.stringify(report.faults));
}

/** The code on a wall of the building. */
export async function aStairwellCode(world: TestWorld): Promise<string> {
  const { rows } = await world.test.ownerPool.query(
    'select code from stairwell where building = $1 order by name',
    [BUILDING],
  );
  return rows[0].code;
}

const aResident = (account: string): Actor => ({
  ...ANYBODY,
  face: 'self',
  account,
  name: account,
});

/** The portal's routes behind HTTP, pages drawn without a shell. */
export function aPortalApp(world: TestWorld): Hono {
  const app = new Hono();
  mountRoutes(app, portalRoutes, {
    world,
    actorOf: async (headers) => {
      const account = headers.get(ACCOUNT_HEADER);
      return account === null ? ANYBODY : aResident(account);
    },
    drawPage: (c, page) => c.html(String(page.body), page.status ?? 200),
    drawError: (c, problem) => c.text(problem.code, problem.status as 404),
  });
  return app;
}

const ORIGIN = 'http://127.0.0.1:8080';

/** A browser without JavaScript: keeps cookies, follows what a form answers, counts the presses. */
export class PlainBrowser {
  readonly #app: Hono;
  readonly #cookies = new Map<string, string>();
  readonly #account: string | null;
  readonly #language: Language;
  presses = 0;
  path = '';
  html = '';
  status = 0;

  constructor(app: Hono, account: string | null = null, language: Language = 'zh') {
    this.#app = app;
    this.#account = account;
    this.#language = language;
  }

  async open(path: string): Promise<this> {
    await this.#send(path, { method: 'GET' });
    return this;
  }

  async press(path: string, fields: Record<string, string | Blob>): Promise<this> {
    this.presses += 1;
    const form = new FormData();
    for (const [name, value] of Object.entries(fields))
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, value, 'file');
    await this.#send(path, { method: 'POST', body: form });
    return this;
  }

  async #send(path: string, init: RequestInit): Promise<void> {
    const headers = new Headers({ 'accept-language': this.#language });
    headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (this.#account !== null) headers.set(ACCOUNT_HEADER, this.#account);
    const env = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
    const address = path.replace(/#.*$/, '');
    const response = await this.#app.fetch(
      new Request(`${ORIGIN}${address}`, { ...init, headers }),
      env,
    );
    this.#keep(response);
    const next = response.headers.get('location');
    this.status = response.status;
    this.path = address;
    this.html = response.status === 303 ? '' : await response.text();
    if (response.status === 303 && next) await this.#send(next, { method: 'GET' });
  }

  #keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
