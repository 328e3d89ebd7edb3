import type { Hono } from 'hono';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeUpload } from '#kernel/files/store-upload.ts';
import { ANYBODY } from '#kernel/pure/actor.ts';
import type { TestWorld } from '../../../../../test/world.ts';
import { fileMatter } from '../../filing/file-matter.ts';
import { command } from '../../matters/commands.ts';
import type { Case } from '../../matters/matter.types.ts';
import { aFiling, anActor, type BodyName, bodyId } from '../../matters/matters.factory.ts';
import { tellReceiver } from '../../messages/tell-receiver.ts';
import { aPortalApp, aPortalWorld, PlainBrowser } from '../portal.factory.ts';

let world: TestWorld;
let app: Hono;

beforeAll(async () => {
  world = await aPortalWorld();
  app = aPortalApp(world);
});
afterAll(() => world.close());

const station = anActor('station');
const dispatcher = anActor('command');
const DAY_MS = 86_400_000;

const browse = (path: string) => new PlainBrowser(app).open(path);

/** Does what the worker would do with the letters asked for since the last call; returns the links in them, oldest first. */
async function letters(): Promise<string[]> {
  const before = world.sent.length;
  const { rows } = await world.test.superuser.query(
    `delete from ${world.test.district}_jobs.job where name = 'matters.tell-receiver' returning data, created_on`,
  );
  for (const { data } of rows.sort((a, b) => a.created_on - b.created_on))
    await tellReceiver(world, data);
  return world.sent
    .slice(before)
    .map(({ text }) => new URL(/http\S+/.exec(text)?.[0] ?? '').pathname);
}

async function whistled(to: BodyName = 'department') {
  const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  const files = [await storeUpload(world, { name: 'a.png', bytes: photo })];
  const { id, number = '' } = await fileMatter(world, ANYBODY, aFiling({ files }));
  await command(world, station, number ?? '', 'take', {});
  await letters();
  const whistle = { to: bodyId(to), lacks: 'power', reason: '路灯归城管' } as const;
  const after = await command(world, station, number ?? '', 'whistle', whistle);
  const [link = ''] = await letters();
  const matter = { id, number: number ?? '' };
  return { matter, link, task: taskOf(after, to) };
}

const taskOf = (c: Case, body: BodyName) =>
  c.tasks.findLast((task) => task.body.organisation === bodyId(body))?.id ?? '';

async function rowOf(table: string, column: string, id: string) {
  const sql = `select * from ${table} where ${column} = $1`;
  return (await world.test.ownerPool.query(sql, [id])).rows[0];
}

describe('a department’s link', () => {
  it('answers in two activations without accepting first', async () => {
    const { matter, link, task } = await whistled();
    const browser = await browse(link);
    expect(browser.html).toContain('三号楼门口路灯不亮');
    expect(browser.html).not.toContain('王小明');
    await browser.press(`${link}/answer`, { answer: '电缆已经修好。', result: 'done' });
    expect([browser.presses, browser.status]).toEqual([1, 410]);
    expect(await rowOf('matter', 'id', matter.id)).toMatchObject({
      owner_root: bodyId('department'),
    });
    expect(await rowOf('task', 'id', task)).toMatchObject({
      answer_public: '电缆已经修好。',
    });
  });

  it('keeps what was typed through an error, accepts, returns once, and is then over', async () => {
    const { link } = await whistled();
    const browser = await browse(link);
    await browser.press(`${link}/answer`, { answer: '', private: '门牌在里面' });
    expect([browser.status, browser.html]).toEqual([422, expect.stringContaining('请写答复')]);
    expect(browser.html).toContain('门牌在里面');
    await browser.press(`${link}/acceptance`, {});
    expect(browser.html).toContain('您单位已接受');
    const second = await whistled();
    const other = await browse(second.link);
    await other.press(`${second.link}/return`, { reason: '' });
    expect(other.html).toContain('请写退回的理由');
    await other.press(`${second.link}/return`, { reason: '不归我们' });
    expect([other.status, other.html]).toEqual([410, expect.stringContaining('已经结束')]);
  });

  it('opens nothing once it has expired', async () => {
    const { link } = await whistled();
    const now = world.clock.now();
    world.setNow(new Date(now.getTime() + 60 * DAY_MS));
    expect((await browse(link)).status).toBe(200);
    world.setNow(new Date(now.getTime() + 61 * DAY_MS));
    expect((await browse(link)).status).toBe(404);
    world.setNow(now);
  });
});

describe('a department’s link dies', () => {
  it('when the task went to another, and stays dead when the department gets a new one', async () => {
    const { matter, link, task } = await whistled();
    const { file_id: file } = await rowOf('matter_file', 'matter_id', matter.id);
    expect((await browse(`${link}/files/${file}`)).status).toBe(200);
    await (await browse(link)).press(`${link}/return`, { reason: '不归我们' });
    const to = bodyId('subdistrict');
    const moved = await command(world, dispatcher, matter.number, 'reoffer', { task, to });
    for (const path of [link, `${link}/files/${file}`])
      expect([410, 404]).toContain((await browse(path)).status);
    const late = await new PlainBrowser(app).press(`${link}/answer`, { answer: '晚了' });
    expect([late.status, late.html]).toEqual([410, expect.stringContaining('改派')]);
    const other = { task: taskOf(moved, 'subdistrict'), reason: '派错了' };
    await command(world, station, matter.number, 'cancel', other);
    const again = { to: bodyId('department'), lacks: 'power', reason: '还是归城管' } as const;
    await command(world, station, matter.number, 'whistle', again);
    const fresh = (await letters()).at(-1) ?? '';
    expect(fresh).not.toBe(link);
    expect((await browse(fresh)).status).toBe(200);
    expect((await browse(link)).status).toBe(410);
  });

  it('when the task is cancelled, and when the matter is over', async () => {
    const cancelled = await whistled();
    const reason = '重复派单';
    await command(world, station, cancelled.matter.number, 'cancel', {
      task: cancelled.task,
      reason,
    });
    expect((await browse(cancelled.link)).status).toBe(410);
    const merged = await whistled();
    const { matter: parent } = await whistled();
    await command(world, station, merged.matter.number, 'merge', { parent: parent.number });
    expect((await browse(merged.link)).status).toBe(410);
  });

  it('when a new one is sent, which then works; the page of the old one says what to do', async () => {
    const { matter, link, task } = await whistled();
    await command(world, station, matter.number, 'renew_link', { task });
    const old = await browse(link);
    expect([old.status, old.html]).toEqual([404, expect.stringContaining('更新的一封')]);
    expect(old.html).not.toContain('路灯');
    await old.press(`${link}/acceptance`, {});
    expect(old.status).toBe(404);
    const [fresh = ''] = await letters();
    expect((await browse(fresh)).status).toBe(200);
  });

  it('when it is withdrawn, also in a letter that has not left yet', async () => {
    const { matter, link, task } = await whistled();
    await command(world, station, matter.number, 'renew_link', { task });
    await command(world, station, matter.number, 'withdraw_link', { task });
    expect(await letters()).toEqual([]);
    expect((await browse(link)).status).toBe(404);
    const { rows } = await world.test.ownerPool.query(
      "select verb, is_public from journal where subject_id = $1 and verb like '%_link' order by id",
      [matter.id],
    );
    expect(rows).toEqual([
      { verb: 'renew_link', is_public: false },
      { verb: 'withdraw_link', is_public: false },
    ]);
  });
});

describe('whoever withdraws a link or sends a new one', () => {
  it('may offer work: the department itself, and those who only look, may not', async () => {
    const { matter, task } = await whistled();
    for (const name of ['department', 'residents'] as const)
      await expect(
        command(world, anActor(name), matter.number, 'withdraw_link', { task }),
      ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is told where a new one has nowhere to go, and where the task is over', async () => {
    const { matter, task } = await whistled('subdistrict');
    await expect(
      command(world, station, matter.number, 'renew_link', { task }),
    ).rejects.toMatchObject({ reason: 'no_address' });
    await command(world, station, matter.number, 'cancel', { task, reason: '重复派单' });
    await expect(
      command(world, station, matter.number, 'withdraw_link', { task }),
    ).rejects.toMatchObject({ reason: 'task_not_in_that_state' });
  });
});
