import { publicScope, systemScope } from '#kernel/db/scope.ts';
import type { Draft } from '#kernel/drafts/drafts.ts';
import { saveDraft } from '#kernel/drafts/drafts.ts';
import { fieldsOf, readForm } from '#kernel/http/forms.ts';
import type { Page, Redirect, Request } from '#kernel/http/route.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { FieldFault } from '#kernel/pure/errors.ts';
import { type Language, textOf } from '#kernel/pure/messages.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import type { World } from '#kernel/world.ts';
import { parseTelephone } from '#modules/access/index.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { ruleFor } from '#modules/rulebook/pure.ts';
import { matterMessages } from '../../matters.messages.ts';
import { findCategory } from '../../reference/categories.ts';
import { areaShown } from '../at-place.ts';
import { communityMap } from '../place-pages/community-map.ts';
import { dayOfInstant } from '../when.rules.ts';
import { ContactPage, type SimilarShown } from './contact.portal.tsx';
import { soundsUrgent } from './guess-category.rules.ts';
import { contactForm } from './say.contract.ts';
import { sayMessages } from './say.messages.ts';
import { type Contact, NO_CONTACT, type SayContent, type SimilarMatter } from './say.types.ts';
import { categoryOf, pointOf } from './send-matter.ts';
import { listSimilar } from './similar.queries.ts';
import { DRAFT, faultTexts, readyDraft, withDraft } from './what-step.ts';

type Asking = Request<unknown, unknown, FormData>;

const DAY_MS = 86_400_000;

export async function contactPage(
  { world, lang }: Pick<Asking, 'world' | 'lang'>,
  { content }: Pick<Draft<SayContent>, 'content'>,
  typed: Contact | null = null,
  faults: readonly FieldFault[] = [],
): Promise<Page> {
  const { area, isPublic } = await world.database.withReadScope(publicScope, async (db) => ({
    area: await areaShown(world, db, content.area, lang),
    isPublic: await publicByDefault(world, db, content),
  }));
  const body = ContactPage({
    lang,
    values: typed ?? content.contact ?? { ...NO_CONTACT, isPublic },
    isUrgent: soundsUrgent(content.words),
    similar: await similarTo(world, content, lang),
    faults: faultTexts(lang, faults),
  });
  return {
    title: sayMessages[lang].who,
    body,
    place: area.place,
    section: 'say',
    options: {
      back: { href: `${content.base}/say` },
      hasErrors: faults.length > 0,
      unlisted: true,
    },
    ...(faults.length > 0 ? { status: 422 as const } : {}),
  };
}

type ReadDb = Parameters<typeof readRulebook>[1];

/** The default of the rule set, by where the thing is: public for public space, private for homes, disputes, persons. */
async function publicByDefault(world: World, db: ReadDb, content: SayContent): Promise<boolean> {
  const book = await readRulebook(world, db);
  const space = findCategory(categoryOf(content))?.space ?? 'person';
  return ruleFor(book, 'matter.publication', dateOf(world.clock.now()), content.area)[space];
}

/** Read as the system, because an unfinished matter is nobody's to see; only what and where comes out. */
async function similarTo(
  world: World,
  content: SayContent,
  lang: Language,
): Promise<SimilarShown[]> {
  if (content.kind !== 'problem') return [];
  const rows = await world.database.withReadScope(systemScope, async (db) => {
    const today = dateOf(world.clock.now());
    const book = await readRulebook(world, db);
    const { metres, days } = ruleFor(book, 'matter.duplicates', today, content.area);
    const map = content.pin ? await communityMap(db, content.area, today) : null;
    return listSimilar(db, {
      area: content.area,
      category: categoryOf(content),
      building: content.building || null,
      point: pointOf(content.pin, map),
      since: new Date(world.clock.now().getTime() - days * DAY_MS),
      metres,
    });
  });
  return rows.map((row) => similarShown(row, lang));
}

export function similarShown(row: SimilarMatter, lang: Language): SimilarShown {
  const category = findCategory(row.category)?.[lang] ?? row.category;
  const state = textOf(matterMessages[lang].states, row.state);
  return {
    number: row.number,
    line: sayMessages[lang].similarLine(category, dayOfInstant(lang, row.receivedAt), state),
    place: row.place,
    secondings: row.secondings,
  };
}

export async function takeContact(request: Asking): Promise<Page | Redirect> {
  const { world, body, cookies } = request;
  const draft = await readyDraft(world, cookies);
  if ('to' in draft) return draft;
  const typed = typedContact(body);
  const form = readForm(contactForm, body);
  const faults = [...(form.faults ?? []), ...faultsOfContact(world, typed)];
  if (faults.length > 0) return contactPage(request, draft, typed, faults);
  const content = { ...draft.content, contact: typed };
  const gone = await withDraft(() => saveDraft(world, cookies, DRAFT, draft, content));
  return gone ?? { to: '/say/check' };
}

function typedContact(body: FormData): Contact {
  const fields = fieldsOf(body);
  const text = (name: string) => String(fields[name] ?? '').trim();
  return {
    telephone: text('telephone'),
    name: text('name'),
    forOther: text('of') !== '',
    of: text('of'),
    relation: text('relation'),
    isPublic: text('publish') === 'yes',
  };
}

function faultsOfContact(world: World, typed: Contact): FieldFault[] {
  const faults: FieldFault[] = [];
  const isUnreadable =
    typed.telephone !== '' && isRefusal(parseTelephone(typed.telephone, world.settings.demo));
  if (isUnreadable) faults.push({ field: 'telephone', code: 'telephone_unreadable' });
  if (typed.relation !== '' && typed.of === '') faults.push({ field: 'of', code: 'of_missing' });
  return faults;
}
