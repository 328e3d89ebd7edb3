import { afterAll, beforeAll, expect, test } from 'vitest';
import { matterMessages } from '../../src/modules/matters/matters.messages.ts';
import { linkMessages } from '../../src/modules/matters/portal/department-link/department-link.messages.ts';
import { staffMatterMessages } from '../../src/modules/matters/staff/staff.messages.ts';
import { countActivations } from './activations.ts';
import { drawerOf, matterAs, openFromToday } from './desk.ts';
import { openVisitors, type Visitors } from './people.ts';
import { answerByLink, saySomething } from './saying.ts';
import { linkIn, openTown, type Town } from './town.ts';

const t = staffMatterMessages.zh;
const link = linkMessages.zh;
const OFFICE = 'works@example.org';

let town: Town;
let visitors: Visitors;
beforeAll(async () => {
  town = await openTown({ roles: ['clerk', 'commander'] });
  visitors = await openVisitors(town);
});
afterAll(async () => {
  await visitors?.close();
  await town?.close();
});

test('one more activation than the usual three whistles to another office', async () => {
  const title = '河边步道路面塌了一块';
  const { number } = await saySomething(town, visitors, {
    words: `${title}。`,
    telephone: '10000000051',
  });
  const clerk = await visitors.staff('clerk');
  const by = countActivations();
  const drawer = await openFromToday(clerk, by, title);
  await by.click(drawer.getByRole('button', { name: t.act.whistle }));
  const form = drawer.getByRole('region', { name: t.act.whistle });
  await form.getByLabel(t.form.to).fill('指挥中心');
  await by.press(clerk, 'Enter');
  await form.getByLabel(t.form.reason).fill('超出社区的维修经费。');
  await by.click(form.getByRole('button', { name: t.act.whistle }));
  await clerk.getByText(t.done.whistle).first().waitFor();
  expect(by.count()).toBe(4);
  expect(await matterAs(clerk, town, number)).toMatchObject({
    tasks: [{ state: 'OFFERED', body: { name: '区指挥中心' } }],
  });
});

test('a department returns by its signed link, is overruled, and answers by its link', async () => {
  const title = '路口的路灯整排不亮';
  const { phone, number } = await saySomething(town, visitors, {
    words: `${title}。`,
    telephone: '10000000052',
  });
  const clerk = await visitors.staff('clerk');
  const whistling = countActivations();
  const drawer = await openFromToday(clerk, whistling, title);
  await whistling.click(drawer.getByRole('button', { name: t.act.whistle }));
  const form = drawer.getByRole('region', { name: t.act.whistle });
  await form.getByText('城市管理局').waitFor();
  await form.getByLabel(t.form.reason).fill('路灯归城管。');
  await whistling.click(form.getByRole('button', { name: t.act.whistle }));
  await clerk.getByText(t.done.whistle).first().waitFor();
  // Lights are the department's, so it stands chosen.
  expect(whistling.count()).toBe(3);

  const office = await visitors.resident({ width: 1280, height: 800 });
  await office.goto(linkIn(await town.messageTo(OFFICE, title)));
  const returning = countActivations();
  await returning.click(office.getByText(link.returnTitle));
  await office.getByLabel(link.returnReason).fill('不在我们的清单里。');
  await returning.click(office.getByRole('button', { name: link.return, exact: true }));
  await office.getByText(link.over).first().waitFor();
  expect(returning.count()).toBe(2);
  expect(await matterAs(clerk, town, number)).toMatchObject({ tasks: [{ state: 'RETURNED' }] });

  const commander = await visitors.staff('commander');
  const ruling = countActivations();
  const returned = await openFromToday(commander, ruling, title);
  await ruling.click(returned.getByRole('button', { name: t.act.overrule }));
  const overruling = returned.getByRole('region', { name: t.act.overrule });
  await overruling.getByLabel(t.form.reason).fill('按职责清单第十二条归你们。');
  const before = town.sent.length;
  await ruling.click(overruling.getByRole('button', { name: t.act.overrule }));
  await commander.getByText(t.done.overrule).first().waitFor();
  expect(ruling.count()).toBe(3);

  await expect.poll(() => town.sent.length, { timeout: 15_000 }).toBeGreaterThan(before);
  const old = linkIn(await town.messageTo(OFFICE, title));
  const renewing = town.sent.length;
  await clerk.goto(`/workbench/matters/${number}`);
  await drawerOf(clerk).getByRole('button', { name: t.act.renew_link }).click();
  await clerk.getByText(t.done.renew_link).first().waitFor();
  await expect.poll(() => town.sent.length, { timeout: 15_000 }).toBeGreaterThan(renewing);
  await office.goto(old);
  await office.getByText(link.goneText).waitFor();
  const answering = countActivations();
  await office.goto(linkIn(await town.messageTo(OFFICE, title)));
  await office.getByLabel(link.answer, { exact: true }).fill('换了整排的线缆，已亮。');
  await answering.click(office.getByRole('button', { name: link.send }));
  await office.getByText(link.over).first().waitFor();
  // Opening the link is the other one.
  expect(answering.count() + 1).toBe(2);

  const asked = linkIn(await town.messageTo('10000000052', '解决了吗'));
  await answerByLink(phone, countActivations(), { link: asked, solved: true });
  await phone.getByText(matterMessages.zh.closures.solved).first().waitFor();
  expect(await matterAs(clerk, town, number)).toMatchObject({ closure: 'solved' });
});
