import { z } from 'zod';
import { publicScope, scopeOf } from '#kernel/db/scope.ts';
import { type Draft, newDraft, readDraft, saveDraft } from '#kernel/drafts/drafts.ts';
import { fieldsOf, readForm } from '#kernel/http/forms.ts';
import type { Page, Redirect, Request } from '#kernel/http/route.ts';
import { ANYBODY } from '#kernel/pure/actor.ts';
import { AppError, type FieldFault } from '#kernel/pure/errors.ts';
import { type Language, textOf } from '#kernel/pure/messages.ts';
import { type Fault, readPin } from '#kernel/views/index.ts';
import type { World } from '#kernel/world.ts';
import { findBuildingById } from '#modules/territory/index.ts';
import type { MatterKind } from '../../matters/matter.types.ts';
import { findCategory } from '../../reference/categories.ts';
import { UNSORTED } from './guess-category.rules.ts';
import { whatForm } from './say.contract.ts';
import { sayMessages } from './say.messages.ts';
import type { SayContent } from './say.types.ts';
import { emptyContent, type Origin, valuesOf, whatChoices } from './say-origin.ts';
import { findFiled } from './similar.queries.ts';
import { takeFiles } from './take-files.ts';
import { WhatPage } from './what.portal.tsx';

export const DRAFT = 'say';
export const ISLANDS = ['map-pin', 'photo-shrink', 'character-count', 'voice-note'] as const;

type Asking = Request<unknown, unknown, FormData>;

/** The browser's unsent draft, or null. */
export async function openDraft(
  world: World,
  cookies: Asking['cookies'],
): Promise<Draft<SayContent> | null> {
  const draft = await readDraft<SayContent>(world, cookies, DRAFT);
  return draft && draft.usedFor === null ? draft : null;
}

const KINDS: readonly string[] = ['problem', 'suggestion', 'consultation'];

/** Where to go where there is no draft: to the beginning, which says that nothing typed was found. */
export const BEGIN: Redirect = { to: '/say?lost=1' };
/** Where whoever comes back to a form already sent finds what became of it. */
export const SENT: Redirect = { to: '/say/sent' };

/** The draft for a later step, or where to go instead: to what was sent, to the beginning, or back to step 1. */
export async function readyDraft(
  world: World,
  cookies: Asking['cookies'],
): Promise<Draft<SayContent> | Redirect> {
  const draft = await readDraft<SayContent>(world, cookies, DRAFT);
  if (!draft) return BEGIN;
  if (draft.usedFor !== null) return SENT;
  return draft.content.isReady ? draft : { to: `${draft.content.base}/say` };
}

/** Does something with a draft; where it was sent or ran out meanwhile, in another window, leads on to what is known of it. */
export async function withDraft<T>(work: () => Promise<T>): Promise<T | Redirect> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === 'gone') return SENT;
    throw error;
  }
}

export function faultTexts(lang: Language, faults: readonly FieldFault[]): Fault[] {
  const texts = sayMessages[lang].faults;
  return faults.map(({ field, code }) => ({
    field,
    text: code in texts ? textOf(texts, code) : texts.other,
  }));
}

/** Draws step 1 with what the draft holds for this origin. */
export async function whatPage(
  request: Pick<Asking, 'world' | 'lang'>,
  origin: Origin,
  content: SayContent,
  faults: readonly FieldFault[] = [],
): Promise<Page> {
  const { world, lang } = request;
  const choices = await world.database.withReadScope(publicScope, (db) =>
    whatChoices(db, origin, lang, content.pin),
  );
  const shown = faultTexts(lang, faults);
  return {
    title: sayMessages[lang].title,
    body: WhatPage({ lang, ...choices, values: valuesOf(content), faults: shown }),
    place: origin.area.place,
    section: 'say',
    options: { islands: ISLANDS, hasErrors: faults.length > 0, unlisted: true },
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  };
}

/** What the draft of this browser holds for this origin; an empty form for another one. */
export async function contentFor(
  { world, cookies }: Pick<Asking, 'world' | 'cookies'>,
  origin: Origin,
): Promise<{ draft: Draft<SayContent> | null; content: SayContent }> {
  const draft = await openDraft(world, cookies);
  const isSame = draft?.content.base === origin.base;
  return { draft, content: isSame && draft ? draft.content : emptyContent(origin) };
}

const text = (fields: Record<string, string | string[]>, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

/** The form as typed, right or wrong: this is what the page shows again. */
function typedOver(before: SayContent, body: FormData, origin: Origin): SayContent {
  const fields = fieldsOf(body);
  // A form without the list leaves the place as the code on the wall said it.
  const building = 'building' in fields ? text(fields, 'building') : before.building;
  const isHere = origin.stairwell?.building.id === building;
  const step = text(fields, 'step');
  const kind = text(fields, 'kind');
  return {
    ...before,
    kind: (KINDS.includes(kind) ? kind : 'problem') as MatterKind,
    category: text(fields, 'category') || UNSORTED,
    words: text(fields, 'words'),
    building,
    stairwell: isHere ? (origin.stairwell?.code ?? null) : null,
    place: text(fields, 'place'),
    pin: step === 'drop-pin' ? null : (readPin(fields) ?? before.pin),
    files: step === 'drop-files' ? [] : before.files,
  };
}

/** A tap on the map, or a button beside it: the form comes back with everything in it, unjudged. */
function onlyTurns(body: FormData): boolean {
  const step = body.get('step');
  if (step === 'drop-pin' || step === 'drop-files') return true;
  const tapped = ['pin-narrow', 'pin-wide'].some((name) => Number(body.get(`${name}.x`) ?? 0) > 0);
  return tapped && readPin(fieldsOf(body)) !== null;
}

/** Takes step 1: keeps what was typed and sent along whatever is wrong with it, then goes on, or shows it again. */
export async function takeWhat(request: Asking, origin: Origin): Promise<Page | Redirect> {
  const { world, body, uploads } = request;
  if (body.get('kind') === 'elsewhere') return { to: '/say/elsewhere' };
  const { draft, content: before } = await contentFor(request, origin);
  const typed = typedOver(before, body, origin);
  if (await wasSaid(request, typed)) return SENT;
  const stored = await takeFiles(world, typed.files, uploads);
  const form = readForm(whatForm, body);
  const placed = { ...typed, ...(await buildingIn(world, typed, origin)), files: stored.files };
  const faults = [...stored.faults, ...(form.faults ?? faultsOfWhat(placed))];
  const content = { ...placed, isReady: faults.length === 0 && !onlyTurns(body) };
  const gone = await withDraft(() => keep(request, draft, content));
  if (gone) return gone;
  if (onlyTurns(body)) return { to: `${origin.base}/say#pin-place` };
  if (faults.length > 0) return whatPage(request, origin, content, faults);
  return { to: '/say/contact' };
}

/** Whoever goes back from what he sent and sends the same form again said it once: the same words of the same place. */
async function wasSaid({ world, cookies }: Asking, typed: SayContent): Promise<boolean> {
  const subject = (await readDraft<SayContent>(world, cookies, DRAFT))?.usedFor;
  if (!subject || typed.words.trim() === '' || typed.pin !== null) return false;
  const filed = await world.database.withReadScope(
    scopeOf({ ...ANYBODY, face: 'link', subject }),
    (db) => findFiled(db, subject),
  );
  return (
    filed !== undefined &&
    filed.area === typed.area &&
    inLines(filed.words) === inLines(typed.words.trim()) &&
    (filed.place ?? '') === typed.place.trim() &&
    (filed.building ?? '') === typed.building
  );
}

/** Forms end lines their own way. */
const inLines = (words: string): string => words.replace(/\r\n?/g, '\n');

/** A building that does not stand in this community is none. */
async function buildingIn(
  world: World,
  { building, stairwell }: SayContent,
  origin: Origin,
): Promise<Pick<SayContent, 'building' | 'stairwell'>> {
  const found = z.uuid().safeParse(building).success
    ? await world.database.withReadScope(publicScope, (db) => findBuildingById(db, building))
    : undefined;
  return found?.area === origin.area.code
    ? { building, stairwell }
    : { building: '', stairwell: null };
}

async function keep(
  { world, cookies }: Asking,
  draft: Draft<SayContent> | null,
  content: SayContent,
): Promise<void> {
  if (draft) await saveDraft(world, cookies, DRAFT, draft, content);
  else await newDraft(world, cookies, DRAFT, content);
}

export const hasVoice = (content: SayContent): boolean =>
  content.files.some((file) => file.kind === 'clip');

function faultsOfWhat(content: SayContent): FieldFault[] {
  const faults: FieldFault[] = [];
  if (content.words.trim() === '' && !hasVoice(content))
    faults.push({ field: 'words', code: 'words_missing' });
  const isPlaced = content.building !== '' || content.place.trim() !== '' || content.pin;
  if (content.kind === 'problem' && !isPlaced)
    faults.push({ field: 'building', code: 'place_missing' });
  if (content.category !== UNSORTED && !findCategory(content.category))
    faults.push({ field: 'category', code: 'unknown_category' });
  return faults;
}
