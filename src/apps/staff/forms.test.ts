import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../test/browser.ts';
import { buildWorkbench } from './build-sample.factory.ts';
import { type FakeState, openFakeServer } from './fake-server.factory.ts';

let browser: Browser;
let fake: { server: Server; state: FakeState; address: string };

beforeAll(async () => {
  const folder = await buildWorkbench('sample');
  [browser, fake] = await Promise.all([openBrowser(), openFakeServer(folder)]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  fake?.server.closeAllConnections();
  fake?.server.close();
});

beforeEach(() => {
  Object.assign(fake.state, { signedIn: true, account: 'x1', code: false, post: 'a', needs: [] });
  fake.state.calls.length = 0;
  fake.state.next.clear();
});

async function openPage(path: string): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await context.addInitScript(() => localStorage.setItem('linli.language', 'en'));
  const page = await context.newPage();
  await page.goto(`${fake.address}/workbench/${path}`);
  return page;
}

async function fillIntake(page: Page): Promise<void> {
  await page.getByLabel('What is wrong').fill('Lift stands still');
  await page.getByLabel('Kind').click();
  await page.keyboard.press('Enter');
}

const INTAKE = '/api/v1/sample/new';
const problem = (kind: string, code: string, more: object = {}) => ({
  type: `urn:linli:problem:${kind}`,
  code,
  ...more,
});

describe('a form', () => {
  it("puts the server's faults at their fields, and a second try under the same key", async () => {
    const faults = problem('invalid', 'fields', {
      fields: [{ field: 'what', code: 'place_missing' }],
    });
    fake.state.next.set(INTAKE, [{ status: 422, body: faults }]);
    const page = await openPage('intake');
    await fillIntake(page);
    await page.click('text=Send');
    await page.click('text=What is wrong: Say which building');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.getByLabel('What is wrong').fill('Lift stands still, building 3');
    await page.click('text=Send');
    await page.waitForSelector('text=LL-2001');
    const keys = fake.state.calls.map((call) => call.key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    await page.context().close();
  });

  it('says at once that the line is dead, and sends when asked again', async () => {
    const page = await openPage('intake');
    await fillIntake(page);
    await page.context().setOffline(true);
    await page.click('text=Send');
    await page.waitForSelector('text=The server cannot be reached');
    await page.context().setOffline(false);
    await page.click('text=Send');
    await page.waitForSelector('text=LL-2001');
    expect(fake.state.calls).toHaveLength(1);
    await page.context().close();
  });

  it('keeps what was typed when the sign-in has expired, and gives it back', async () => {
    fake.state.next.set(INTAKE, [{ status: 401, body: problem('unauthenticated', 'sign_in') }]);
    const page = await openPage('intake');
    await fillIntake(page);
    await page.click('text=Send');
    await page.waitForSelector('text=You will return to the page you were on');
    await page.fill('#username', 'clerk');
    await page.fill('#password', 'right password');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=We kept what you had typed before');
    expect(await page.getByLabel('What is wrong').inputValue()).toBe('Lift stands still');
    await page.context().close();
  });

  it("does not give one person's draft to another at the same desk", async () => {
    const page = await openPage('intake');
    await fillIntake(page);
    fake.state.account = 'x2';
    await page.reload();
    expect(await page.getByLabel('What is wrong').inputValue()).toBe('');
    await page.context().close();
  });

  it('says a refusal in one sentence beside the actions', async () => {
    fake.state.next.set('/api/v1/sample/moves', [
      { status: 409, body: problem('conflict', 'changed_meanwhile') },
    ]);
    const page = await openPage('matters/LL-1042');
    await page.click('text=Ask a department');
    await page.waitForSelector(
      '[role=alert]:has-text("Somebody else has just changed this record")',
    );
    expect(fake.state.calls.map((call) => call.body)).toEqual([{ verb: 'whistle' }]);
    await page.context().close();
  });
});

describe('signing in', () => {
  it('asks for the code after the password, and tells what was wrong', async () => {
    Object.assign(fake.state, { signedIn: false, code: true });
    const page = await openPage('matters');
    await page.fill('#username', 'clerk');
    await page.fill('#password', 'wrong');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=The user name or password is not right.');
    await page.fill('#password', 'right password');
    await page.keyboard.press('Enter');
    await page.fill('#code', '123 456');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=LL-1042');
    expect(new URL(page.url()).pathname).toBe('/workbench/matters');
    await page.context().close();
  });

  it('takes one click in the demo', async () => {
    fake.state.signedIn = false;
    const page = await openPage('');
    await page.click('text=Station clerk');
    await page.waitForSelector('.ls-shell');
    expect(fake.state.calls[0]).toMatchObject({
      path: '/api/v1/demo/sign-in',
      body: { username: 'clerk' },
    });
    await page.context().close();
  });

  it('leads a new account to its own password, then to a second factor', async () => {
    fake.state.needs = ['password', 'second_factor'];
    const page = await openPage('');
    await page.fill('#current', 'one time');
    await page.fill('#fresh', 'four words in a row');
    await page.keyboard.press('Enter');
    await page.fill('#password', 'four words in a row');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=ABCDEFGH');
    await page.fill('#code', '123456');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.ls-shell');
    expect(fake.state.needs).toEqual([]);
    await page.context().close();
  });

  it('leaves nothing typed behind for the next person when one signs out', async () => {
    const page = await openPage('intake');
    await fillIntake(page);
    await page.click('.ls-account');
    await page.click('text=Sign out >> nth=0');
    await page.waitForSelector('#username');
    const kept = await page.evaluate(() =>
      Object.keys(sessionStorage).filter((key) => key.startsWith('linli.draft.')),
    );
    expect(kept).toEqual([]);
    await page.context().close();
  });
});
