import type { Locator, Page } from 'playwright-core';

export type Activations = {
  /** Clicks a control. */
  readonly click: (control: Locator) => Promise<void>;
  /** Taps a point of a control: a map. */
  readonly tapAt: (control: Locator, position: { x: number; y: number }) => Promise<void>;
  /** Presses Enter or Space on the control that has the focus. */
  readonly press: (page: Page, key: 'Enter' | 'Space') => Promise<void>;
  readonly count: () => number;
};

/** Counts what sets something off: clicks, and Enter or Space on a control. Typing and moving about are not counted. */
export function countActivations(): Activations {
  let made = 0;
  return {
    async click(control) {
      made += 1;
      await control.click();
    },
    async tapAt(control, position) {
      made += 1;
      await control.click({ position });
    },
    async press(page, key) {
      made += 1;
      await page.keyboard.press(key);
    },
    count: () => made,
  };
}

const TABS_AT_MOST = 80;

/** Moves the focus on by Tab until it stands on this control, as somebody without a mouse does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let tabs = 0; tabs < TABS_AT_MOST; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never comes to ${control}`);
}
