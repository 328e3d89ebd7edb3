import { afterAll, beforeAll, expect, it } from 'vitest';
import { ANYBODY, SYSTEM } from '#kernel/pure/actor.ts';
import { loadCalendarYear } from '#modules/rulebook/index.ts';
import { openTestWorld, type TestWorld } from '../../../../test/world.ts';
import { fileMatter } from '../filing/file-matter.ts';
import { command } from '../matters/commands.ts';
import { aFiling, anActor } from '../matters/matters.factory.ts';
import { matterJobs } from '../messages/matter.jobs.ts';
import { bodiesAround } from '../past/past.factory.ts';
import { escalate } from './escalate.ts';
import { reckonProvisional } from './reckon-again.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld(matterJobs);
  await bodiesAround(world);
});
afterAll(() => world.close());

async function filed(at: string) {
  world.setNow(at);
  const { id, number } = await fileMatter(world, ANYBODY, aFiling({ category: 'other' }));
  await command(world, anActor('station'), number ?? '', 'take', {});
  return { id, number: number ?? '' };
}
async function rowOf(id: string) {
  const { rows } = await world.test.ownerPool.query(
    `select due_at, is_due_provisional, is_overdue, escalated_to,
      (select count(*)::int from journal where subject_id = m.id and verb = 'reckon_again') as reckoned
    from matter m where id = $1`,
    [id],
  );
  return rows[0];
}
async function messagesQueued() {
  const { rows } = await world.test.superuser.query(
    `select count(*)::int as count from "${world.test.district}_jobs".job where name like 'matters.tell%'`,
  );
  return rows[0].count;
}
const loadNewYear = () =>
  loadCalendarYear(world, SYSTEM, {
    year: 2027,
    source: '国务院办公厅通知',
    feasts: [{ holiday: 'new_year', off: ['01-01', '01-03'], law: ['01-01'] }],
  });

it('counts on past the calendar, and again when the year’s holidays are announced', async () => {
  // Seven working days from the Monday, New Year's Day among them as far as anybody knows.
  const moved = await filed('2026-12-28T02:00:00Z');
  expect(await rowOf(moved.id)).toMatchObject({
    due_at: new Date('2027-01-06T15:59:59Z'),
    is_due_provisional: true,
  });
  const stays = await filed('2027-01-04T02:00:00Z');
  expect(await rowOf(stays.id)).toMatchObject({ is_due_provisional: true });
  world.setNow('2027-01-06T16:01:00Z');
  await escalate(world);
  expect(await rowOf(moved.id)).toMatchObject({ is_overdue: true, escalated_to: ['community'] });
  expect(await reckonProvisional(world)).toBe(0);

  await loadNewYear();
  const queued = await messagesQueued();
  expect(await reckonProvisional(world)).toBe(2);
  expect(await rowOf(moved.id)).toEqual({
    due_at: new Date('2027-01-07T15:59:59Z'),
    is_due_provisional: false,
    is_overdue: false,
    escalated_to: [],
    reckoned: 1,
  });
  expect(await rowOf(stays.id)).toMatchObject({
    due_at: new Date('2027-01-13T15:59:59Z'),
    is_due_provisional: false,
    reckoned: 0,
  });
  expect(await messagesQueued()).toBe(queued);
  expect(await reckonProvisional(world)).toBe(0);

  // By the date that holds it becomes overdue a day later.
  world.setNow('2027-01-07T16:01:00Z');
  await escalate(world);
  expect(await rowOf(moved.id)).toMatchObject({ is_overdue: true, escalated_to: ['community'] });
});
