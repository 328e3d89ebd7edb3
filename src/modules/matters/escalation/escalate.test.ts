import { afterAll, beforeAll, expect, it } from 'vitest';
import { ANYBODY } from '#kernel/pure/actor.ts';
import { loadRulebookDefaults } from '#modules/rulebook/index.ts';
import { openTestWorld, type TestWorld } from '../../../../test/world.ts';
import { fileMatter } from '../filing/file-matter.ts';
import { command } from '../matters/commands.ts';
import { aFiling, anActor, bodyId, insertBodies } from '../matters/matters.factory.ts';
import { matterJobs } from '../messages/matter.jobs.ts';
import { escalate } from './escalate.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld(matterJobs);
  await loadRulebookDefaults(world);
  await insertBodies(world.test.ownerPool);
});
afterAll(() => world.close());

const FILED = '2026-03-02T01:00:00Z';
const station = anActor('station');

async function rows(sql: string, id: string) {
  return (await world.test.ownerPool.query(sql, [id])).rows;
}
const verbsOf = async (id: string) =>
  (await rows('select verb from journal where subject_id = $1 order by id', id)).map((r) => r.verb);
/** Whose Today it is on, and for what. */
const waitsOf = async (id: string) =>
  (
    await rows(
      'select organisation, verb from worklist_item where subject_id = $1 order by organisation, verb',
      id,
    )
  ).map((row) => [row.organisation, row.verb]);

const taskOf = async (id: string): Promise<string | undefined> =>
  (await rows('select id from task where matter_id = $1', id))[0]?.id;

async function filed(category = 'street_light') {
  world.setNow(FILED);
  const { id, number } = await fileMatter(world, ANYBODY, aFiling({ category }));
  return { id, number: number ?? '' };
}
async function lookAt(now: string) {
  world.setNow(now);
  await escalate(world);
}

it('brings a lamp that stays dark before the station, the subdistrict and the district, and takes it off their lists when it is lit', async () => {
  const { id, number } = await filed();
  const taken = await command(world, station, number, 'take', {});
  const { dueAt } = taken.matter;
  // Three working days from Monday: Thursday's last second.
  expect(dueAt.toISOString()).toBe('2026-03-05T15:59:59.000Z');
  await lookAt('2026-03-05T16:01:00Z');
  expect((await verbsOf(id)).sort()).toEqual(['become_overdue', 'escalate', 'receive', 'take']);
  await lookAt('2026-03-05T16:02:00Z');
  await lookAt('2026-03-13T00:00:00Z');
  const escalated = await rows(
    "select codes from journal where subject_id = $1 and verb = 'escalate' and is_public order by (codes->>'days')::int",
    id,
  );
  expect(escalated.map(({ codes }) => [codes.level, codes.organisation])).toEqual([
    ['community', bodyId('station')],
    ['subdistrict', bodyId('subdistrict')],
    ['district', bodyId('command')],
  ]);
  const urged = (await waitsOf(id)).filter(([, verb]) => verb === 'matter.urge');
  expect(urged).toEqual([
    [bodyId('station'), 'matter.urge'],
    [bodyId('subdistrict'), 'matter.urge'],
    [bodyId('command'), 'matter.urge'],
  ]);
  const [row] = await rows('select due_at, next_look_at from matter where id = $1', id);
  expect(row.due_at).toEqual(dueAt);

  await command(world, anActor('subdistrict'), number, 'urge', { task: null, reason: '今天修好' });
  expect((await verbsOf(id)).at(-1)).toBe('urge');
  const task = taken.tasks[0]?.id ?? '';
  const finished = { task, result: 'done', answerPublic: '亮了。' } as const;
  await command(world, station, number, 'finish', {
    ...finished,
    answerPrivate: null,
    madeSafeAt: null,
  });
  expect((await waitsOf(id)).filter(([, verb]) => verb === 'matter.urge')).toEqual([]);
});

it('puts what nobody takes before the subdistrict, which hands it out', async () => {
  const { id, number } = await filed('other');
  // One working day from Monday.
  await lookAt('2026-03-03T16:01:00Z');
  await lookAt('2026-03-03T16:02:00Z');
  expect((await verbsOf(id)).sort()).toEqual(['become_unowned', 'receive']);
  expect(await waitsOf(id)).toEqual([
    [bodyId('station'), 'matter.take'],
    [bodyId('subdistrict'), 'matter.offer'],
  ]);
  const to = bodyId('residents');
  await command(world, anActor('subdistrict'), number, 'offer', { to, reason: null, isLead: true });
  expect(await waitsOf(id)).toEqual([[to, 'matter.accept']]);
  // Its own working day: the committee does not answer, and the station dispatches inside the community.
  await lookAt('2026-03-05T16:01:00Z');
  expect((await verbsOf(id)).filter((verb) => verb === 'task_late')).toHaveLength(1);
  expect(await waitsOf(id)).toContainEqual([bodyId('station'), 'matter.urge']);
  const { tasks } = await command(world, station, number, 'urge', {
    task: (await taskOf(id)) ?? null,
    reason: null,
  });
  await command(world, station, number, 'cancel', { task: tasks[0]?.id ?? '', reason: '改派' });
  expect(await waitsOf(id)).toEqual([[bodyId('station'), 'matter.take']]);
});

it('lets nobody urge before whom it has not come', async () => {
  const { number } = await filed();
  await command(world, station, number, 'take', {});
  await lookAt('2026-03-05T16:01:00Z');
  await expect(
    command(world, anActor('command'), number, 'urge', { task: null, reason: null }),
  ).rejects.toMatchObject({ reason: 'not_now' });
  await command(world, station, number, 'urge', { task: null, reason: null });
});
