import { afterAll, beforeAll, expect, it } from 'vitest';
import { scopeOf } from '#kernel/db/scope.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { openTestWorld, type TestWorld } from '../../../../test/world.ts';
import { fileMatter } from '../filing/file-matter.ts';
import { findCase } from '../matters/case.queries.ts';
import { command } from '../matters/commands.ts';
import { aFiling, anActor } from '../matters/matters.factory.ts';
import { showMatter } from '../matters/show-matter.ts';
import { matterJobs } from '../messages/matter.jobs.ts';
import { bodiesAround } from '../past/past.factory.ts';
import { showOnPortal } from '../portal/track/show-on-portal.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld(matterJobs);
  await bodiesAround(world);
});
afterAll(() => world.close());

const station = anActor('station');
const subdistrict = anActor('subdistrict');
const reason = '连日下雨，路面不能铺';

async function taken() {
  const { id, number } = await fileMatter(world, ANYBODY, aFiling({ category: 'road_damage' }));
  const c = await command(world, station, number ?? '', 'take', {});
  return { id, number: number ?? '', task: c.tasks[0]?.id ?? '', dueAt: c.matter.dueAt };
}

async function seenBy<T>(
  actor: Actor,
  number: string,
  see: (...given: Parameters<typeof showMatter>) => Promise<T>,
): Promise<T> {
  return world.database.withReadScope(scopeOf(actor), async (db) => {
    const stored = await findCase(db, number);
    if (!stored) throw new Error('it is not seen');
    return see(world, db, actor, stored);
  });
}

it('is asked for by the owner, allowed by another, and explained to the resident', async () => {
  const { id, number, task, dueAt } = await taken();
  expect(dueAt.toISOString()).toBe('2026-03-11T15:59:59.000Z');
  await command(world, station, number, 'propose_extension', { task, reason });
  await expect(command(world, station, number, 'extend', { task })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const before = await seenBy(subdistrict, number, showMatter);
  expect(before.actions.map(({ verb }) => verb)).toContain('extend');
  expect(before.extensions).toMatchObject([{ reason, isApproved: false }]);

  const { matter } = await command(world, subdistrict, number, 'extend', { task });
  // Five working days more, from the eleventh.
  expect(matter.dueAt.toISOString()).toBe('2026-03-18T15:59:59.000Z');
  const { rows } = await world.test.ownerPool.query(
    "select m.due_at, j.codes from matter m join journal j on j.subject_id = m.id where m.id = $1 and j.verb = 'extend' and j.is_public",
    [id],
  );
  expect(rows).toMatchObject([
    {
      due_at: matter.dueAt,
      codes: { from: dueAt.toISOString(), until: matter.dueAt.toISOString() },
    },
  ]);
  const link: Actor = { ...ANYBODY, face: 'link', subject: id };
  const showing = { lang: 'zh', files: '/files', isReporter: true, areaName: '' } as const;
  const page = await seenBy(link, number, (w, db, actor, stored) =>
    showOnPortal(w, db, actor, stored, showing),
  );
  expect(page.dueLines).toContain('经subdistrict同意，延长 5 个工作日');
  expect(page.due).toBe('2026 年 3 月 18 日');
  expect(page.story.map(({ text }) => text)).toContain(reason);

  const again = command(world, station, number, 'propose_extension', { task, reason });
  await expect(again).rejects.toMatchObject({ reason: 'extension_used_up' });
});

it('allowed by whoever asked is refused by the database itself', async () => {
  const { id, number, task } = await taken();
  await command(world, station, number, 'propose_extension', { task, reason });
  const forged = world.test.superuser.query(
    "update matter set extensions = jsonb_set(extensions, '{0,approvedBy}', extensions->0->'proposedBy') where id = $1",
    [id],
  );
  await expect(forged).rejects.toMatchObject({ constraint: 'matter_extension_other_person_ck' });
});
