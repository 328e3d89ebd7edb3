import { publicScope, scopeOf } from '#kernel/db/scope.ts';
import { type Draft, readDraft } from '#kernel/drafts/drafts.ts';
import type { Page, Redirect, Request } from '#kernel/http/route.ts';
import { ANYBODY } from '#kernel/pure/actor.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import { AppError } from '#kernel/pure/errors.ts';
import type { Language } from '#kernel/pure/messages.ts';
import { formatNumber, type PublicNumber } from '#kernel/pure/numbers.ts';
import type { SummaryRow } from '#kernel/views/index.ts';
import type { World } from '#kernel/world.ts';
import { maskTelephone, parseTelephone } from '#modules/access/index.ts';
import { findBuildingById, findStairwell } from '#modules/territory/index.ts';
import { placeName } from '#modules/territory/pure.ts';
import { readNames } from '../../matters/names.ts';
import { trackingOf } from '../../messages/tracking.ts';
import { findCategory } from '../../reference/categories.ts';
import { areaShown } from '../at-place.ts';
import { communityMap } from '../place-pages/community-map.ts';
import { dayOfInstant } from '../when.rules.ts';
import { CheckPage, SentPage } from './check.portal.tsx';
import { sayMessages } from './say.messages.ts';
import type { SayContent } from './say.types.ts';
import { categoryOf, sendMatter } from './send-matter.ts';
import { findFiled } from './similar.queries.ts';
import { BEGIN, DRAFT, faultTexts, openDraft, SENT, withDraft } from './what-step.ts';

type Asking = Request<unknown, unknown, FormData>;

export async function checkPage(
  { world, lang }: Pick<Asking, 'world' | 'lang'>,
  { content }: Draft<SayContent>,
  code: string | null = null,
): Promise<Page> {
  const { area, where } = await world.database.withReadScope(publicScope, async (db) => {
    const building = content.building ? await findBuildingById(db, content.building) : undefined;
    const stairwell = content.stairwell ? await findStairwell(db, content.stairwell) : undefined;
    return {
      area: await areaShown(world, db, content.area, lang),
      where: building ? placeName(building, stairwell) : '',
    };
  });
  const faults = code === null ? [] : faultTexts(lang, [{ field: 'words', code }]);
  return {
    title: sayMessages[lang].check,
    body: CheckPage({ lang, rows: rowsOf(world, lang, content, [area.name, where]), faults }),
    place: area.place,
    section: 'say',
    options: { back: { href: '/say/contact' }, unlisted: true, hasErrors: code !== null },
    ...(code === null ? {} : { status: 422 as const }),
  };
}

function rowsOf(
  world: World,
  lang: Language,
  content: SayContent,
  at: readonly string[],
): SummaryRow[] {
  const t = sayMessages[lang];
  const { contact } = content;
  const first = `${content.base}/say`;
  const second = '/say/contact';
  const pinned = content.pin ? [t.pinned] : [];
  const place = [...at, content.place.trim(), ...pinned].filter((part) => part !== '');
  const telephone = parseTelephone(contact?.telephone ?? '', world.settings.demo);
  const rows: SummaryRow[] = [
    { key: t.rows.words, value: content.words.trim() || t.voiceWords, change: `${first}#words` },
    { key: t.rows.place, value: place.join(lang === 'zh' ? '，' : ', '), change: first },
    { key: t.rows.kind, value: t.kinds[content.kind], change: `${first}#kind` },
    {
      key: t.rows.category,
      value: findCategory(categoryOf(content))?.[lang] ?? '',
      change: `${first}#category`,
    },
    {
      key: t.rows.files,
      value: content.files.length > 0 ? t.kept(content.files.length) : t.noFiles,
      change: first,
    },
    {
      key: t.rows.telephone,
      value: typeof telephone === 'string' ? maskTelephone(telephone) : t.none,
      change: second,
    },
    { key: t.rows.name, value: contact?.name || t.none, change: `${second}#name` },
    {
      key: t.rows.publish,
      value: contact?.isPublic ? t.publishYes : t.publishNo,
      change: `${second}#publish`,
    },
  ];
  const { of = '', relation = '' } = contact ?? {};
  if (contact?.forOther)
    rows.push({ key: t.rows.forOther, value: `${of} ${relation}`, change: second });
  return rows;
}

/** Sends the draft. Pressed twice, it leads to the same matter. */
export async function send(request: Asking): Promise<Page | Redirect> {
  const { world, actor, cookies, lang } = request;
  const draft = await readDraft<SayContent>(world, cookies, DRAFT);
  if (!draft) return BEGIN;
  if (draft.usedFor !== null) return SENT;
  if (!draft.content.isReady || draft.content.contact === null) return { to: '/say/contact' };
  const { area, pin } = draft.content;
  const map = pin
    ? await world.database.withReadScope(publicScope, (db) =>
        communityMap(db, area, dateOf(world.clock.now())),
      )
    : null;
  try {
    await withDraft(() => sendMatter(world, actor, { draft, map, lang }));
  } catch (error) {
    if (error instanceof AppError && error.code === 'refused')
      return checkPage(request, draft, error.reason);
    throw error;
  }
  return SENT;
}

/** The number, code and link of what this browser sent last, for as long as its draft is kept. */
export async function sentPage({ world, cookies, lang }: Asking): Promise<Page | Redirect> {
  const draft = await readDraft<SayContent>(world, cookies, DRAFT);
  if (!draft?.usedFor) return (await openDraft(world, cookies)) ? { to: '/say/check' } : BEGIN;
  const subject = draft.usedFor;
  return world.database.withReadScope(
    scopeOf({ ...ANYBODY, face: 'link', subject }),
    async (db) => {
      const filed = await findFiled(db, subject);
      if (!filed) return BEGIN;
      const area = await areaShown(world, db, filed.area, lang);
      const names = await readNames(world, db, lang, [filed.ownerOrganisation]);
      const { token, url, code } = trackingOf(world, filed);
      return {
        title: sayMessages[lang].sentTitle,
        body: SentPage({
          lang,
          number: formatNumber(filed.number as PublicNumber),
          code,
          url,
          track: `/t/${token}`,
          owner: names.body(filed.ownerOrganisation).name,
          due: dayOfInstant(lang, filed.dueAt),
          another: `/c/${filed.area}/say`,
        }),
        place: area.place,
        section: 'say',
        options: { unlisted: true },
      };
    },
  );
}
