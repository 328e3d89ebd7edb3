import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAccess, anApp, aPost, Browser, type TestAccess } from '../access.factory.ts';
import type { DemoAccountWanted } from '../demo/demo-accounts.ts';
import { createDemoAccounts } from '../demo/demo-accounts.ts';
import type { PostHeld } from './post.types.ts';

let here: TestAccess;
let app: ReturnType<typeof anApp>;
let serial = 0;

beforeAll(async () => {
  here = await anAccess();
  app = anApp(here);
});
afterAll(() => here.close());

/** Somebody with these posts, signed in with one click. */
async function signedIn(
  posts: readonly PostHeld[],
  over: Partial<DemoAccountWanted> = {},
): Promise<{ browser: Browser; username: string; person: string }> {
  serial += 1;
  const username = `worker-${serial}`;
  const person = randomUUID();
  here.posts.set(person, posts);
  await createDemoAccounts(here.world, [
    { username, name: '王丽', role: 'x', person, adminPost: null, area: '320105001001', ...over },
  ]);
  const browser = new Browser(app);
  const answer = await browser.post('/api/v1/demo/sign-in', { username });
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return { browser, username, person };
}

type View = {
  actor: {
    name: string;
    post: { id: string } | null;
    verbs: Record<string, string>;
    area: unknown;
  } | null;
  posts: { id: string; title: { zh: string } }[];
  needs: string[];
};
const view = async (browser: Browser): Promise<View> =>
  (await browser.get('/api/v1/session')).json() as Promise<View>;

describe('the session', () => {
  test('of nobody says so', async () => {
    expect(await view(new Browser(app))).toMatchObject({ actor: null, posts: [] });
  });

  test('acts in one post at a time, and switches', async () => {
    const station = aPost({ post: 'duty_clerk' });
    const committee = aPost({ organisationKind: 'RESIDENTS_COMMITTEE', post: 'member' });
    const { browser } = await signedIn([station, committee]);
    const first = await view(browser);
    expect(first.actor).toMatchObject({ name: '王丽', post: { id: station.appointment } });
    expect(first.actor?.verbs).toMatchObject({ 'matter.overrule': 'area' });
    expect(first.actor?.verbs).not.toHaveProperty(['matter.check']);
    expect(first.posts.map((post) => post.title.zh)).toEqual(['值班长', '委员']);

    const switched = await browser.post('/api/v1/session/post', { id: committee.appointment });
    expect(await switched.json()).toMatchObject({ actor: { post: { id: committee.appointment } } });
    expect((await view(browser)).actor?.verbs).toHaveProperty(['matter.check'], 'area');
    const actor = await here.access.actorOf(browser.headers);
    expect(actor.area).toEqual({ lo: '320105001001', hi: '320105001001:' });
    expect((await browser.post('/api/v1/session/post', { id: randomUUID() })).status).toBe(404);
  });

  test('a department has an empty range, and acts for its root organisation', async () => {
    const root = randomUUID();
    const { browser } = await signedIn([
      aPost({
        organisationKind: 'DEPARTMENT',
        post: 'contact',
        rootOrganisation: root,
        area: '320105000000',
      }),
    ]);
    const actor = await here.access.actorOf(browser.headers);
    expect(actor).toMatchObject({ area: { lo: '0', hi: '0' }, rootOrganisation: root });
  });

  test('an appointment that ended is gone within ten seconds', async () => {
    const { browser, person } = await signedIn([aPost()]);
    expect((await view(browser)).actor?.verbs).toHaveProperty(['matter.finish']);
    here.posts.set(person, []);
    here.pass(11);
    expect((await view(browser)).actor).toMatchObject({ post: null, verbs: {} });
  });

  test('of staff ends after thirty minutes without a request, not before', async () => {
    const { browser } = await signedIn([aPost()]);
    here.pass(29 * 60);
    expect((await view(browser)).actor).not.toBeNull();
    here.pass(29 * 60);
    expect((await view(browser)).actor).not.toBeNull();
    here.pass(31 * 60);
    expect((await view(browser)).actor).toBeNull();
  });

  test('signs out everywhere at once', async () => {
    const { browser, username } = await signedIn([aPost()]);
    const other = new Browser(app);
    await other.post('/api/v1/demo/sign-in', { username });
    expect((await view(other)).actor).not.toBeNull();
    const list = (await (await browser.get('/api/v1/session/list')).json()) as {
      sessions: { present: boolean }[];
    };
    expect(list.sessions.map((one) => one.present).sort()).toEqual([false, true]);
    expect((await browser.post('/api/v1/session/sign-out-everywhere')).status).toBe(200);
    expect((await view(browser)).actor).toBeNull();
    expect((await view(other)).actor).toBeNull();
  });

  test('a forged cookie is nobody', async () => {
    const forged = new Headers({ cookie: 'linli.session_token=abc.def' });
    expect(await here.access.actorOf(forged)).toMatchObject({ face: 'public', account: null });
  });
});
