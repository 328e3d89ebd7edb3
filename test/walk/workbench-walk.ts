import type { Page } from 'playwright-core';
import { verbsOf } from '#modules/access/pure.ts';
import { modules } from '../../src/apps/staff/modules.ts';
import { axeViolations, openBrowser, sidewaysScroll } from '../browser.ts';
import {
  ADMINISTRATORS,
  organisationOf,
  type Role,
  STAFF,
  type StaffName,
} from '../journeys/town-register.ts';
import type { WalkedTown } from './walked-town.ts';

export type DeskStop = { readonly path: string; readonly role: Role };
export type DeskLook = { readonly language: 'zh' | 'en'; readonly width: number };

/** Whoever comes first and may open a page looks at it. */
const LOOKERS: readonly Role[] = [
  'clerk',
  'director',
  'chief',
  'organiser',
  'system',
  'security',
  'audit',
];

function mayOpen(role: Role, verbs: string | readonly string[] | null): boolean {
  return verbs === null ? maySee(role, null) : [verbs].flat().some((verb) => maySee(role, verb));
}

function maySee(role: Role, verb: string | null): boolean {
  if (role in ADMINISTRATORS) {
    const post = ADMINISTRATORS[role as keyof typeof ADMINISTRATORS];
    return verb !== null && verb in verbsOf(null, post);
  }
  const name = role as StaffName;
  return verb === null || verb in verbsOf(organisationOf(name).kind, STAFF[name][1]);
}

/** Every page that the workbench's modules have, each as somebody who may open it; and what the shell adds. */
export function deskStops({ open, fixture }: WalkedTown): DeskStop[] {
  const pages = modules.flatMap((module) => module.pages);
  const stops = pages.map(({ path, verb }): DeskStop => {
    const role = LOOKERS.find((one) => mayOpen(one, verb));
    if (!role) throw new Error(`nobody of this town may open ${path}`);
    const number = path.startsWith('notices') ? fixture('notice.draft') : open;
    return { path: path.replace(':number', number), role };
  });
  const district = ['figures', 'matters', 'today'].map(
    (path): DeskStop => ({ path, role: 'chief' }),
  );
  const shell = ['search', 'more', 'nowhere'].map((path): DeskStop => ({ path, role: 'clerk' }));
  return [...stops, ...district, ...shell];
}

export type DeskWalk = {
  readonly look: (stop: DeskStop, look: DeskLook) => Promise<string[]>;
  /** The page before anybody is signed in. */
  readonly lookAtDoor: (look: DeskLook) => Promise<string[]>;
  readonly close: () => Promise<void>;
};

/** One browser in which each looker is signed in once. */
export async function openDeskWalk({ town }: WalkedTown): Promise<DeskWalk> {
  const browser = await openBrowser();
  const desks = new Map<Role | 'nobody', Page>();
  const deskOf = async (role: Role | 'nobody'): Promise<Page> => {
    const known = desks.get(role);
    if (known) return known;
    const context = await browser.newContext({
      baseURL: town.url,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    await context.clock.setSystemTime(town.world.clock.now());
    // The workbench keeps its language on the device; here the cookie decides.
    await context.addInitScript(() => {
      const language = /lang=(zh|en)/.exec(document.cookie)?.[1];
      if (language) localStorage.setItem('linli.language', language);
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => thrown.push(error.message));
    page.on('response', (answer) => {
      const isRefused = answer.status() >= 400 && answer.status() !== 401;
      if (isRefused) thrown.push(`${answer.status()} ${new URL(answer.url()).pathname}`);
    });
    if (role !== 'nobody')
      await page.request.post(`${town.url}/api/v1/demo/sign-in`, { data: { username: role } });
    desks.set(role, page);
    return page;
  };
  const thrown: string[] = [];
  const lookAt = async (role: Role | 'nobody', path: string, look: DeskLook) => {
    const page = await deskOf(role);
    await page.setViewportSize({ width: look.width, height: 800 });
    const { language } = look;
    await page.context().addCookies([{ name: 'lang', value: language, url: town.url }]);
    thrown.length = 0;
    await page.goto(`/workbench/${path}`);
    const isDrawn = await settle(page);
    const wide = await sidewaysScroll(page);
    return [
      ...(isDrawn ? [] : ['is not drawn']),
      ...(wide > 0 ? [`scrolls ${wide} px sideways`] : []),
      ...thrown.map((message) => `has ${message}`),
      ...(await axeViolations(page)),
    ].map((fault) => `${path} as ${role} (${language}, ${look.width} px): ${fault}`);
  };
  return {
    look: ({ role, path }, look) => lookAt(role, path, look),
    lookAtDoor: (look) => lookAt('nobody', '', look),
    close: () => browser.close(),
  };
}

/** Waits until the page has its heading and nothing spins; false where that never comes. */
async function settle(page: Page): Promise<boolean> {
  const drawn = await page
    .waitForFunction(
      () =>
        document.querySelector('h1, h2') !== null &&
        document.querySelector('.ant-spin-spinning, .lk-spin') === null,
      undefined,
      { timeout: 15_000 },
    )
    .then(
      () => true,
      () => false,
    );
  // Charts and drawers come a moment after their numbers.
  await page.waitForTimeout(250);
  return drawn;
}
