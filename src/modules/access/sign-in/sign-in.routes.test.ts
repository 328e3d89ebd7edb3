import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAccess, anApp, Browser, type TestAccess } from '../access.factory.ts';
import { jobs } from '../jobs.ts';
import { nextPage } from './next-page.rules.ts';

let here: TestAccess;
let app: ReturnType<typeof anApp>;

beforeAll(async () => {
  here = await anAccess();
  app = anApp(here);
});
afterAll(() => here.close());

const codeOf = (text: string | undefined) => /\d{6}/.exec(text ?? '')?.[0] ?? '';

describe('a resident', () => {
  test('signs in by telephone in two plain forms, and out again', async () => {
    const browser = new Browser(app);
    const first = await browser.get('/sign-in?next=/mine/settings');
    expect(await first.text()).toContain('name="next" value="/mine/settings"');
    const sent = await browser.submit('/sign-in', {
      telephone: '100 0000 0011',
      next: '/mine/settings',
    });
    expect(sent.status).toBe(303);
    const second = await browser.get(sent.headers.get('location') ?? '');
    expect(await second.text()).toContain('100****0011');
    const code = codeOf(here.sent.at(-1)?.text);
    const wrong = await browser.submit('/sign-in/code', {
      code: code === '111111' ? '222222' : '111111',
      next: '/',
    });
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining('验证码不对'),
    ]);
    const done = await browser.submit('/sign-in/code', { code, next: '/mine/settings' });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/mine/settings']);
    const actor = await here.access.actorOf(browser.headers);
    expect(actor).toMatchObject({ face: 'self', name: '100****0011', verbs: {} });
    here.pass(29 * 24 * 3600);
    expect((await here.access.actorOf(browser.headers)).face).toBe('self');
    const out = await browser.submit('/sign-out', {});
    expect(out.status).toBe(303);
    expect((await here.access.actorOf(browser.headers)).face).toBe('public');
  });

  test('is told what is wrong with a number, in the language of the page', async () => {
    const browser = new Browser(app);
    const answer = await browser.submit('/sign-in', { telephone: '025-84400000', next: '/mine' });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('11 位')]);
    expect(await (await browser.submit('/sign-in', { telephone: '', next: '' })).text()).toContain(
      '请填写',
    );
  });

  test('waits after five codes to one number', async () => {
    const form = { telephone: '10000000012', next: '/mine' };
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1)
      statuses.push((await new Browser(app).submit('/sign-in', form)).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 422]);
  });

  test('waits after ten wrong codes for one number, whichever codes were sent', async () => {
    const browser = new Browser(app);
    const form = { telephone: '10000000013', next: '/mine' };
    let last = '';
    for (let n = 0; n < 11; n += 1) {
      if (n % 3 === 0) await browser.submit('/sign-in', form);
      const right = codeOf(here.sent.at(-1)?.text);
      const code = right === '111111' ? '222222' : '111111';
      last = await (await browser.submit('/sign-in/code', { code, next: '/' })).text();
    }
    expect(last).toContain('15 分钟后再试');
  });

  test('without a code asked for is led back to the first step', async () => {
    const answer = await new Browser(app).get('/sign-in/code');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in']);
  });
});

test.each([
  ['/mine/settings', '/mine/settings'],
  ['//elsewhere.example', '/mine'],
  ['/\\elsewhere.example', '/mine'],
  ['https://elsewhere.example', '/mine'],
  [undefined, '/mine'],
])('after signing in, %s leads to %s', (given, path) => {
  expect(nextPage(given)).toBe(path);
});

test('the nightly job removes forgotten sessions and keeps living ones', async () => {
  const signIn = async (telephone: string) => {
    const browser = new Browser(app);
    await browser.submit('/sign-in', { telephone, next: '/' });
    await browser.submit('/sign-in/code', { code: codeOf(here.sent.at(-1)?.text), next: '/' });
    return browser;
  };
  const count = async () => {
    const { rows } = await here.opened.superuser.query(
      `select count(*)::int as sessions, array_agg(distinct "ipAddress") as addresses
       from ${here.opened.district}_auth.session`,
    );
    return rows[0];
  };
  await signIn('10000000021');
  here.pass(31 * 24 * 3600);
  const living = await signIn('10000000022');
  for (const job of jobs) await job.handle(here.world, {} as never, new AbortController().signal);
  expect(await count()).toEqual({ sessions: 1, addresses: [''] });
  expect((await here.access.actorOf(living.headers)).face).toBe('self');
});
