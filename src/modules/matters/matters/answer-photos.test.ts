import { Hono } from 'hono';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountRoutes } from '#kernel/http/mount.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import type { TestWorld } from '../../../../test/world.ts';
import { fileMatter } from '../filing/file-matter.ts';
import { taskLink, trackingOf } from '../messages/tracking.ts';
import { aPortalApp, aPortalWorld, PlainBrowser } from '../portal/portal.factory.ts';
import { offer } from '../tasks/hand-over.rules.ts';
import { actOnMatter } from './act.ts';
import { command } from './commands.ts';
import { aFiling, anActor, bodyId } from './matters.factory.ts';
import { matterRoutes } from './matters.routes.ts';

let world: TestWorld;
let portal: Hono;
let actor: Actor;
const api = new Hono();
const station = anActor('station');

beforeAll(async () => {
  world = await aPortalWorld();
  portal = aPortalApp(world);
  mountRoutes(api, matterRoutes, {
    world,
    actorOf: async () => actor,
    drawPage: () => new Response(),
    drawError: () => new Response(),
  });
});
afterAll(() => world.close());

async function aPhoto(background = '#0b6b5b') {
  const drawn = sharp({ create: { width: 40, height: 30, channels: 3, background } });
  return new Blob([new Uint8Array(await drawn.png().toBuffer())]);
}

async function taken() {
  const filed = await fileMatter(world, ANYBODY, aFiling({ category: 'other' }));
  const number = filed.number ?? '';
  const { token } = trackingOf(world, filed);
  const c = await command(world, station, number, 'take', {});
  return { id: filed.id, number, base: `/t/${token}`, task: c.tasks[0]?.id ?? '' };
}
type Taken = Awaited<ReturnType<typeof taken>>;

function send(as: Actor, { number, task }: Taken, files: readonly Blob[], resource = 'answers') {
  actor = as;
  const form = new FormData();
  const answer = { task, result: 'done', answerPublic: '换了灯泡。', reason: '重复' };
  form.set('body', JSON.stringify(answer));
  for (const file of files) form.append('files', file, 'photo.png');
  return api.request(`/api/v1/matters/${number}/${resource}`, { method: 'POST', body: form });
}

const filesOf = async ({ id }: Taken) =>
  (
    await world.test.ownerPool.query(
      'select file.id, part, position, media_type, published, shared_with from matter_file join file on file.id = file_id where matter_id = $1 order by position',
      [id],
    )
  ).rows;
const browse = (path: string) => new PlainBrowser(portal).open(path);
const photosIn = (html: string) =>
  [...html.matchAll(/<img src="([^"]+)"/g)].map(([, src = '']) => src);

describe('photos of an answer', () => {
  it('are stored with it, shown to the reporter by his link, and to the public once published', async () => {
    const matter = await taken();
    const answered = await send(station, matter, [await aPhoto(), await aPhoto('#c00000')]);
    expect(answered.status).toBe(200);
    const { files } = await answered.json();
    expect(files).toMatchObject([{ part: 'answer' }, { part: 'answer' }]);
    expect(await filesOf(matter)).toMatchObject([
      { part: 'answer', position: 0, media_type: 'image/jpeg', published: false },
      { part: 'answer', position: 1 },
    ]);
    const open = `/files/${files[0].id}`;
    expect((await browse(open)).status).toBe(404);
    const reporter = await browse(matter.base);
    const photos = photosIn(reporter.html);
    expect(photos).toHaveLength(2);
    expect((await browse(photos[0] ?? '')).status).toBe(200);
    // The draw takes one in some for a check; this one is not it.
    await world.test.ownerPool.query('update matter set is_sampled = false where id = $1', [
      matter.id,
    ]);
    await reporter.press(`${matter.base}/word`, { solved: 'yes' });
    expect(await filesOf(matter)).toMatchObject([{ published: true }, { published: true }]);
    const page = await browse(`/m/${matter.number}`);
    expect(photosIn(page.html)).toContain(open);
    expect((await browse(open)).status).toBe(200);
  });

  it('stand behind those of the answer before', async () => {
    const matter = await taken();
    await send(station, matter, [await aPhoto()]);
    await (await browse(matter.base)).press(`${matter.base}/word`, { solved: 'no' });
    expect((await send(station, matter, [await aPhoto('#c00000')])).status).toBe(200);
    expect((await filesOf(matter)).map((file) => file.position)).toEqual([0, 1]);
  });

  it('are not kept where the answer is refused, is no answer, or a file is not one of those taken', async () => {
    const matter = await taken();
    const text = new Blob(['no photo']);
    expect(await (await send(station, matter, [text])).json()).toMatchObject({
      code: 'file_type',
    });
    const five = await Promise.all(Array.from({ length: 5 }, () => aPhoto()));
    expect((await send(station, matter, five)).status).toBe(413);
    const other = await taken();
    const foreign = await send(station, { ...matter, task: other.task }, [await aPhoto()]);
    expect(foreign.status).toBe(422);
    expect((await send(station, matter, [await aPhoto()], 'cancellations')).status).toBe(200);
    expect(await filesOf(matter)).toEqual([]);
  });

  it('come with a department’s answer by its link', async () => {
    const matter = await taken();
    const to = { organisation: bodyId('department'), root: bodyId('department') };
    const { tasks } = await actOnMatter(world, station, matter.number, ({ case: c }, facts) =>
      offer(c, facts, { to, isLead: true, whistle: 'power', reason: '归城管' }),
    );
    const task = tasks.at(-1)?.id ?? '';
    const expires = new Date(world.clock.now().getTime() + 60_000);
    const link = new URL(taskLink(world, { id: task, linkVersion: 0 }, expires)).pathname;
    const browser = await browse(link);
    expect(browser.html).toContain('enctype="multipart/form-data"');
    const words = { answer: '电缆已经修好。', result: 'done' };
    await browser.press(`${link}/answer`, { ...words, photos: new Blob(['no photo']) });
    expect([browser.status, browser.html]).toEqual([422, expect.stringContaining('不是照片')]);
    expect(browser.html).toContain('电缆已经修好。');
    await browser.press(`${link}/answer`, { ...words, photos: await aPhoto() });
    expect(browser.status).toBe(410);
    expect(await filesOf(matter)).toMatchObject([
      { part: 'answer', shared_with: expect.arrayContaining([to.root]) },
    ]);
    expect(photosIn((await browse(matter.base)).html)).toHaveLength(1);
  });
});
