import type { Browser, BrowserContext, Page } from 'playwright-core';
import { vi } from 'vitest';
import { openBrowser } from '../browser.ts';
import type { Town } from './town.ts';
import type { Role } from './town-register.ts';

// A story is many pages long, and other tests share the machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

export const PHONE = { width: 375, height: 700 } as const;
export const DESK = { width: 1280, height: 800 } as const;
type Size = { readonly width: number; readonly height: number };

export type Visitors = {
  /** A resident's browser of its own, without JavaScript. */
  readonly resident: (size?: Size, language?: 'zh' | 'en') => Promise<Page>;
  /** Somebody at the workbench, signed in by the demo's one click. */
  readonly staff: (role: Role, size?: Size) => Promise<Page>;
  /** A browser at the workbench's door. */
  readonly stranger: (size?: Size) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** One browser for a whole file; each visitor has a context, with cookies of its own. */
export async function openVisitors(town: Town): Promise<Visitors> {
  const browser = await openBrowser();
  const stranger = (size: Size = DESK) => openPage(browser, town, size, true, 'zh-CN');
  return {
    resident: (size = PHONE, language = 'zh') =>
      openPage(browser, town, size, false, language === 'zh' ? 'zh-CN' : 'en-GB'),
    stranger,
    async staff(role, size = DESK) {
      const page = await stranger(size);
      await page.goto('/workbench/');
      await signInWithOneClick(page, town, role);
      return page;
    },
    close: () => browser.close(),
  };
}

async function openPage(
  browser: Browser,
  town: Town,
  viewport: Size,
  javaScriptEnabled: boolean,
  locale: string,
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: town.url,
    viewport,
    javaScriptEnabled,
    locale,
    timezoneId: 'Asia/Shanghai',
    hasTouch: viewport.width < 600,
  });
  context.setDefaultTimeout(15_000);
  // The desk says 'late' and 'today' by the browser's own clock.
  if (javaScriptEnabled) await context.clock.setSystemTime(town.world.clock.now());
  return context.newPage();
}

/** Clicks the demo's button of this role. */
export async function signInWithOneClick(page: Page, town: Town, role: Role): Promise<void> {
  const { username } = town.account(role);
  await page.locator(`.ls-demo-list [data-username="${username}"]`).click();
  await page.getByRole('navigation').first().waitFor();
}
