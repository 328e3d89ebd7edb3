import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import { loadRulebookDefaults } from '#modules/rulebook/index.ts';
import { openTestWorld, type TestWorld } from '../../../../test/world.ts';
import { command } from '../matters/commands.ts';
import { anActor, COMMUNITY, insertBodies } from '../matters/matters.factory.ts';
import { matterJobs } from '../messages/matter.jobs.ts';
import { hotlineRoutes } from './hotline.routes.ts';
import { readOrderFile } from './hotline.tabular.ts';
import { type Order, takeOrders } from './take-orders.ts';

let world: TestWorld;
const station = anActor('station');
const hotline: Actor = {
  ...anActor('command'),
  verbs: { 'hotline.import': 'district', 'hotline.result': 'district' },
  area: areaRange('320105000000'),
};

beforeAll(async () => {
  world = await openTestWorld(matterJobs);
  await loadRulebookDefaults(world);
  await insertBodies(world.test.ownerPool);
});
afterAll(() => world.close());

const anOrder = (number: string, given: Partial<Order> = {}): Order => ({
  number,
  receivedAt: '2026-02-27T16:00:00+08:00',
  dueAt: '2026-03-06T18:00:00+08:00',
  area: COMMUNITY,
  category: '路灯不亮',
  kind: 'problem',
  words: '小区北门路灯不亮',
  place: '北门',
  callerName: '李四',
  callerTelephone: '10000000002',
  ...given,
});

function call(path: string, request: object) {
  const route = hotlineRoutes.find((one) => one.kind === 'api' && one.endpoint.path === path);
  if (route?.kind !== 'api') throw new Error(path);
  return route.handle({ world, actor: hotline, ...request } as never) as Promise<
    Record<string, never>
  >;
}

describe('hotline orders', () => {
  it('come in once, keep number and limit, are done, go back as an answer, and take the hotline’s own result', async () => {
    const [first, second] = await Promise.all([
      takeOrders(world, hotline, [anOrder('A1')]),
      takeOrders(world, hotline, [anOrder('A1')]),
    ]);
    expect([first[0]?.result, second[0]?.result].sort()).toEqual(['known', 'taken']);
    expect(first[0]?.matter).toBe(second[0]?.matter);
    const number = first[0]?.matter ?? '';
    const taken = await command(world, station, number, 'take', {});
    const task = taken.tasks[0]?.id ?? '';
    await command(world, station, number, 'finish', {
      task,
      result: 'done',
      answerPublic: '灯已换新。',
      answerPrivate: null,
      madeSafeAt: null,
    });

    const { items } = await call('/api/v1/hotline/answers', { query: { limit: 10 } });
    expect(items).toMatchObject([{ number: 'A1', matter: number, answer: '灯已换新。' }]);

    const after = await call('/api/v1/hotline/results', {
      body: { number: 'A1', solved: false, rating: 5 },
    });
    expect(after).toMatchObject({ matter: number, state: 'IN_HAND' });
  });

  it('outside the district or with an empty text are refused, and the good ones beside them taken', async () => {
    const outcomes = await takeOrders(world, hotline, [
      anOrder('B1', { area: '110105001001' }),
      anOrder('B2', { words: '  ' }),
      anOrder('B3'),
    ]);
    expect(outcomes.map((one) => [one.result, one.code])).toEqual([
      ['refused', 'unknown_area'],
      ['refused', 'words_missing'],
      ['taken', null],
    ]);
  });

  it('are read from a file as offices write it; each bad row is told with line and column', async () => {
    const text =
      '﻿工单编号,受理时间,社区代码,诉求内容\nC1,2026-03-01 09:00,320105901001,下水道堵\nC2,昨天,320105901001,井盖坏\nC3,2026-03-01 09:00,320105,井盖坏\n';
    const { good, faults } = await readOrderFile({
      field: 'file',
      name: 'orders.csv',
      type: 'text/csv',
      bytes: new TextEncoder().encode(text),
    });
    expect(good.map((order) => order.number)).toEqual(['C1']);
    expect(faults.map((fault) => [fault.line, fault.column])).toEqual([
      [3, '受理时间'],
      [4, '社区代码'],
    ]);
  });
});
