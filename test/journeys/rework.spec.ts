import { afterAll, beforeAll, expect, test } from 'vitest';
import { matterMessages } from '../../src/modules/matters/matters.messages.ts';
import { staffMatterMessages } from '../../src/modules/matters/staff/staff.messages.ts';
import { countActivations } from './activations.ts';
import {
  commandAs,
  finishAgain,
  goToToday,
  matterAs,
  openFromToday,
  recordFinding,
  takeAndFinish,
} from './desk.ts';
import { openVisitors, PHONE, signInWithOneClick, type Visitors } from './people.ts';
import { answerByLink, saySomething } from './saying.ts';
import { linkIn, openTown, type Town } from './town.ts';

const words = matterMessages.zh;
const t = staffMatterMessages.zh;

let town: Town;
let visitors: Visitors;
beforeAll(async () => {
  town = await openTown({ roles: ['clerk', 'member', 'director'] });
  visitors = await openVisitors(town);
});
afterAll(async () => {
  await visitors?.close();
  await town?.close();
});

/** Signs a check past the whole program: even the owner of the tables may not sign for the handler. */
async function signPastTheProgram(check: string, set: string) {
  return town.test.ownerPool.query(
    `update matter_check set finding = 'fixed', done_at = asked_at, ${set} where id = $1`,
    [check],
  );
}

test('not solved, reworked, looked at by the residents’ committee on a phone, closed and public', async () => {
  const title = '楼门口的路灯忽明忽暗';
  const { phone, number } = await saySomething(town, visitors, {
    words: `${title}。`,
    telephone: '10000000041',
  });
  const clerk = await visitors.staff('clerk');
  await takeAndFinish(clerk, countActivations(), { title, answer: '紧了线头。' });
  const link = linkIn(await town.messageTo('10000000041', '解决了吗'));
  await answerByLink(phone, countActivations(), { link, solved: false });
  expect(await matterAs(clerk, town, number)).toMatchObject({ state: 'IN_HAND' });

  await goToToday(clerk);
  await finishAgain(clerk, countActivations(), { title, answer: '整盏换新。' });
  const { checks, actions } = await matterAs(clerk, town, number);
  expect(checks).toMatchObject([{ finding: null }]);
  const check = checks[0]?.id ?? '';

  // Whoever did the work does not check it: no button, no way by the API, none in the database.
  expect(actions.map(({ verb }) => verb)).not.toContain('find');
  await clerk.goto(`/workbench/matters/${number}`);
  const drawer = clerk.getByRole('dialog').last();
  await drawer.getByText(t.record.timeline).first().waitFor();
  expect(await drawer.getByRole('button', { name: t.form.save }).count()).toBe(0);
  const tried = await commandAs(clerk, town, `matters/${number}/findings`, {
    check,
    finding: 'fixed',
  });
  expect(tried.status).toBe(403);
  await expect(
    signPastTheProgram(
      check,
      "checker_account = handler_account, checker_root = 'somebody', checker_organisation = 'somebody'",
    ),
  ).rejects.toThrow('matter_check_other_person_ck');
  await expect(
    signPastTheProgram(
      check,
      "checker_account = 'somebody', checker_root = handler_root, checker_organisation = handler_root",
    ),
  ).rejects.toThrow('matter_check_other_body_ck');

  const member = await visitors.staff('member', PHONE);
  const looking = countActivations();
  await recordFinding(member, looking, { title, finding: 'fixed', note: '晚上去看过，亮。' });
  expect(looking.count()).toBeLessThanOrEqual(3);

  expect(await matterAs(clerk, town, number)).toMatchObject({ state: 'CLOSED' });
  await phone.goto(`/m/${number}`);
  await phone.getByText('整盏换新。').first().waitFor();
});

test('a committee that did the work itself is refused its own check by the rule too', async () => {
  const title = '老人家里的水管想请人看看';
  const { phone, number } = await saySomething(town, visitors, {
    words: `${title}。`,
    telephone: '10000000042',
  });
  const director = await visitors.staff('director');
  await director.goto(`/workbench/matters/${number}`);
  const drawer = director.getByRole('dialog').last();
  await drawer.getByLabel(t.form.answerPublic).fill('去看过，换了垫圈。');
  await drawer.getByRole('button', { name: t.form.takeAndFinish }).click();
  await director.getByText(t.done.finish).first().waitFor();
  const link = linkIn(await town.messageTo('10000000042', '解决了吗'));
  await answerByLink(phone, countActivations(), { link, solved: false });
  await goToToday(director);
  await finishAgain(director, countActivations(), { title, answer: '整根换新。' });
  const { checks } = await matterAs(director, town, number);
  const body = { check: checks.at(-1)?.id ?? '', finding: 'fixed' };
  const tried = await commandAs(director, town, `matters/${number}/findings`, body);
  expect([403, 422]).toContain(tried.status);
  const member = await visitors.staff('member');
  const second = await commandAs(member, town, `matters/${number}/findings`, body);
  expect([403, 422]).toContain(second.status);
  expect(words.refusals).toHaveProperty(second.code === 'forbidden' ? 'own_work' : second.code);
});

test('a sign-in that ends in the middle of an answer keeps it', async () => {
  const title = '东门的井盖松动';
  await saySomething(town, visitors, {
    words: `${title}。`,
    telephone: '10000000043',
  });
  const clerk = await visitors.staff('clerk');
  const drawer = await openFromToday(clerk, countActivations(), title);
  await drawer.getByLabel(t.form.answerPublic).fill('已经固定，踩过不响。');
  town.pass({ minutes: 120 });
  // The page asks for its counts meanwhile, and may have found out before the press.
  const send = drawer.getByRole('button', { name: t.form.takeAndFinish });
  await send.click({ timeout: 3_000 }).catch(() => undefined);
  await signInWithOneClick(clerk, town, 'clerk');
  const again = clerk.getByRole('dialog').last();
  await again.getByLabel(t.form.answerPublic).waitFor();
  expect(await again.getByLabel(t.form.answerPublic).inputValue()).toBe('已经固定，踩过不响。');
  await again.getByRole('button', { name: t.form.takeAndFinish }).click();
  await clerk.getByText(t.done.finish).first().waitFor();
});
