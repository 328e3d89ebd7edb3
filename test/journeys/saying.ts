import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { sayMessages } from '../../src/modules/matters/portal/say/say.messages.ts';
import { trackMessages } from '../../src/modules/matters/portal/track/track.messages.ts';
import { type Activations, countActivations } from './activations.ts';
import type { Visitors } from './people.ts';
import type { Town } from './town.ts';
import { YANHE } from './town-register.ts';

const t = sayMessages.zh;
const tracked = trackMessages.zh;

export type Saying = {
  readonly words: string;
  readonly telephone?: string;
  readonly photo?: Buffer;
};

/** A small photo, as a telephone takes it. */
export async function aPhoto(): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#4a6' } })
    .withExif({ IFD3: { GPSLatitude: '32/1 0/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
}

/** Types what happened on the first step's form, wherever it stands, and goes on to the second step. */
export async function sayWhat(page: Page, by: Activations, what: Saying): Promise<void> {
  await page.getByLabel(t.words, { exact: true }).fill(what.words);
  if (what.photo)
    await page
      .getByLabel(t.photos)
      .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: what.photo });
  await by.click(page.getByRole('button', { name: t.next }));
  await page.getByRole('heading', { name: t.who }).waitFor();
}

/** The second and third step; returns what the page after sending tells. */
export async function giveContactAndSend(
  page: Page,
  by: Activations,
  { telephone = '' }: Pick<Saying, 'telephone'>,
): Promise<Filed> {
  await page.getByLabel(t.telephone).fill(telephone);
  await by.click(page.getByRole('button', { name: t.next }));
  await page.getByRole('heading', { name: t.check }).waitFor();
  await by.click(page.getByRole('button', { name: t.send, exact: true }));
  return readFiled(page);
}

export type Filed = { readonly number: string; readonly code: string; readonly link: string };

/** Number, query code and link on the page after sending. */
export async function readFiled(page: Page): Promise<Filed> {
  await page.getByRole('heading', { name: t.sentTitle }).waitFor();
  const text = (await page.locator('main').textContent()) ?? '';
  const number = /\d{2}-?\d{4}-?\d{4}-?\d|\d{11}/.exec(text)?.[0].replaceAll('-', '') ?? '';
  const code = /\b\d{6}\b/.exec(text)?.[0] ?? '';
  const link = (await page.getByRole('link', { name: t.follow }).getAttribute('href')) ?? '';
  return { number, code, link };
}

/** Opens a link and says 'solved' or 'not solved', with a grade where one is given: 1 is best. */
export async function answerByLink(
  page: Page,
  by: Activations,
  { link, solved, grade }: { link: string; solved: boolean; grade?: string },
): Promise<void> {
  await page.goto(link);
  if (grade !== undefined) await by.click(page.getByLabel(grade, { exact: true }));
  await by.click(
    page.getByRole('button', { name: solved ? tracked.yes : tracked.no, exact: true }),
  );
}

/** Somebody scans the code of a stairwell and says something; his browser stays where it is. */
export async function saySomething(
  town: Town,
  visitors: Visitors,
  what: Saying,
): Promise<{ phone: Page; number: string; activations: number }> {
  const phone = await visitors.resident();
  const [stairwell] = await town.stairwells(YANHE);
  await phone.goto(`/b/${stairwell}`);
  const by = countActivations();
  await sayWhat(phone, by, what);
  const { number } = await giveContactAndSend(phone, by, what);
  return { phone, number, activations: by.count() };
}
