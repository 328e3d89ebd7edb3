import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAppointment, anOrganisation } from '#modules/bodies/bodies.factory.ts';
import { aCommunity } from '#modules/territory/territory.factory.ts';
import { anAccess, anApp, aPost, Browser, type TestAccess, totp } from '../access.factory.ts';
import { createDemoAccounts } from '../demo/demo-accounts.ts';
import type { AdminPost } from './account.types.ts';
import { createFirstAdmin } from './create-account.ts';

let here: TestAccess;
let app: ReturnType<typeof anApp>;
let security: Browser;

beforeAll(async () => {
  here = await anAccess();
  app = anApp(here);
  security = await anAdmin('security_admin');
});
afterAll(() => here.close());

async function anAdmin(adminPost: AdminPost): Promise<Browser> {
  const username = adminPost.replace('_', '-');
  const role = adminPost;
  await createDemoAccounts(here.world, [
    { username, name: username, role, person: null, adminPost, area: '320105000000' },
  ]);
  const browser = new Browser(app);
  await browser.post('/api/v1/demo/sign-in', { username });
  return browser;
}

async function aClerk(username: string): Promise<{ password: string; person: string }> {
  const person = randomUUID();
  here.posts.set(person, [aPost()]);
  const answer = await security.post('/api/v1/accounts', { username, name: '李强', person });
  expect(answer.status).toBe(200);
  const { password } = (await answer.json()) as { password: string };
  return { password, person };
}

const signIn = (browser: Browser, username: string, password: string) =>
  browser.post('/api/auth/sign-in/username', { username, password });
const session = async (browser: Browser) =>
  (await (await browser.get('/api/v1/session')).json()) as {
    actor: { verbs: object } | null;
    needs: string[];
  };
const own = 'a word of my own';

/** From the one-time password to an account that may act. Returns the second factor's secret. */
async function settle(browser: Browser, username: string, password: string): Promise<string> {
  await signIn(browser, username, password);
  const change = { currentPassword: password, newPassword: own };
  expect((await browser.post('/api/auth/change-password', change)).status).toBe(200);
  const enabled = await browser.post('/api/auth/two-factor/enable', { password: own });
  const { totpURI } = (await enabled.json()) as { totpURI: string };
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  await browser.post('/api/auth/two-factor/verify-totp', { code: totp(secret) });
  return secret;
}

async function verbsInJournal(account: string): Promise<string[]> {
  const { rows } = await here.opened.ownerPool.query(
    `select j.verb from journal j join account_link a on a.account = j.subject_id::text
     where a.username = $1 order by j.id`,
    [account],
  );
  return rows.map((row) => row.verb);
}

describe('a new account', () => {
  test('may do nothing before it has its own password and a second factor', async () => {
    const { password } = await aClerk('li.qiang');
    const desk = new Browser(app);
    await signIn(desk, 'li.qiang', password);
    expect(await session(desk)).toMatchObject({
      actor: { verbs: {} },
      needs: ['password', 'second_factor'],
    });
    const same = { currentPassword: password, newPassword: password };
    const refused = await desk.post('/api/auth/change-password', same);
    expect(await refused.json()).toMatchObject({ status: 400, code: 'password_unchanged' });
    await settle(desk, 'li.qiang', password);
    const settled = await session(desk);
    expect(settled.needs).toEqual([]);
    expect(settled.actor?.verbs).toHaveProperty(['matter.finish']);
    expect(await verbsInJournal('li.qiang')).toEqual([
      'account.create',
      'account.sign_in',
      'account.sign_in',
      'account.change_password',
      'account.enrol',
    ]);
  });

  test('needs a name nobody has, also when two make it at once', async () => {
    const make = () =>
      security.post('/api/v1/accounts', { username: 'Twice', name: 'x', person: randomUUID() });
    const answers = await Promise.all([make(), make()]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
    expect(await (await make()).json()).toMatchObject({ code: 'username_taken' });
  });

  test('belongs to a person or to an administrator, not both, not neither', async () => {
    for (const body of [{ person: null }, { person: randomUUID(), adminPost: 'audit_admin' }]) {
      const answer = await security.post('/api/v1/accounts', {
        username: 'odd',
        name: 'x',
        ...body,
      });
      expect(answer.status).toBe(422);
    }
  });
});

describe('the security administrator', () => {
  test('locks and unlocks; a lock ends sessions and lets nobody in', async () => {
    const { password } = await aClerk('locked.one');
    const desk = new Browser(app);
    await settle(desk, 'locked.one', password);
    expect((await security.post('/api/v1/accounts/locked.one/lock')).status).toBe(200);
    expect((await session(desk)).actor).toBeNull();
    const refused = await signIn(new Browser(app), 'locked.one', own);
    expect(await refused.json()).toMatchObject({ status: 403, code: 'account_closed' });
    await security.post('/api/v1/accounts/locked.one/unlock');
    expect((await signIn(new Browser(app), 'locked.one', own)).status).toBe(200);
  });

  test('resets a lost second factor and a forgotten password', async () => {
    const { password } = await aClerk('lost.one');
    await settle(new Browser(app), 'lost.one', password);
    await security.post('/api/v1/accounts/lost.one/reset-second-factor');
    const desk = new Browser(app);
    const signed = await signIn(desk, 'lost.one', own);
    expect(await signed.json()).not.toHaveProperty('twoFactorRedirect');
    expect((await session(desk)).needs).toEqual(['second_factor']);
    const reset = await security.post('/api/v1/accounts/lost.one/reset-password');
    const told = (await reset.json()) as { password: string };
    expect((await session(desk)).actor).toBeNull();
    expect((await signIn(new Browser(app), 'lost.one', own)).status).toBe(401);
    expect((await signIn(desk, 'lost.one', told.password)).status).toBe(200);
    expect((await session(desk)).needs).toEqual(['password', 'second_factor']);
  });

  test('changes nothing about himself, and nobody else may', async () => {
    const mine = await security.post('/api/v1/accounts/security-admin/lock');
    expect(await mine.json()).toMatchObject({ status: 422, code: 'own_account' });
    const system = await anAdmin('system_admin');
    expect((await system.post('/api/v1/accounts/security-admin/lock')).status).toBe(403);
    expect((await system.get('/api/v1/accounts')).status).toBe(403);
    expect((await new Browser(app).get('/api/v1/accounts')).status).toBe(401);
    expect((await security.post('/api/v1/accounts/nobody/lock')).status).toBe(404);
  });

  test('lists accounts by username', async () => {
    const list = (await (await security.get('/api/v1/accounts?limit=2')).json()) as {
      items: { username: string }[];
      total: number;
    };
    expect(list.items).toHaveLength(2);
    expect(list.total).toBeGreaterThanOrEqual(2);
  });

  test('finds accounts by the beginning of a name and by state, page by page', async () => {
    const made = ['zed.one', 'zed.two', 'zed.three'];
    for (const username of made) await aClerk(username);
    await security.post('/api/v1/accounts/zed.two/lock');
    const names = async (query: string) => {
      const page = (await (await security.get(`/api/v1/accounts?${query}`)).json()) as {
        items: { username: string }[];
        next: string | null;
        total: number;
      };
      return { ...page, items: page.items.map((item) => item.username) };
    };
    expect(await names('name=Zed.&limit=2')).toMatchObject({
      items: ['zed.one', 'zed.three'],
      next: 'zed.three',
      total: 3,
    });
    expect((await names('name=zed.&after=zed.three')).items).toEqual(['zed.two']);
    expect((await names('name=zed&state=locked')).items).toEqual(['zed.two']);
  });

  test('chooses among those in office in an area', async () => {
    const area = await aCommunity(here.world);
    const station = await anOrganisation(here.world, { kind: 'RESIDENTS_COMMITTEE', area });
    await anAppointment(here.world, {
      organisationCode: station.code,
      post: 'director',
      name: '王一',
    });
    const candidates = async () => {
      const answer = await security.get(`/api/v1/account-candidates?area=${area}`);
      return ((await answer.json()) as { items: { person: string }[] }).items;
    };
    const [first] = await candidates();
    expect(first).toMatchObject({ name: '王一', posts: [{ post: 'director' }], accounts: [] });
    const body = { username: 'wang.yi', name: '王一', person: first?.person };
    expect((await security.post('/api/v1/accounts', body)).status).toBe(200);
    expect(await candidates()).toMatchObject([{ accounts: ['wang.yi'] }]);
    const shown = await (await security.get('/api/v1/accounts?name=wang.yi')).json();
    expect(shown).toMatchObject({ items: [{ name: '王一', posts: [{ post: 'director' }] }] });
  });
});

test('the first administrator is made at the machine, with a one-time password', async () => {
  const made = await createFirstAdmin(here.world, {
    username: 'first',
    name: '管理员',
    adminPost: 'security_admin',
  });
  const desk = new Browser(app);
  expect((await signIn(desk, 'first', made.password)).status).toBe(200);
  expect((await session(desk)).needs).toEqual(['password', 'second_factor']);
});

test('a sixth try is refused with the minutes to wait, and the lock-out is journaled', async () => {
  await aClerk('guessed.one');
  const answers: Response[] = [];
  for (let i = 0; i < 6; i += 1)
    answers.push(await signIn(new Browser(app), 'guessed.one', 'no no no no'));
  expect(await answers.at(-1)?.json()).toMatchObject({
    code: 'rate_limited',
    facts: { minutes: 15 },
  });
  expect(await verbsInJournal('guessed.one')).toEqual(['account.create', 'account.lock_out']);
  await security.post('/api/v1/accounts/guessed.one/unlock');
  expect((await signIn(new Browser(app), 'guessed.one', 'no no no no')).status).toBe(401);
});

test('of better-auth only the listed calls are open', async () => {
  const browser = new Browser(app);
  for (const path of [
    'sign-up/email',
    'sign-in/email',
    'update-user',
    'two-factor/disable',
    'delete-user',
  ]) {
    expect((await browser.post(`/api/auth/${path}`)).status).toBe(404);
  }
  expect((await browser.get('/api/auth/get-session')).status).toBe(404);
});
