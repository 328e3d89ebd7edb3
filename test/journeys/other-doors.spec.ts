import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANYBODY } from '#kernel/pure/actor.ts';
import { fileMatter } from '#modules/matters/index.ts';
import { aFiling } from '../../src/modules/matters/matters/matters.factory.ts';
import { staffMatterMessages } from '../../src/modules/matters/staff/staff.messages.ts';
import { countActivations, tabTo } from './activations.ts';
import { commandAs, drawerOf, goToToday, matterAs, recordFinding, takeAndFinish } from './desk.ts';
import { openVisitors, PHONE, type Visitors } from './people.ts';
import { saySomething } from './saying.ts';
import { openTown, type Town } from './town.ts';
import { BEIYUAN, YANHE } from './town-register.ts';

const t = staffMatterMessages.zh;

let town: Town;
let visitors: Visitors;
beforeAll(async () => {
  town = await openTown({ roles: ['clerk', 'member', 'northerner', 'hotline'] });
  visitors = await openVisitors(town);
});
afterAll(async () => {
  await visitors?.close();
  await town?.close();
});

test('what nobody signed is looked at before it closes, because it lies in public space', async () => {
  const title = '东门外的路灯不亮';
  const { number } = await saySomething(town, visitors, { words: `${title}。` });
  const clerk = await visitors.staff('clerk');
  await takeAndFinish(clerk, countActivations(), { title, answer: '换了灯泡。' });
  expect(await matterAs(clerk, town, number)).toMatchObject({
    state: 'CHECKING',
    checks: [{ finding: null }],
  });
  const member = await visitors.staff('member', PHONE);
  const looking = countActivations();
  await recordFinding(member, looking, { title, finding: 'fixed' });
  expect(looking.count()).toBeLessThanOrEqual(3);
  expect(await matterAs(clerk, town, number)).toMatchObject({
    state: 'CLOSED',
    closure: 'verified',
  });
});

test('a hotline’s order comes in with its own number, and its answer goes out', async () => {
  const hotline = await visitors.staff('hotline');
  const title = '二号楼后的垃圾没人清';
  const order = {
    number: '12345-2026-0001',
    receivedAt: town.world.clock.now().toISOString(),
    dueAt: new Date(town.world.clock.now().getTime() + 5 * 86_400_000).toISOString(),
    area: YANHE,
    category: 'exposed_garbage',
    words: `${title}。`,
    callerName: '张先生',
    callerTelephone: '10000000061',
  };
  const given = await commandAs(hotline, town, 'hotline/orders', { orders: [order] });
  expect(given.status).toBe(200);
  const again = await hotline.request.post(`${town.url}/api/v1/hotline/orders`, {
    data: { orders: [order] },
  });
  expect(await again.json()).toMatchObject({ orders: [{ result: 'known' }] });

  const clerk = await visitors.staff('clerk');
  await takeAndFinish(clerk, countActivations(), { title, answer: '当天清走，加了一班清运。' });
  const judged = { number: order.number, solved: true, rating: 2 };
  expect((await commandAs(hotline, town, 'hotline/results', judged)).status).toBe(200);
  const out = await hotline.request.get(`${town.url}/api/v1/hotline/answers`);
  expect(await out.json()).toMatchObject({
    items: [{ number: order.number, closure: 'solved', answer: '当天清走，加了一班清运。' }],
  });
});

test('on the telephone: one click, the number, the words, Enter', async () => {
  const clerk = await visitors.staff('clerk');
  const by = countActivations();
  await by.click(clerk.getByRole('navigation').getByRole('link', { name: '登记' }));
  await clerk.getByLabel(t.intake.telephone).waitFor();
  await clerk.keyboard.type('10000000062');
  await tabTo(clerk, clerk.getByLabel(t.intake.words));
  await clerk.keyboard.type('三号楼电梯里有异响');
  await by.press(clerk, 'Enter');
  await clerk.getByText(t.intake.filed, { exact: true }).first().waitFor();
  expect(by.count()).toBe(2);
  const { rows } = await town.test.ownerPool.query(
    "select source, category from matter where words = '三号楼电梯里有异响'",
  );
  expect(rows).toEqual([{ source: 'telephone', category: 'lift' }]);
});

test('three activations hand twenty to one body', async () => {
  for (let n = 0; n < 20; n += 1) {
    const words = `第${n + 1}处绿化带要补种`;
    await fileMatter(town.world, ANYBODY, aFiling({ area: BEIYUAN, words, category: 'greenery' }));
  }
  const dispatcher = await visitors.staff('northerner');
  await dispatcher.goto('/workbench/matters?category=greenery');
  await dispatcher
    .getByRole('link', { name: /\d{11}/ })
    .nth(19)
    .waitFor();
  const by = countActivations();
  await by.click(dispatcher.getByRole('table').getByRole('checkbox').first());
  await by.click(dispatcher.getByRole('button', { name: t.queue.offerAll(20) }));
  await by.click(dispatcher.getByRole('menuitem', { name: '北苑社区居民委员会' }));
  await dispatcher.getByText(t.queue.batchDone(20)).waitFor();
  expect(by.count()).toBe(3);
  const { rows } = await town.test.ownerPool.query(
    "select count(*)::int as count from task where state = 'OFFERED'",
  );
  expect(rows).toEqual([{ count: 20 }]);
});

test('the desk works by keyboard alone: open the first, take and finish it', async () => {
  const words = '西门的健身器材松了';
  await fileMatter(
    town.world,
    ANYBODY,
    aFiling({ area: YANHE, words, category: 'fitness_equipment' }),
  );
  const clerk = await visitors.staff('clerk');
  await goToToday(clerk);
  await clerk.getByRole('link', { name: words }).waitFor();
  const by = countActivations();
  await tabTo(clerk, clerk.getByRole('link', { name: words }));
  await by.press(clerk, 'Enter');
  const drawer = drawerOf(clerk);
  await drawer.getByLabel(t.form.answerPublic).waitFor();
  await tabTo(clerk, drawer.getByLabel(t.form.answerPublic));
  await clerk.keyboard.type('紧固了螺丝。');
  await tabTo(clerk, drawer.getByRole('button', { name: t.form.takeAndFinish }));
  await by.press(clerk, 'Enter');
  await clerk.getByText(t.done.finish).first().waitFor();
  expect(by.count()).toBeLessThanOrEqual(3);
});
