import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAccess, anApp, Browser, type TestAccess, totp } from '../access.factory.ts';
import { createDemoAccounts, type DemoAccountWanted, listDemoAccounts } from './demo-accounts.ts';

let here: TestAccess;
const wanted: DemoAccountWanted = {
  username: 'audit',
  name: '审计管理员',
  role: 'audit_admin',
  person: null,
  adminPost: 'audit_admin',
  area: '320105000000',
};

beforeAll(async () => {
  here = await anAccess();
  await createDemoAccounts(here.world, [wanted]);
});
afterAll(() => here.close());

describe('the demo', () => {
  test('tells passwords and secrets that really sign in, the same at every start', async () => {
    await createDemoAccounts(here.world, [wanted]);
    const [told, ...more] = await listDemoAccounts(here.world);
    expect(more).toEqual([]);
    expect(told).toMatchObject({ username: 'audit', role: 'audit_admin', area: '320105000000' });
    const browser = new Browser(anApp(here));
    const { username, password, totpSecret } = told ?? {
      username: '',
      password: '',
      totpSecret: '',
    };
    const asked = await browser.post('/api/auth/sign-in/username', { username, password });
    expect(await asked.json()).toMatchObject({ twoFactorRedirect: true });
    const done = await browser.post('/api/auth/two-factor/verify-totp', { code: totp(totpSecret) });
    expect(done.status).toBe(200);
    const session = await (await browser.get('/api/v1/session')).json();
    expect(session).toMatchObject({
      actor: { post: { id: 'audit_admin' }, verbs: { 'audit.read': 'district' } },
      needs: [],
    });
  });

  test.each([
    [{ peer: '192.0.2.1' }, 404],
    [{ headers: { host: 'linli.example' } }, 404],
    [{ headers: { 'x-forwarded-for': '127.0.0.1' } }, 404],
    [{ headers: { origin: 'https://elsewhere.example' } }, 404],
    [{ peer: '::ffff:127.0.0.1', headers: { host: 'localhost:8080' } }, 200],
  ])('answers only the machine it runs on: %o → %i', async (call, status) => {
    const browser = new Browser(anApp(here));
    expect((await browser.get('/api/v1/demo/accounts', call)).status).toBe(status);
    const body = { username: 'audit' };
    expect((await browser.post('/api/v1/demo/sign-in', body, call)).status).toBe(status);
  });

  test('is not there in a real district', async () => {
    const settings = { ...here.world.settings, demo: false };
    const app = anApp({ ...here, world: { ...here.world, settings } });
    expect((await new Browser(app).get('/api/v1/demo/accounts')).status).toBe(404);
    expect(
      (await new Browser(app).post('/api/v1/demo/sign-in', { username: 'audit' })).status,
    ).toBe(404);
  });
});
