import type { Locator, Page } from 'playwright-core';
import { matterMessages } from '../../src/modules/matters/matters.messages.ts';
import { staffMatterMessages } from '../../src/modules/matters/staff/staff.messages.ts';
import type { Activations } from './activations.ts';
import type { Town } from './town.ts';

const t = staffMatterMessages.zh;
const words = matterMessages.zh;

/** The drawer of the matter that is open. */
export const drawerOf = (page: Page): Locator => page.getByRole('dialog').last();

/** Opens a matter from Today by its title. */
export async function openFromToday(page: Page, by: Activations, title: string): Promise<Locator> {
  await page.getByRole('heading', { level: 1, name: t.today.title }).waitFor();
  await by.click(page.getByRole('link', { name: title }).first());
  const drawer = drawerOf(page);
  await drawer.getByText(t.record.timeline).first().waitFor();
  return drawer;
}

/** Goes to Today afresh, as the first screen after signing in. */
export async function goToToday(page: Page): Promise<void> {
  await page.goto('/workbench/today');
}

/** Takes a matter from Today and finishes it, with the answer the reporter will read. */
export async function takeAndFinish(
  page: Page,
  by: Activations,
  { title, answer }: { title: string; answer: string },
): Promise<void> {
  const drawer = await openFromToday(page, by, title);
  await drawer.getByLabel(t.form.answerPublic).fill(answer);
  await by.click(drawer.getByRole('button', { name: t.form.takeAndFinish }));
  await page.getByText(t.done.finish).first().waitFor();
}

/** Finishes what is in hand already: rework, or after an acceptance. */
export async function finishAgain(
  page: Page,
  by: Activations,
  { title, answer }: { title: string; answer: string },
): Promise<void> {
  const drawer = await openFromToday(page, by, title);
  await drawer.getByLabel(t.form.answerPublic).fill(answer);
  await by.click(drawer.getByRole('button', { name: t.form.finish, exact: true }));
  await page.getByText(t.done.finish).first().waitFor();
}

/** A checker's finding, from Today. */
export async function recordFinding(
  page: Page,
  by: Activations,
  { title, finding, note }: { title: string; finding: keyof typeof words.findings; note?: string },
): Promise<void> {
  const drawer = await openFromToday(page, by, title);
  await by.click(drawer.getByText(words.findings[finding], { exact: true }));
  if (note !== undefined) await drawer.getByLabel(t.form.note).fill(note);
  await by.click(drawer.getByRole('button', { name: t.form.save }));
  await page.getByText(t.done.find).first().waitFor();
}

type Shown = {
  readonly state: string;
  readonly closure: string | null;
  readonly rating: number | null;
  readonly tasks: readonly { readonly id: string; readonly state: string }[];
  readonly checks: readonly { readonly id: string; readonly finding: string | null }[];
  readonly actions: readonly { readonly verb: string }[];
};

/** A matter as the API shows it to whoever this page is signed in as. */
export async function matterAs(page: Page, town: Town, number: string): Promise<Shown> {
  const answer = await page.request.get(`${town.url}/api/v1/matters/${number}`);
  if (!answer.ok()) throw new Error(`${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as Shown;
}

/** Sends one command as whoever this page is signed in as, past all buttons. */
export async function commandAs(
  page: Page,
  town: Town,
  path: string,
  body: object,
): Promise<{ status: number; code: string }> {
  const answer = await page.request.post(`${town.url}/api/v1/${path}`, { data: body });
  const told = (await answer.json().catch(() => ({}))) as { code?: string };
  return { status: answer.status(), code: told.code ?? '' };
}
