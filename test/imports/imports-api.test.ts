import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountRoutes } from '#kernel/http/mount.ts';
import { sweepImports } from '#kernel/imports/sweep-imports.ts';
import { workOff } from '#kernel/imports/work-off.factory.ts';
import { progressRoutes } from '#kernel/jobs/progress.routes.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import { aWorld, type TestWorld } from '#kernel/world.factory.ts';
import { aCommunity, DISTRICT_CODE } from '#modules/territory/territory.factory.ts';
import { jobs } from '../../src/apps/jobs.ts';
import { routesByModule } from '../../src/apps/modules.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';

const official: Actor = {
  ...ANYBODY,
  face: 'staff',
  account: 'official-1',
  name: '李敏',
  area: areaRange(DISTRICT_CODE),
  verbs: {
    'bodies.import': 'district',
    'territory.import': 'district',
    'matter.import': 'district',
  },
};

let base: TestDatabase;
let world: TestWorld;
let area: string;
let actor: Actor = official;
const app = new Hono();

beforeAll(async () => {
  base = await openTestDatabase();
  world = aWorld(base.database);
  const { territory = [], bodies = [], matters = [] } = routesByModule;
  mountRoutes(app, [...territory, ...bodies, ...matters, ...progressRoutes(jobs)], {
    world,
    actorOf: async () => actor,
    drawPage: () => new Response(),
    drawError: () => new Response(),
  });
  area = await aCommunity(world);
});
afterAll(() => base.drop());

/** Sends a file as the page does. */
async function send(kind: string, file: string, text: string, dryRun: boolean, as = official) {
  const form = new FormData();
  form.set('body', JSON.stringify({ dryRun }));
  form.append(file, new File([text], file === 'polygons' ? 'list.geojson' : 'list.csv'));
  actor = as;
  return app.request(`/api/v1/imports/${kind}`, { method: 'POST', body: form });
}
const jobOf = async (answer: Response) => ((await answer.json()) as { job: string }).job;
async function sent(kind: string, file: string, text: string, dryRun: boolean) {
  const job = await jobOf(await send(kind, file, text, dryRun));
  return { job, ...(await workOff(world, jobs, job)) };
}
const get = async (path: string, language = 'zh') =>
  (await app.request(path, { headers: { 'accept-language': language } })).json();

const organisation = (code: string, kind: string) =>
  `组织编码,组织类型,组织名称,区划代码,成立日期\n${code},${kind},组织,${area},2010-01-01\n`;
const event = (external: string, at: string) =>
  `原编号,事件,时间,类别,区划代码,内容\n${external},受理,${at},street_light,${area},路灯不亮\n`;

describe('an import', () => {
  it('is checked without writing anything, and then does just what was told', async () => {
    const list = organisation('CHECK1', '居民委员会');
    const checked = await sent('bodies', 'organisations', list, true);
    expect(checked).toMatchObject({ state: 'done', code: 'import_checked', faults: [] });
    expect(checked.facts['organisations.added']).toBe(1);
    const done = await sent('bodies', 'organisations', list, false);
    expect(done).toMatchObject({ state: 'done', code: 'import_done' });
    expect(done.facts).toEqual(checked.facts);
    const again = await sent('bodies', 'organisations', list, false);
    expect(again.facts).toMatchObject({ 'organisations.added': 0, 'organisations.unchanged': 1 });
    const { rows } = await base.ownerPool.query(
      `select account from journal where verb = 'organisation.added' and subject_id =
       (select id from organisation where code = 'CHECK1')`,
    );
    expect(rows).toEqual([{ account: 'official-1' }]);
  });

  it('names each fault by file, line, column and reason, all of them in words of both languages', async () => {
    const lists = [
      ['bodies', 'organisations', organisation('CHECK2', '没有这种')],
      ['bodies', 'organisations', organisation('CHECK3', '社区党委')],
      ['territory', 'areas', '区划代码,类型,名称,启用日期\n320105999001,社区,某社区,2月30日\n'],
      ['territory', 'areas', '区划代码,类型,名称,启用日期\n320105999001,社区,某社区,2010-01-01\n'],
      ['past-matters', 'events', event('A1', '前天')],
      ['past-matters', 'events', event('A2', '2150-01-01')],
    ] as const;
    for (const [kind, file, list] of lists) {
      const { job, faults } = await sent(kind, file, list, true);
      expect(faults.length).toBeGreaterThan(0);
      for (const language of ['zh', 'en']) {
        const shown = await get(`/api/v1/jobs/${job}/first-faults`, language);
        expect(shown.faults).toHaveLength(faults.length);
        faults.forEach((fault, n) => {
          const { line, column, reason } = shown.faults[n];
          expect([line, reason === fault.code]).toEqual([2, false]);
          expect(/[一-龥]/.test(fault.field) || column !== fault.field).toBe(true);
        });
      }
    }
  });

  it('fails in words where the file is no such list', async () => {
    for (const [kind, file] of [
      ['bodies', 'appointments'],
      ['territory', 'polygons'],
      ['past-matters', 'events'],
    ] as const) {
      const { job, state } = await sent(kind, file, 'a,b\n1,2\n', false);
      expect(state).toBe('failed');
      const { note, code } = await get(`/api/v1/jobs/${job}`, 'zh');
      expect(note).toMatch(/[一-龥]/);
      expect(note).not.toBe(code);
    }
  });

  it.each([
    ['bodies', 'organisations', organisation('HIDDEN1', '没有这种')],
    ['territory', 'areas', '区划代码,类型,名称,启用日期\n320105999001,社区,某社区,2月30日\n'],
    ['past-matters', 'events', event('HIDDEN2', '前天')],
  ])(
    'of %s shows itself to its posts and to who began it, and to no other of the place',
    async (kind, file, list) => {
      const { job, faults } = await sent(kind, file, list, true);
      expect(faults).not.toEqual([]);
      const shown = async (as: Actor) => {
        actor = as;
        const paths = ['', '/first-faults', '/faults'].map((path) => `/api/v1/jobs/${job}${path}`);
        const answers = await Promise.all(paths.map((path) => app.request(path)));
        const { jobs } = await get('/api/v1/jobs?kind=import.');
        const isListed = jobs.some(({ id }: { id: string }) => id === job);
        return [...answers.map(({ status }) => status), isListed];
      };
      const verb = jobs.find(({ name }) => name === `import.${kind}`)?.verb ?? '';
      const { [verb]: own, ...others } = official.verbs;
      expect([own, Object.keys(others).length]).toEqual(['district', 2]);
      const another = { ...official, account: 'official-2' };
      const seen = [200, 200, 200, true];
      expect(await shown({ ...another, verbs: { [verb]: 'district' } })).toEqual(seen);
      expect(await shown({ ...official, verbs: {} })).toEqual(seen);
      const hidden = [404, 404, 404, false];
      expect(await shown({ ...another, verbs: others })).toEqual(hidden);
      expect(await shown({ ...another, verbs: { 'matter.read': 'district' } })).toEqual(hidden);
    },
  );

  it('is not for a post without the verb, and needs a file', async () => {
    const nobody = { ...official, verbs: {} };
    expect((await send('bodies', 'organisations', 'x', true, nobody)).status).toBe(403);
    expect((await send('bodies', 'areas', 'x', true)).status).toBe(422);
  });

  it('keeps its files as long as they are needed, and nobody’s name', async () => {
    const job = await jobOf(
      await send('bodies', 'organisations', organisation('KEPT1', '居民委员会'), true),
    );
    const stored = async () =>
      (await base.ownerPool.query('select input from long_job where id = $1', [job])).rows[0].input;
    const { files, actor: kept } = await stored();
    expect(kept).toMatchObject({ account: 'official-1', name: '', person: null });
    const { sha256 } = files.organisations;
    world.pass(2 * 3_600_000);
    await sweepImports(world);
    expect(await world.files.has(sha256)).toBe(true);
    await workOff(world, jobs, job);
    await sweepImports(world);
    expect(await world.files.has(sha256)).toBe(true);
    world.pass(2 * 3_600_000);
    expect(await sweepImports(world)).toBeGreaterThan(0);
    expect(await world.files.has(sha256)).toBe(false);
    expect(await stored()).not.toHaveProperty('files');
  });
});
