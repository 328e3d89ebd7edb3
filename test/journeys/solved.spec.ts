import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staffMessages } from '../../src/apps/staff/staff.messages.ts';
import { totp } from '../../src/modules/access/access.factory.ts';
import { matterMessages } from '../../src/modules/matters/matters.messages.ts';
import { trackMessages } from '../../src/modules/matters/portal/track/track.messages.ts';
import { countActivations } from './activations.ts';
import { matterAs, takeAndFinish } from './desk.ts';
import { openVisitors, type Visitors } from './people.ts';
import { answerByLink, aPhoto, saySomething } from './saying.ts';
import { linkIn, openTown, type Town } from './town.ts';
import { YANHE } from './town-register.ts';

const TELEPHONE = '10000000031';
const WORDS = '一单元门口的路灯不亮，老人晚上不敢下楼。';
const TITLE = '一单元门口的路灯不亮，老人晚上不敢下楼';
const words = matterMessages.zh;

let town: Town;
let visitors: Visitors;
beforeAll(async () => {
  town = await openTown({ roles: ['clerk'] });
  visitors = await openVisitors(town);
});
afterAll(async () => {
  await visitors?.close();
  await town?.close();
});

/** User name, password and the six digits of the second factor, on the workbench's own page. */
async function signIn(page: Page): Promise<void> {
  const t = staffMessages.zh;
  const { username, password, totpSecret } = town.account('clerk');
  await page.goto('/workbench/');
  await page.getByLabel(t.username).fill(username);
  await page.getByLabel(t.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: t.signIn, exact: true }).click();
  await page.getByLabel(t.code).fill(totp(totpSecret));
  await page.getByRole('button', { name: t.next, exact: true }).click();
}

test('said from the stairwell, done by the station, solved by the reporter’s word, public', async () => {
  const { phone, number, activations } = await saySomething(town, visitors, {
    words: WORDS,
    telephone: TELEPHONE,
    photo: await aPhoto(),
  });
  expect(activations).toBe(3);
  await town.messageTo(TELEPHONE, '已收到');

  const desk = await visitors.stranger();
  await signIn(desk);
  const doing = countActivations();
  await takeAndFinish(desk, doing, { title: TITLE, answer: '换了灯泡，今晚会亮。' });
  expect(doing.count()).toBeLessThanOrEqual(3);
  expect(await matterAs(desk, town, number)).toMatchObject({ state: 'CHECKING', rating: null });

  const link = linkIn(await town.messageTo(TELEPHONE, '解决了吗'));
  const answering = countActivations();
  await answerByLink(phone, answering, { link, solved: true, grade: words.ratings[1] ?? '' });
  expect(answering.count()).toBe(2);
  await phone.getByText(words.closures.solved).first().waitFor();
  expect(await phone.getByRole('button', { name: trackMessages.zh.yes }).count()).toBe(0);

  const anybody = await visitors.resident();
  await anybody.goto(`/c/${YANHE}/answered`);
  await anybody.getByRole('link', { name: TITLE }).click();
  await anybody.getByText('换了灯泡，今晚会亮。').first().waitFor();
  expect(await anybody.locator('main').textContent()).not.toContain(TELEPHONE);
});
