import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publicScope, systemScope } from '#kernel/db/scope.ts';
import type { ApiRoute, Request } from '#kernel/http/route.ts';
import { ANYBODY, SYSTEM } from '#kernel/pure/actor.ts';
import { AppError } from '#kernel/pure/errors.ts';
import { aWorld, type TestWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { progressRoutes } from './progress.routes.ts';
import {
  listRowFaults,
  resumeLongJobs,
  runLongJob,
  startLongJob,
  stepLongJob,
} from './progress.ts';
import type { JobDefinition } from './run-jobs.ts';

let base: TestDatabase;
let world: TestWorld;
beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(() => base.drop());
beforeEach(() => {
  world = aWorld(base.database);
});

type Input = { rows: number };
const area = '320105001000';
const forever = new AbortController().signal;

const start = (rows: number) =>
  base.database.withScope(systemScope, (tx) =>
    startLongJob(tx, world, SYSTEM, { kind: 'count', area, total: rows, input: { rows } }),
  );

/** Takes three rows a step; every fourth has a fault. What it writes is a counter of its own. */
const countRows =
  (log: number[]) => async (_: unknown, job: { input: Input; cursor: number | null }) => {
    const from = job.cursor ?? 0;
    const to = Math.min(from + 3, job.input.rows);
    const lines = Array.from({ length: to - from }, (__, index) => from + index + 1);
    log.push(...lines);
    const faults = lines
      .filter((line) => line % 4 === 0)
      .map((line) => ({ file: 'list', line, field: 'birth', code: 'not_a_date', value: '=1+1' }));
    return { cursor: to, done: lines.length, faults, isLast: to === job.input.rows };
  };

const counting: JobDefinition<never> = {
  name: 'count',
  words: {
    zh: { codes: { done: '数完了', not_a_date: '不是日期' }, columns: {}, files: { list: '名册' } },
    en: {
      codes: {
        done: 'Counted',
        not_a_date: 'Not a date',
        columns_missing: ({ columns }: { columns: string }) => `Without ${columns}`,
      },
      columns: { birth: 'Born on' },
      files: { list: 'List' },
    },
  },
  handle: async () => {},
};
const routes = progressRoutes([counting]) as ApiRoute[];

/** Asks a route by its address, in English. */
async function ask(path: string, given: object, actor = staffOf('320105')) {
  const route = routes.find(({ endpoint }) => endpoint.path === path);
  const request = { world, actor, lang: 'en', ...given };
  return await route?.handle(request as unknown as Request<never, never, never>);
}
const view = (id: string, actor = staffOf('320105')) =>
  ask('/api/v1/jobs/{id}', { params: { id } }, actor);

const staffOf = (lo: string) => ({
  ...ANYBODY,
  face: 'staff' as const,
  area: { lo, hi: `${lo}:` },
});

describe('long work', () => {
  it('goes step by step to its end and shows how far it is', async () => {
    const id = await start(10);
    expect(world.enqueued).toEqual([{ name: 'count', input: { longJob: id } }]);
    const rows: number[] = [];
    await stepLongJob(world, id, countRows(rows));
    expect(await view(id)).toMatchObject({ state: 'running', done: 3, total: 10, faults: 0 });
    await runLongJob(world, id, forever, countRows(rows));
    expect(rows).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await view(id)).toEqual({
      id,
      kind: 'count',
      state: 'done',
      done: 10,
      total: 10,
      code: 'done',
      note: 'Counted',
      facts: {},
      faults: 2,
      faultFile: `/api/v1/jobs/${id}/faults`,
    });
    await expect(view(id, staffOf('320106'))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('killed in a step repeats that step and no other', async () => {
    const id = await start(10);
    const kept: number[] = [];
    await stepLongJob(world, id, countRows(kept));
    const killed = stepLongJob<Input, number>(world, id, async () => {
      throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
    });
    await expect(killed).rejects.toMatchObject({
      code: 'unavailable',
      cause: { message: 'gone' },
    });
    const again = () =>
      world.enqueued.filter(({ input }) => 'longJob' in input && input.longJob === id);
    await resumeLongJobs(world);
    expect(again()).toHaveLength(1);
    world.pass(61_000);
    await resumeLongJobs(world);
    expect(again()).toHaveLength(2);
    await runLongJob(world, id, forever, countRows(kept));
    expect(kept).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('stops with the worker and fails with a reason', async () => {
    const id = await start(10);
    await runLongJob(world, id, AbortSignal.abort(), countRows([]));
    expect(await view(id)).toMatchObject({ state: 'waiting', done: 0 });
    await runLongJob(world, id, forever, async () => {
      throw new AppError('refused', 'columns_missing', { facts: { columns: 'Name' } });
    });
    const failed = { state: 'failed', code: 'columns_missing', note: 'Without Name' };
    expect(await view(id)).toMatchObject(failed);
    await runLongJob(world, id, forever, countRows([]));
    expect(await view(id)).toMatchObject({ state: 'failed', done: 0 });
  });

  it('is tried again after a full disk or a lost connection', async () => {
    const id = await start(10);
    for (const error of [
      new AppError('unavailable', 'no_space'),
      Object.assign(new Error('x'), { code: '57P01' }),
      new Error('Connection terminated unexpectedly'),
    ]) {
      const run = runLongJob(world, id, forever, async () => {
        throw error;
      });
      await expect(run).rejects.toSatisfy((e: Error) => e === error || e.cause === error);
    }
    expect(await view(id)).toMatchObject({ state: 'waiting' });
  });

  it('gives back the rows it could not take, harmless to a spreadsheet', async () => {
    const id = await start(10);
    await runLongJob(world, id, forever, countRows([]));
    const response = (await ask('/api/v1/jobs/{id}/faults', { params: { id } })) as Response;
    expect(response.headers.get('content-disposition')).toMatch(/attachment/);
    expect(await response.text()).toBe(
      "File,Line,Column,What is wrong,What stands there\nList,4,Born on,Not a date,'=1+1\nList,8,Born on,Not a date,'=1+1\n",
    );
    const fault = { file: 'List', column: 'Born on', reason: 'Not a date', value: '=1+1' };
    expect(await ask('/api/v1/jobs/{id}/first-faults', { params: { id } })).toEqual({
      faults: [
        { line: 4, ...fault },
        { line: 8, ...fault },
      ],
    });
    const hidden = base.database.withReadScope(publicScope, (db) => listRowFaults(db, id));
    expect(await hidden).toEqual([]);
  });

  it('is listed for those in whose area it runs, the newest first', async () => {
    world.pass(3_600_000);
    const first = await start(1);
    world.pass(1_000);
    const second = await start(2);
    const ids = async (actor = staffOf('320105'), kind = 'cou') => {
      const listed = (await ask('/api/v1/jobs', { query: { kind } }, actor)) as {
        jobs: { id: string }[];
      };
      return listed.jobs.map(({ id }) => id);
    };
    expect((await ids()).slice(0, 2)).toEqual([second, first]);
    expect(await ids(staffOf('320106'))).toEqual([]);
    expect(await ids(staffOf('320105'), 'x')).toEqual([]);
  });
});
