import { afterAll, beforeAll, expect, it } from 'vitest';
import { ANYBODY } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import type { TestWorld } from '../../../../test/world.ts';
import { fileMatter } from '../filing/file-matter.ts';
import { askingAs } from '../matters/asked.factory.ts';
import { command } from '../matters/commands.ts';
import { aFiling, anActor, COMMUNITY } from '../matters/matters.factory.ts';
import { tellMerged } from '../messages/tell-merged.ts';
import { aPortalWorld } from '../portal/portal.factory.ts';
import { takeOrders } from './take-orders.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aPortalWorld();
});
afterAll(() => world.close());

const station = anActor('station');
const hotline = {
  ...anActor('command'),
  verbs: { 'hotline.import': 'district', 'hotline.result': 'district' } as const,
  area: areaRange('320105000000'),
};

it('a hotline order merged into another matter is answered back with its answer, and takes the caller’s own word', async () => {
  const parent = await fileMatter(world, ANYBODY, aFiling({ category: 'other' }));
  const [taken] = await takeOrders(world, hotline, [
    {
      number: 'M1',
      receivedAt: '2026-02-27T16:00:00+08:00',
      dueAt: null,
      area: COMMUNITY,
      category: 'other',
      kind: 'problem',
      words: '小区北门路灯不亮',
      place: '北门',
      callerName: '李四',
      callerTelephone: '10000000002',
    },
  ]);
  const number = taken?.matter ?? '';
  const { tasks } = await command(world, station, parent.number ?? '', 'take', {});
  await command(world, station, number, 'merge', { parent: parent.number ?? '' });
  const ask = async (path: string, body?: object) =>
    (await (await askingAs(world)(hotline, path, body ? { body } : {})).json()) as Answered;
  const since = encodeURIComponent(world.clock.now().toISOString());
  expect((await ask(`/api/v1/hotline/answers?since=${since}`)).items).toEqual([]);
  await command(world, station, parent.number ?? '', 'finish', {
    task: tasks[0]?.id ?? '',
    result: 'done',
    answerPublic: '灯已换新。',
    answerPrivate: null,
    madeSafeAt: null,
  });
  await tellMerged(world, { matter: parent.id });
  const { items } = await ask(`/api/v1/hotline/answers?since=${since}`);
  expect(items).toMatchObject([
    { number: 'M1', matter: number, answer: '灯已换新。', closure: 'finished' },
  ]);
  const said = await ask('/api/v1/hotline/results', { number: 'M1', solved: true, rating: 1 });
  expect(said).toMatchObject({ matter: number, state: 'CLOSED', closure: 'solved' });
});

type Answered = { items: { number: string }[] };
