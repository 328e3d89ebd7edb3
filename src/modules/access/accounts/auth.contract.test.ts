import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAccess, Browser, type TestAccess, totp } from '../access.factory.ts';
import { makeUser } from './make-account.ts';

// What Linli relies on in better-auth, tried against real PostgreSQL. A new version that breaks one of these is not taken.
let here: TestAccess;
let serial = 0;
const password = 'correct horse 1';

beforeAll(async () => {
  here = await anAccess();
});
afterAll(() => here.close());

async function aUser(): Promise<{ account: string; username: string }> {
  serial += 1;
  const username = `clerk.${serial}`;
  const account = await makeUser(here.access.auth, { username, name: '王丽', password });
  return { account, username };
}

/** Speaks to better-auth itself, past our list of open calls. */
function aBrowser(): Browser {
  return new Browser({
    fetch: (request) => {
      if (!request.headers.has('x-linli-peer')) request.headers.set('x-linli-peer', '127.0.0.1');
      return here.access.auth.handler(request);
    },
  });
}

const codeOf = (text: string | undefined) => /\d{6}/.exec(text ?? '')?.[0] ?? '';

describe('username and password', () => {
  test('sign in, with a cookie that scripts cannot read and other sites cannot send', async () => {
    const { username } = await aUser();
    const browser = aBrowser();
    const answer = await browser.post('/api/auth/sign-in/username', { username, password });
    expect(answer.status).toBe(200);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^linli\.session_token=.*HttpOnly; SameSite=Lax/i);
    const session = await here.access.auth.api.getSession({ headers: browser.headers });
    expect(session?.user.username).toBe(username);
  });

  test('a wrong password and an unknown name get the same answer', async () => {
    const { username } = await aUser();
    const wrong = await aBrowser().post('/api/auth/sign-in/username', {
      username,
      password: 'wrong wrong 1',
    });
    const unknown = await aBrowser().post('/api/auth/sign-in/username', {
      username: 'nobody.here',
      password: 'wrong wrong 1',
    });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await unknown.json()).toEqual(await wrong.json());
  });

  test('five failures lock a username for fifteen minutes, known or not, even when tried at once', async () => {
    const { username } = await aUser();
    const attempt = (word: string) =>
      aBrowser().post('/api/auth/sign-in/username', { username, password: word });
    const guesses = await Promise.all(Array.from({ length: 8 }, () => attempt('wrong wrong 1')));
    const statuses = guesses.map((answer) => answer.status).sort();
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const locked = await attempt(password);
    expect(locked.status).toBe(429);
    expect(await locked.json()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    here.pass(15 * 60 + 1);
    expect((await attempt(password)).status).toBe(200);
  });
});

describe('telephone code', () => {
  test('signs up at the first code and signs in at the next, without any e-mail', async () => {
    const phoneNumber = '10000000001';
    const first = aBrowser();
    expect((await first.post('/api/auth/phone-number/send-otp', { phoneNumber })).status).toBe(200);
    expect(here.sent.at(-1)?.to).toEqual({ kind: 'telephone', address: phoneNumber });
    const code = codeOf(here.sent.at(-1)?.text);
    expect((await first.post('/api/auth/phone-number/verify', { phoneNumber, code })).status).toBe(
      200,
    );
    const one = await here.access.auth.api.getSession({ headers: first.headers });
    expect(one?.user).toMatchObject({ name: '100****0001', phoneNumberVerified: true });

    const second = aBrowser();
    await second.post('/api/auth/phone-number/send-otp', { phoneNumber });
    const next = codeOf(here.sent.at(-1)?.text);
    expect(
      (await second.post('/api/auth/phone-number/verify', { phoneNumber, code: next })).status,
    ).toBe(200);
    const two = await here.access.auth.api.getSession({ headers: second.headers });
    expect(two?.user.id).toBe(one?.user.id);
    expect(
      (await second.post('/api/auth/phone-number/verify', { phoneNumber, code: next })).status,
    ).toBe(400);
  });

  test('three wrong codes spend the code', async () => {
    const phoneNumber = '10000000002';
    const browser = aBrowser();
    await browser.post('/api/auth/phone-number/send-otp', { phoneNumber });
    const code = codeOf(here.sent.at(-1)?.text);
    const wrong = code === '111111' ? '222222' : '111111';
    for (let i = 0; i < 3; i += 1)
      await browser.post('/api/auth/phone-number/verify', { phoneNumber, code: wrong });
    const late = await browser.post('/api/auth/phone-number/verify', { phoneNumber, code });
    expect(late.status).toBe(403);
  });

  test('a number gets five codes, then a pause', async () => {
    const phoneNumber = '10000000003';
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      const answer = await aBrowser().post('/api/auth/phone-number/send-otp', { phoneNumber });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  test('a staff session cannot take a telephone number, which would pass by its second factor', async () => {
    const { username, account } = await aUser();
    const browser = aBrowser();
    await browser.post('/api/auth/sign-in/username', { username, password });
    const phoneNumber = '10000000004';
    await browser.post('/api/auth/phone-number/send-otp', { phoneNumber });
    const code = codeOf(here.sent.at(-1)?.text);
    await browser.post('/api/auth/phone-number/verify', {
      phoneNumber,
      code,
      updatePhoneNumber: true,
    });
    const { internalAdapter } = await here.access.auth.$context;
    const user = (await internalAdapter.findUserById(account)) as { phoneNumber?: string | null };
    expect(user.phoneNumber ?? null).toBeNull();
  });
});

describe('second factor', () => {
  test('is enrolled with an otpauth secret, then asked for at each sign-in', async () => {
    const { username } = await aUser();
    const desk = aBrowser();
    await desk.post('/api/auth/sign-in/username', { username, password });
    const enabled = await desk.post('/api/auth/two-factor/enable', { password });
    const { totpURI } = (await enabled.json()) as { totpURI: string };
    const secret = new URL(totpURI).searchParams.get('secret') ?? '';
    expect(totpURI).toMatch(/^otpauth:\/\/totp\/Linli/);
    expect(
      (await desk.post('/api/auth/two-factor/verify-totp', { code: totp(secret) })).status,
    ).toBe(200);

    const other = aBrowser();
    const asked = await other.post('/api/auth/sign-in/username', { username, password });
    expect(await asked.json()).toMatchObject({ twoFactorRedirect: true });
    expect(await here.access.auth.api.getSession({ headers: other.headers })).toBeNull();
    expect((await other.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(
      401,
    );
    const done = await other.post('/api/auth/two-factor/verify-totp', {
      code: totp(secret),
      trustDevice: true,
    });
    expect(done.status).toBe(200);
    expect(done.headers.getSetCookie().join()).not.toContain('trust_device');
    expect(await here.access.auth.api.getSession({ headers: other.headers })).not.toBeNull();
  });
});

describe('sessions', () => {
  test('are listed, and all revoked at once', async () => {
    const { username } = await aUser();
    const desk = aBrowser();
    const phone = aBrowser();
    await desk.post('/api/auth/sign-in/username', { username, password });
    await phone.post('/api/auth/sign-in/username', { username, password });
    const list = (await (await desk.get('/api/auth/list-sessions')).json()) as unknown[];
    expect(list).toHaveLength(2);
    await desk.post('/api/auth/revoke-sessions', {});
    expect(await here.access.auth.api.getSession({ headers: desk.headers })).toBeNull();
    expect(await here.access.auth.api.getSession({ headers: phone.headers })).toBeNull();
  });

  test('nobody signs up by e-mail', async () => {
    const answer = await aBrowser().post('/api/auth/sign-up/email', {
      email: 'a@example.org',
      name: 'a',
      password,
    });
    expect(answer.status).toBe(400);
  });

  test('a request from another site is refused', async () => {
    const { username } = await aUser();
    const browser = aBrowser();
    await browser.post('/api/auth/sign-in/username', { username, password });
    const answer = await browser.post(
      '/api/auth/sign-out',
      {},
      { headers: { origin: 'https://elsewhere.example' } },
    );
    expect(answer.status).toBe(403);
  });

  test('too many codes asked for from one address are refused, whatever the numbers', async () => {
    const call = (phoneNumber: string) =>
      aBrowser().post(
        '/api/auth/phone-number/send-otp',
        { phoneNumber },
        { headers: { 'x-linli-peer': '192.0.2.7' } },
      );
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1) statuses.push((await call(`1${i}`)).status);
    expect(statuses.slice(0, 30)).not.toContain(429);
    expect(statuses.at(-1)).toBe(429);
  });
});
