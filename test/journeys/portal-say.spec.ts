import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sayMessages } from '../../src/modules/matters/portal/say/say.messages.ts';
import { countActivations, tabTo } from './activations.ts';
import { openVisitors, type Visitors } from './people.ts';
import { aPhoto, giveContactAndSend, readFiled, sayWhat } from './saying.ts';
import { openTown, type Town } from './town.ts';
import { YANHE } from './town-register.ts';

const t = sayMessages.zh;
let town: Town;
let visitors: Visitors;
beforeAll(async () => {
  town = await openTown({ roles: [], works: false });
  visitors = await openVisitors(town);
});
afterAll(async () => {
  await visitors?.close();
  await town?.close();
});

const filed = async (number: string) => {
  const { rows } = await town.test.ownerPool.query(
    'select words, longitude, latitude, place, (select count(*)::int from matter_file where matter_id = matter.id) as files from matter where number = $1',
    [number],
  );
  return rows[0];
};

async function stairwellPage(at = 0): Promise<Page> {
  const page = await visitors.resident();
  const codes = await town.stairwells(YANHE);
  await page.goto(`/b/${codes[at]}`);
  return page;
}

test('from a stairwell’s code three activations send what happened, with a photo', async () => {
  const page = await stairwellPage();
  const by = countActivations();
  await sayWhat(page, by, { words: '楼道的灯不亮，晚上看不见。', photo: await aPhoto() });
  const { number, code, link } = await giveContactAndSend(page, by, { telephone: '10000000021' });
  expect(by.count()).toBe(3);
  expect(await filed(number)).toMatchObject({ words: '楼道的灯不亮，晚上看不见。', files: 1 });
  expect(code).toMatch(/^\d{6}$/);
  await page.goto(link);
  expect(await page.locator('main img').count()).toBe(1);
});

test('a tap on the map sets the pin and keeps what was typed: one activation more', async () => {
  const page = await visitors.resident();
  await page.goto(`/c/${YANHE}/say`);
  const by = countActivations();
  await page.getByLabel(t.words, { exact: true }).fill('河边的路灯不亮。');
  await by.tapAt(page.locator('input[type=image]:visible'), { x: 60, y: 50 });
  await page.getByText(t.pinPlaced).waitFor();
  expect(await page.getByLabel(t.words, { exact: true }).inputValue()).toBe('河边的路灯不亮。');
  await by.click(page.getByRole('button', { name: t.next }));
  const { number } = await giveContactAndSend(page, by, {});
  expect(by.count()).toBe(4);
  const { longitude, latitude } = await filed(number);
  expect(longitude).toBeGreaterThan(118.695);
  expect(longitude).toBeLessThan(118.715);
  expect(latitude).toBeGreaterThan(31.995);
  expect(latitude).toBeLessThan(32.015);
});

test('works by keyboard alone', async () => {
  const page = await visitors.resident();
  await page.goto(`/c/${YANHE}`);
  const by = countActivations();
  await tabTo(page, page.locator(`a[href="/c/${YANHE}/say"]`).last());
  await by.press(page, 'Enter');
  const words = page.getByLabel(t.words, { exact: true });
  await tabTo(page, words);
  await page.keyboard.type('东门口的路灯不亮。');
  await tabTo(page, page.getByLabel(t.placeText));
  await page.keyboard.type('东门口');
  await tabTo(page, page.getByRole('button', { name: t.next }));
  await by.press(page, 'Enter');
  await tabTo(page, page.getByLabel(t.telephone));
  await page.keyboard.type('10000000022');
  await tabTo(page, page.getByRole('button', { name: t.next }));
  await by.press(page, 'Space');
  await tabTo(page, page.getByRole('button', { name: t.send, exact: true }));
  await by.press(page, 'Enter');
  const { number } = await readFiled(page);
  expect(await filed(number)).toMatchObject({ words: '东门口的路灯不亮。', place: '东门口' });
  expect(by.count()).toBe(4);
});

test('sent twice is one matter', async () => {
  const page = await stairwellPage(1);
  const by = countActivations();
  await sayWhat(page, by, { words: '电梯里的灯坏了。' });
  await by.click(page.getByRole('button', { name: t.next }));
  const second = await page.context().newPage();
  await second.goto('/say/check');
  await by.click(page.getByRole('button', { name: t.send, exact: true }));
  await by.click(second.getByRole('button', { name: t.send, exact: true }));
  const [first, again] = [await readFiled(page), await readFiled(second)];
  expect(again).toEqual(first);
  const { rows } = await town.test.ownerPool.query(
    'select count(*)::int as count from matter where words = $1',
    ['电梯里的灯坏了。'],
  );
  expect(rows).toEqual([{ count: 1 }]);
});

test('what is wrong is said beside the field, and everything typed stays', async () => {
  const page = await visitors.resident();
  await page.goto(`/c/${YANHE}/say`);
  await page.getByLabel(t.words, { exact: true }).fill('路灯不亮。');
  await page.getByRole('button', { name: t.next }).click();
  await page.getByText(t.faults.place_missing).first().waitFor();
  expect(await page.getByLabel(t.words, { exact: true }).inputValue()).toBe('路灯不亮。');
  await page.getByLabel(t.placeText).fill('西门');
  await page.getByRole('button', { name: t.next }).click();
  await page.getByLabel(t.telephone).fill('12');
  await page.getByLabel(t.name).fill('王女士');
  await page.getByRole('button', { name: t.next }).click();
  await page.getByText(t.faults.telephone_unreadable).first().waitFor();
  expect(await page.getByLabel(t.name).inputValue()).toBe('王女士');
});

test('a sign-in that ends, and a form left open over a night, lose nothing typed', async () => {
  const page = await stairwellPage(2);
  await page.getByLabel(t.words, { exact: true }).fill('井盖松了，会绊倒人。');
  await page.getByRole('button', { name: t.next }).click();
  await page.getByLabel(t.telephone).fill('10000000023');
  // Twenty hours later, and signed out meanwhile: the draft knows neither.
  town.pass({ minutes: 20 * 60 });
  const kept = (await page.context().cookies()).filter(({ name }) => name.includes('draft'));
  await page.context().clearCookies();
  await page.context().addCookies(kept);
  await page.getByRole('button', { name: t.next }).click();
  const summary = page.locator('main');
  await summary.getByText('井盖松了，会绊倒人。').waitFor();
  await page.getByRole('button', { name: t.send, exact: true }).click();
  const { number } = await readFiled(page);
  expect(await filed(number)).toMatchObject({ words: '井盖松了，会绊倒人。' });
});
