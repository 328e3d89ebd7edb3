import type { BrowserContext, Page } from 'playwright-core';
import type { PageRoute } from '#kernel/http/route.ts';
import { allRoutes } from '../../src/apps/modules.ts';
import { signInMessages } from '../../src/modules/access/sign-in/sign-in.messages.ts';
import { sayMessages } from '../../src/modules/matters/portal/say/say.messages.ts';
import { axeViolations, openBrowser, sidewaysScroll } from '../browser.ts';
import { countActivations } from '../journeys/activations.ts';
import { giveContactAndSend, sayWhat } from '../journeys/saying.ts';
import type { Town } from '../journeys/town.ts';
import type { WalkedTown } from './walked-town.ts';

/** How a page is looked at. */
export type Look = {
  readonly language: 'zh' | 'en';
  readonly elder: boolean;
  readonly width: number;
  readonly scripts: boolean;
};

/** Who looks: each has a browser of his own. */
export type Visitor = 'anybody' | 'writing' | 'sent' | 'entering' | 'hasty' | 'resident' | 'clerk';
export type Stop = {
  readonly name: string;
  readonly path: string;
  readonly visitor: Visitor;
  /** The form that is sent as it stands, to see what it says is wrong: a selector of its button. */
  readonly press?: string;
};

/** Steps of a form that only a draft opens. */
const BY_DRAFT: Readonly<Record<string, Visitor>> = {
  '/say/contact': 'writing',
  '/say/check': 'writing',
  '/say/sent': 'sent',
  '/sign-in/code': 'entering',
};
/** Where a route's sample must be somebody's own. */
const OWN_SAMPLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/l/{token}/files/{id}': { 'file.own': 'file.task' },
  // Only who took a matter hands out its receipt.
  '/receipts/{number}': { 'matter.open': 'matter.taken' },
};
const BY_FACE: Readonly<Record<string, Visitor>> = { self: 'resident', staff: 'clerk' };
/** Answers that are no pages: drawings, photos, feeds. */
export const isFile = (path: string) => /\.atom$|\/files\/|\/map\//.test(path);

const pageRoutes = allRoutes.filter(
  (route): route is PageRoute => route.kind === 'page' && route.method === 'get',
);

/** Every page that the server draws, at its own sample, and a matter's page in each of its states. */
export function stopsOf({ fixture, tracked }: WalkedTown): Stop[] {
  const routes = pageRoutes
    // One's own matter only leads on to its link, which is walked.
    .filter(({ path }) => path !== '/mine/{number}')
    .map((route): Stop => {
      const sample = route.sample((name) => fixture(OWN_SAMPLES[route.path]?.[name] ?? name));
      const params = sample.params ?? {};
      const path = route.path.replace(/\{(\w+)\}/g, (_, name) => params[name] ?? '');
      const search = new URLSearchParams(sample.query ?? {}).toString();
      return {
        name: route.path,
        path: search === '' ? path : `${path}?${search}`,
        visitor: BY_DRAFT[route.path] ?? BY_FACE[route.face] ?? 'anybody',
      };
    });
  const states = Object.entries(tracked).map(
    ([name, path]): Stop => ({ name: `a matter ${name}`, path, visitor: 'anybody' }),
  );
  const wrong = (
    [
      [`/c/${fixture('area.community')}/say`, 'form[enctype] button[name=step]:visible'],
      ['/track', 'main form button'],
      ['/sign-in', 'main form button'],
      [`/l/${fixture('task.token')}`, 'form[action$="/answer"] button'],
    ] as const
  ).map(([path, press]): Stop => ({ name: `${path} sent empty`, path, press, visitor: 'hasty' }));
  return [
    ...routes,
    ...states,
    ...wrong,
    { name: 'nothing here', path: '/nowhere', visitor: 'anybody' },
  ];
}

export type Walk = {
  /** What is wrong with a page, one line each. */
  readonly look: (stop: Stop, look: Look) => Promise<string[]>;
  /** Addresses within the portal that a page leads to. */
  readonly linksOn: (stop: Stop) => Promise<string[]>;
  readonly close: () => Promise<void>;
};

/** One browser with every kind of visitor, ready in the middle of what he does. */
export async function openWalk(walked: WalkedTown, scripts: boolean): Promise<Walk> {
  const { town } = walked;
  const browser = await openBrowser();
  const visitor = async (prepare: (page: Page) => Promise<unknown>) => {
    const context = await browser.newContext({
      baseURL: town.url,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    // Axe itself needs a page that can run scripts, so the page's own are kept away instead.
    if (!scripts) await context.route('**/*.js', (route) => route.abort());
    const page = await context.newPage();
    await prepare(page);
    return { context, page };
  };
  const visitors: Readonly<Record<Visitor, { context: BrowserContext; page: Page }>> = {
    anybody: await visitor(async () => {}),
    writing: await visitor((page) => write(page, walked)),
    sent: await visitor((page) => writeAndSend(page, walked)),
    hasty: await visitor(async () => {}),
    entering: await visitor((page) => askForCode(page, '13000000002')),
    resident: await visitor((page) => signInByTelephone(page, town)),
    clerk: await visitor((page) =>
      page.request.post(`${town.url}/api/v1/demo/sign-in`, { data: { username: 'clerk' } }),
    ),
  };
  const open = async (stop: Stop, look: Look): Promise<{ page: Page; status: number }> => {
    const { context, page } = visitors[stop.visitor];
    await page.setViewportSize({ width: look.width, height: 800 });
    const url = town.url;
    await context.addCookies([
      { name: 'lang', value: look.language, url },
      { name: 'elder', value: look.elder ? '1' : '0', url },
    ]);
    const answer = await page.goto(stop.path);
    return { page, status: answer?.status() ?? 0 };
  };
  return {
    async look(stop, look) {
      const { page, status } = await open(stop, look);
      const faults = status === (stop.path === '/nowhere' ? 404 : 200) ? [] : [`answers ${status}`];
      const path = new URL(page.url()).pathname + new URL(page.url()).search;
      if (path !== stop.path) faults.push(`leads on to ${path}`);
      if (stop.press) {
        await page.locator(stop.press).last().click();
        await page.locator('.govuk-error-summary').waitFor();
      }
      const wide = await sidewaysScroll(page);
      if (wide > 0) faults.push(`scrolls ${wide} px sideways`);
      faults.push(...(await axeViolations(page)));
      return faults.map((fault) => `${stop.name} ${nameOf(look)}: ${fault}`);
    },
    async linksOn(stop) {
      const { page } = await open(stop, { language: 'zh', elder: false, width: 1280, scripts });
      const links = await page
        .locator('a[href], form[method=get]')
        .evaluateAll((all) =>
          all.map((one) => one.getAttribute('href') ?? one.getAttribute('action') ?? ''),
        );
      return links.filter((href) => href.startsWith('/'));
    },
    close: () => browser.close(),
  };
}

const nameOf = ({ language, elder, width }: Look) =>
  `(${language}${elder ? ', elder' : ''}, ${width} px)`;

const sayAt = async (page: Page, { fixture }: WalkedTown) => {
  await page.goto(`/b/${fixture('stairwell.code')}`);
  await sayWhat(page, countActivations(), { words: '三号楼门口的路灯不亮。' });
};

async function write(page: Page, walked: WalkedTown): Promise<void> {
  await sayAt(page, walked);
  await page.getByRole('button', { name: sayMessages.zh.next }).click();
  await page.getByRole('heading', { name: sayMessages.zh.check }).waitFor();
}

async function writeAndSend(page: Page, walked: WalkedTown): Promise<void> {
  await sayAt(page, walked);
  await giveContactAndSend(page, countActivations(), {});
}

async function askForCode(page: Page, telephone: string): Promise<void> {
  const t = signInMessages.zh;
  await page.goto('/sign-in');
  await page.getByLabel(t.telephone).fill(telephone);
  await page.getByRole('button', { name: t.send }).click();
  await page.getByLabel(t.code).waitFor();
}

async function signInByTelephone(page: Page, town: Town): Promise<void> {
  const t = signInMessages.zh;
  await askForCode(page, '13000000001');
  const code = /\d{6}/.exec(town.sent.at(-1)?.text ?? '')?.[0] ?? '';
  await page.getByLabel(t.code).fill(code);
  await page.getByRole('button', { name: t.confirm, exact: true }).click();
  await page.waitForURL('**/mine');
}
