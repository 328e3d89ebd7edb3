import type { Hono } from 'hono';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestWorld } from '../../../../../test/world.ts';
import { COMMUNITY } from '../../matters/matters.factory.ts';
import { aPortalApp, aPortalWorld, aStairwellCode, PlainBrowser } from '../portal.factory.ts';

let world: TestWorld;
let app: Hono;
let code: string;

beforeAll(async () => {
  world = await aPortalWorld();
  app = aPortalApp(world);
  code = await aStairwellCode(world);
});
afterAll(() => world.close());

const SAY = `/c/${COMMUNITY}/say`;
const matters = async (words: string) =>
  (await world.test.ownerPool.query('select * from matter where words = $1', [words])).rows;
const aPhoto = async () =>
  new Blob([
    new Uint8Array(
      await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0b6b5b' } })
        .png()
        .toBuffer(),
    ),
  ]);

async function sent(words: string, more: Record<string, string | Blob> = {}) {
  const browser = new PlainBrowser(app);
  await browser.press(SAY, { words, place: '东门口', ...more });
  await browser.press('/say/contact', { publish: 'yes' });
  await browser.press('/say/send', {});
  return browser;
}

describe('saying something', () => {
  it('takes three presses from a stairwell code to sent, with the place filled in', async () => {
    const browser = await new PlainBrowser(app).open(`/b/${code}`);
    expect(browser.html).toContain('映月园 3幢 1单元');
    await browser.press(`/b/${code}/say`, { words: '一单元门口的路灯不亮' });
    expect(browser.path).toBe('/say/contact');
    await browser.press('/say/contact', { publish: 'yes' });
    expect(browser.html).toContain('路灯不亮');
    await browser.press('/say/send', {});
    expect([browser.presses, browser.path]).toEqual([3, '/say/sent']);
    expect(browser.html).toMatch(/查询码 \d{6}/);
    expect(await matters('一单元门口的路灯不亮')).toMatchObject([
      { category: 'street_light', stairwell: code, is_public: true, is_anonymous: true },
    ]);
  });

  it('shows what is wrong beside the field and keeps everything typed', async () => {
    const browser = new PlainBrowser(app);
    await browser.press(SAY, { words: '', place: '西门的花坛' });
    expect(browser.status).toBe(422);
    expect(browser.html).toContain('请写下什么事');
    expect(browser.html).toContain('value="西门的花坛"');
    await browser.press(SAY, { words: '没有说在哪里', place: '' });
    expect(browser.html).toContain('请选一栋楼');
    expect(browser.html).toContain('没有说在哪里');
    await browser.press(SAY, { words: '花坛塌了', place: '西门' });
    await browser.press('/say/contact', { telephone: '12', name: '王女士', publish: 'no' });
    expect([browser.status, browser.html]).toEqual([422, expect.stringContaining('11 位数字')]);
    expect(browser.html).toContain('value="王女士"');
    expect((await browser.open(SAY)).html).toContain('花坛塌了');
  });

  it('keeps a photo through an error and files it once with the matter', async () => {
    const browser = new PlainBrowser(app);
    await browser.press(SAY, { words: '', place: '东门', photos: await aPhoto() });
    expect(browser.html).toContain('已附 1 个文件');
    await browser.press(SAY, { words: '东门的井盖松了', place: '东门' });
    await browser.press('/say/contact', { publish: 'yes' });
    await browser.press('/say/send', {});
    const [matter] = await matters('东门的井盖松了');
    const files = await world.test.ownerPool.query('select * from file where subject_id = $1', [
      matter.id,
    ]);
    expect(files.rows).toMatchObject([{ media_type: 'image/jpeg', published: false }]);
  });

  it('shows the photo by the link of its matter, and to nobody else', async () => {
    const browser = await sent('有照片的事', { photos: await aPhoto() });
    const link = /href="(\/t\/[^"]+)"/.exec(browser.html)?.[1] ?? '';
    await browser.open(link);
    const src = /<img src="([^"]+)"/.exec(browser.html)?.[1] ?? '';
    expect(src.startsWith(`${link}/files/`)).toBe(true);
    expect((await browser.open(src)).status).toBe(200);
    const id = src.split('/').at(-1);
    expect((await browser.open(`/files/${id}`)).status).toBe(404);
    const other = await sent('另一件事');
    const foreign = /href="(\/t\/[^"]+)"/.exec(other.html)?.[1] ?? '';
    expect((await other.open(`${foreign}/files/${id}`)).status).toBe(404);
  });

  it('takes a recording instead of words', async () => {
    const ogg = new Blob(['OggS', new Uint8Array(60)]);
    const browser = new PlainBrowser(app);
    await browser.press(SAY, { words: '', place: '东门的凉亭', voice: ogg });
    expect([browser.status, browser.path]).toEqual([200, '/say/contact']);
    await browser.press('/say/contact', { publish: 'no' });
    await browser.press('/say/send', {});
    expect(await matters('请听录音。')).toMatchObject([{ place: '东门的凉亭' }]);
  });

  it('refuses what is no photo beside its field', async () => {
    const browser = new PlainBrowser(app);
    await browser.press(SAY, { words: '有附件', place: '东门', photos: new Blob(['MZ…']) });
    expect([browser.status, browser.html]).toEqual([422, expect.stringContaining('不是照片')]);
  });

  it('files once when the last form is sent twice, also at the same moment', async () => {
    const browser = new PlainBrowser(app);
    await browser.press(SAY, { words: '发了两次', place: '东门口' });
    await browser.press('/say/contact', { publish: 'yes' });
    await Promise.all([browser.press('/say/send', {}), browser.press('/say/send', {})]);
    await browser.press('/say/send', {});
    expect(await matters('发了两次')).toHaveLength(1);
    expect(browser.path).toBe('/say/sent');
  });

  it('leads whoever comes back after sending to what was sent, by any page of the form', async () => {
    const browser = await sent('送完又点了返回');
    const number = /\d{2}-\d{3,}[-\d]*/.exec(browser.html)?.[0] ?? 'no number';
    for (const path of ['/say/check', '/say/contact', '/say/sent']) {
      await browser.open(path);
      expect([browser.path, browser.html]).toEqual(['/say/sent', expect.stringContaining(number)]);
    }
    await browser.press('/say/contact', { publish: 'no', name: '改个名字' });
    expect(browser.path).toBe('/say/sent');
    await browser.press(SAY, { words: '送完又点了返回', place: '东门口' });
    expect([browser.path, browser.html]).toEqual(['/say/sent', expect.stringContaining(number)]);
    expect(await matters('送完又点了返回')).toHaveLength(1);
    await browser.press(SAY, { words: '送完又点了返回', place: '西门口' });
    expect(browser.path).toBe('/say/contact');
    expect((await browser.open('/say/sent')).path).toBe('/say/contact');
  });

  it('says that nothing typed was found, and what that means, where the draft is gone', async () => {
    for (const path of ['/say/check', '/say/contact', '/say/sent']) {
      const browser = await new PlainBrowser(app).open(path);
      expect([browser.path, browser.html]).toEqual([
        '/say?lost=1',
        expect.stringContaining('没有找到您填过的内容'),
      ]);
    }
    const late = await new PlainBrowser(app).press('/say/send', {});
    expect(late.html).toContain('没有找到您填过的内容');
    const two = new PlainBrowser(app);
    await two.press(SAY, { words: '放了两天', place: '东门口' });
    const now = world.clock.now();
    world.setNow(new Date(now.getTime() + 25 * 3_600_000));
    await two.press('/say/contact', { publish: 'no' });
    world.setNow(now);
    expect(two.path).toBe('/say?lost=1');
  });

  it('reads a tap on the map, keeps the words, and files the point', async () => {
    const browser = new PlainBrowser(app);
    await browser.press(SAY, { words: '地图上这里', 'pin-wide.x': '300', 'pin-wide.y': '225' });
    expect(browser.path).toBe(SAY);
    expect(browser.html).toContain('图钉已放好');
    expect(browser.html).toContain('地图上这里');
    const drawing = await browser.open(`/c/${COMMUNITY}/map/wide.svg?at=0.5,0.5`);
    expect(drawing.html).toContain('<svg');
    await browser.press(SAY, { words: '地图上这里', pin: '0.5,0.5', step: 'next' });
    await browser.press('/say/contact', { publish: 'no' });
    await browser.press('/say/send', {});
    const [matter] = await matters('地图上这里');
    expect(matter.longitude).toBeCloseTo(118.7325, 4);
    expect(matter.latitude).toBeCloseTo(32.0125, 4);
  });

  it('sends reports on persons elsewhere and keeps nothing of them', async () => {
    const browser = await new PlainBrowser(app).press(SAY, {
      words: '某人受贿',
      kind: 'elsewhere',
    });
    expect([browser.path, browser.html]).toEqual([
      '/say/elsewhere',
      expect.stringContaining('12388'),
    ]);
    expect((await browser.open(SAY)).html).not.toContain('某人受贿');
  });

  it('escapes scripts in words', async () => {
    const words = '<script>alert(1)</script>';
    const browser = await sent(words);
    await browser.open(SAY);
    const checked = new PlainBrowser(app);
    await checked.press(SAY, { words, place: '"><img src=x>' });
    await checked.press('/say/contact', { publish: 'no' });
    expect(checked.html).not.toContain('<script>alert');
    expect(checked.html).not.toContain('<img src=x>');
    expect(checked.html).toContain('&lt;script&gt;');
  });

  it('is private by default at home, and says so for another', async () => {
    const browser = new PlainBrowser(app);
    await browser.press(SAY, { words: '家里老人没人照料', place: '3幢' });
    expect(browser.html).toMatch(/value="no" checked/);
    await browser.press('/say/contact', { publish: 'no', of: '', relation: '女儿' });
    expect(browser.html).toContain('请写替谁说的');
    const fields = { publish: 'no', of: '李奶奶', relation: '女儿' };
    await browser.press('/say/contact', { ...fields, telephone: '100 0000 0031' });
    await browser.press('/say/send', {});
    expect(await matters('家里老人没人照料')).toMatchObject([
      { on_behalf: true, is_anonymous: false, is_public: false },
    ]);
  });

  it('shows the same matter nearby without its words, and counts a voice once', async () => {
    const words = '三幢的电梯停了，我住 501';
    const place = (await world.test.ownerPool.query('select id from building order by code'))
      .rows[0];
    await sent(words, { building: place.id });
    const neighbour = new PlainBrowser(app);
    await neighbour.press(SAY, { words: '电梯坏了', building: place.id });
    expect(neighbour.html).toContain('附近有人说过同样的事');
    expect(neighbour.html).not.toContain('501');
    const [matter] = await matters(words);
    await neighbour.press('/say/me-too', { number: matter.number });
    await neighbour.press('/say/me-too', { number: matter.number });
    expect(neighbour.html).toContain('现在有 1 人附议');
    expect(await matters(words)).toMatchObject([{ secondings: 1 }]);
  });

  it('offers the list of communities where none is known, and 404 for a code nobody hung up', async () => {
    const browser = await new PlainBrowser(app).open('/say?q=映月');
    expect(browser.html).toContain(`/c/${COMMUNITY}/say`);
    await browser.open(`/say?community=${COMMUNITY}`);
    expect(browser.path).toBe(SAY);
    for (const path of ['/b/ZZZZZZ', '/c/320105901999', '/c/320105901000/say'])
      expect((await browser.open(path)).status).toBe(404);
  });
});
