import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountRoutes } from '#kernel/http/mount.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import { AppError } from '#kernel/pure/errors.ts';
import { aWorld, type TestWorld } from '#kernel/world.factory.ts';
import { importTerritory, readTerritoryFiles } from '#modules/territory/index.ts';
import { aCommunity, DISTRICT_CODE } from '#modules/territory/territory.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { routes } from '../routes.ts';
import { changesIn, csvOf, IMPORT_KINDS, type ImportKind, reportOf } from './import-lists.rules.ts';
import { importTextsEndpoint } from './import-texts.contract.ts';

const official: Actor = {
  ...ANYBODY,
  face: 'staff',
  account: 'official-1',
  area: areaRange(DISTRICT_CODE),
  verbs: { 'bodies.import': 'district', 'territory.import': 'district' },
};

let base: TestDatabase;
let world: TestWorld;
let area: string;
let actor: Actor = official;
const app = new Hono();

beforeAll(async () => {
  base = await openTestDatabase();
  world = aWorld(base.database);
  mountRoutes(app, routes, {
    world,
    actorOf: async () => actor,
    drawPage: () => new Response(),
    drawError: () => new Response(),
  });
  area = await aCommunity(world);
});
afterAll(() => base.drop());

/** The territory's own route is behind its door; what stands behind that is its import. */
async function sendTerritory(file: string, upload: File, dryRun: boolean): Promise<Response> {
  try {
    const source = { name: upload.name, bytes: new Uint8Array(await upload.arrayBuffer()) };
    const rows = await readTerritoryFiles({ [file]: source });
    return Response.json(await importTerritory(world, official, rows, { dryRun }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.reason }, { status: 422 });
  }
}

/** Sends a file as the page does. */
async function send(kind: ImportKind, file: string, text: string, dryRun: boolean) {
  const form = new FormData();
  form.set('body', JSON.stringify({ dryRun }));
  const name = file === 'polygons' ? 'list.geojson' : 'list.csv';
  const upload = new File([text], name);
  if (kind === 'territory') return sendTerritory(file, upload, dryRun);
  form.append(file, upload);
  return app.request(IMPORT_KINDS[kind].path, { method: 'POST', body: form });
}
const reportFrom = async (answer: Response) => reportOf(await answer.json());
const organisation = (code: string, kind: string) =>
  `组织编码,组织类型,组织名称,区划代码,成立日期\n${code},${kind},组织,${area},2010-01-01\n`;

describe('a check', () => {
  it('tells what would change and writes nothing; the import then does just that', async () => {
    const list = organisation('CHECK1', '居民委员会');
    const checked = await reportFrom(await send('bodies', 'organisations', list, true));
    expect(checked).toMatchObject({ dryRun: true, faults: [] });
    expect(changesIn(checked)).toBe(1);
    const done = await reportFrom(await send('bodies', 'organisations', list, false));
    expect([done.dryRun, changesIn(done)]).toEqual([false, 1]);
    const again = await reportFrom(await send('bodies', 'organisations', list, false));
    expect(changesIn(again)).toBe(0);
  });

  it('names line, column and reason of each fault, and every reason and column has its words', async () => {
    const answer = await app.request(importTextsEndpoint.path);
    const texts = importTextsEndpoint.reply.parse(await answer.json());
    const lists = [
      ['bodies', 'organisations', organisation('CHECK2', '没有这种')],
      ['bodies', 'organisations', organisation('CHECK3', '社区党委')],
      ['territory', 'areas', '区划代码,类型,名称,启用日期\n320105999001,社区,某社区,2月30日\n'],
      ['territory', 'areas', '区划代码,类型,名称,启用日期\n320105999001,社区,某社区,2010-01-01\n'],
    ] as const;
    for (const [kind, file, list] of lists) {
      const { faults } = await reportFrom(await send(kind, file, list, true));
      expect(faults.length).toBeGreaterThan(0);
      for (const fault of faults) {
        expect(fault).toMatchObject({ file, line: 2 });
        expect(texts.faults).toHaveProperty([fault.code]);
        expect(/[一-龥]/.test(fault.column) || fault.column in texts.columns).toBe(true);
      }
    }
  });

  it('is refused as a whole where the file is no such list, with words for it', async () => {
    const { faults } = importTextsEndpoint.reply.parse(
      await (await app.request(importTextsEndpoint.path)).json(),
    );
    for (const [kind, file] of [
      ['bodies', 'appointments'],
      ['territory', 'polygons'],
    ] as const) {
      const answer = await send(kind, file, 'a,b\n1,2\n', true);
      expect(answer.status).toBe(422);
      expect(faults).toHaveProperty([((await answer.json()) as { code: string }).code]);
    }
  });

  it('is not for a post without the verb', async () => {
    actor = { ...official, verbs: {} };
    expect((await send('bodies', 'organisations', 'x', true)).status).toBe(403);
    actor = official;
  });
});

it('the file of faults opens in a spreadsheet as text', () => {
  expect(
    csvOf([
      ['a', '=1+1'],
      ['b "c"', 'd,e'],
    ]),
  ).toBe(`\ufeffa,'=1+1\r\n"b ""c""","d,e"\r\n`);
});
